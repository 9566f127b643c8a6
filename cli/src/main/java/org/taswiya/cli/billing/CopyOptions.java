package org.taswiya.cli.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.BillToPrint.Certified;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.print.CertifiedCopies;
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
            description = "With --pdf: a copy that says so, when and by whom; needs --why, and is kept in the books.")
    private boolean isCopy;

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            description = "With --certified-copy: who asked for it, and what for.")
    private @Nullable String why;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "With --certified-copy: who certifies it. Default: the user of this machine.")
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
        if (isCopy && (why == null || why.isBlank() || author != null && author.isBlank())) {
            throw new ParameterException(
                    spec.commandLine(), "--certified-copy needs --why with some text: who asked for it, and what for");
        }
    }

    /// Draws the copy and keeps that it was made; the file comes after, so none is about that the books do not know.
    ///
    /// @return what was written
    String write(Database database, BillNumber of, BillToPrint bill, PaperOptions paper, PrintTerms terms)
            throws IOException {
        String by = author == null ? System.getProperty("user.name") : author;
        Change change = new Change(Instant.now(), by, why == null ? "" : why);
        LocalDate today = LocalDate.ofInstant(change.at(), ZoneId.systemDefault());
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        long number = CertifiedCopies.make(database, of, paper.form().code(), change, copy -> {
            byte[] bytes = PrintedBill.bytes(bill.certified(new Certified(copy, today, by)), terms);
            drawn.writeBytes(bytes);
            return bytes;
        });
        return paper.write(bill.certified(new Certified(number, today, by)), drawn.toByteArray());
    }
}
