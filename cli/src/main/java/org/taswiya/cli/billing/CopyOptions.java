package org.taswiya.cli.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.BillToPrint.Certified;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.print.CertifiedCopies;
import org.taswiya.store.print.CertifiedCopies.Copy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Asks for a paper that says that it is a copy, and is kept in the books.
final class CopyOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--certified-copy",
            description = "With --pdf: a copy that says so, when and by whom; needs --why and --author, and is kept"
                    + " in the books.")
    private boolean isCopy;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            description = "With --certified-copy: who asked for it, and what for.")
    private @Nullable String why;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "With --certified-copy: the person who certifies it, whose name stands on it.")
    private @Nullable String author;

    boolean isAsked() {
        return isCopy;
    }

    /// Refuses what does not go together.
    void check(PaperOptions paper) {
        if (isCopy && !paper.isAsked()) {
            throw new ParameterException(spec.commandLine(), "--certified-copy goes with --pdf");
        }
        if (!isCopy && (why != null || author != null)) {
            throw new ParameterException(spec.commandLine(), "--why and --author go with --certified-copy");
        }
        if (isCopy && (why == null || why.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(), "--certified-copy needs --why with some text: who asked for it, and what for");
        }
        if (isCopy && (author == null || author.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(), "--certified-copy needs --author: the person who certifies it");
        }
        Path named = paper.named();
        if (isCopy && named != null) {
            AnswerFile.requireNew(spec, named);
        }
    }

    /// Draws the copy and keeps that it was made. All of the file is on the disk before the books know of it, and it
    /// has its name after: a disk that is full leaves neither; whoever is killed between leaves the paper as
    /// `FILE.part`, and the same command again gives it its name.
    ///
    /// @return what was written
    String write(Database database, BillNumber of, BillToPrint bill, PaperOptions paper, PrintTerms terms)
            throws IOException {
        String by = author == null ? "" : author;
        Change change = new Change(Instant.now(), by, why == null ? "" : why);
        Path named = paper.named();
        Copy before = named == null ? null : cutShort(database, of, named);
        if (named != null && before != null) {
            return finished(named, before, change, paper);
        }
        LocalDate today = LocalDate.ofInstant(change.at(), ZoneId.systemDefault());
        long number;
        try {
            number = CertifiedCopies.make(database, of, paper.form().code(), change, copy -> {
                BillToPrint certified = bill.certified(new Certified(copy, today, by));
                byte[] bytes = PrintedBill.bytes(certified, terms);
                AnswerFile.requireNew(spec, paper.file(certified));
                AnswerFile.prepare(paper.file(certified), to -> to.write(bytes));
                return bytes;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Path file = paper.file(bill.certified(new Certified(number, today, by)));
        AnswerFile.finish(file);
        return PaperOptions.told(file, Files.size(file));
    }

    /// The copy of the books whose paper has not got its name; null when there is none.
    private static @Nullable Copy cutShort(Database database, BillNumber of, Path file) throws IOException {
        Path unfinished = AnswerFile.unfinished(file);
        if (!Files.isRegularFile(unfinished)) {
            return null;
        }
        String digest = CertifiedCopies.digest(Files.readAllBytes(unfinished));
        return CertifiedCopies.of(database, of).stream()
                .filter(copy -> copy.digest().equals(digest))
                .findFirst()
                .orElse(null);
    }

    private String finished(Path file, Copy copy, Change asked, PaperOptions paper) throws IOException {
        boolean isThat = copy.author().equals(asked.author())
                && copy.why().equals(asked.reason())
                && copy.form().equals(paper.form().code());
        if (!isThat) {
            throw new ParameterException(
                    spec.commandLine(),
                    AnswerFile.unfinished(file) + " is certified copy " + copy.number() + " by " + copy.author()
                            + ", which was cut short: rename it, or name another file");
        }
        AnswerFile.finish(file);
        return PaperOptions.told(file, Files.size(file)) + ", certified copy " + copy.number()
                + ", which was cut short before";
    }
}
