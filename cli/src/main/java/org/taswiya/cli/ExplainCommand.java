package org.taswiya.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.CheckedDocument.Recomputed;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.Explanation;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `taswiya explain`: bill documents in, what a person would say about them out.
@Command(
        name = "explain",
        description = {
            "Tells bills as a person would: what is to be paid and by when, what happened, the readings, each month"
                    + " estimated and actual, the blocks and prices, and why it was done month by month.",
            "",
            "A bill is recomputed first, as verify does, and told only when everything in its document is equal."
                    + " Arabic runs from the right wherever text is shown by the direction of its letters; the file"
                    + " holds it in reading order.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All bills are told.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such file, or no such language.",
            "3:Some document differs or cannot be read; standard error says why."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya explain 0000000042BQ.json --lang ar",
            "  ./taswiya explain 0000000042BQ.json --lang fr > facture.txt"
        })
final class ExplainCommand implements Callable<Integer> {

    /// Asks a terminal to lay each line out by its first letter, and takes it back; others ignore it.
    private static final String BY_FIRST_LETTER = "\u001B[?2501h";

    private static final String AS_BEFORE = "\u001B[?2501l";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DocumentFiles documents;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--lang",
            completionCandidates = ExplainCommand.Codes.class,
            paramLabel = "ar|fr|en",
            defaultValue = "fr",
            converter = OfCode.class,
            description = "The language: Arabic, French or English. Default: ${DEFAULT-VALUE}.")
    private Language language = Language.FR;

    @Option(
            names = "--no-color",
            description = "No colour. There is none anyway where standard output is no terminal, or NO_COLOR is set.")
    private boolean plain;

    @Override
    public Integer call() throws IOException {
        List<Path> files = documents.files();
        try {
            return explain(files, utilities.library(), AnswerOutput.standard());
        } catch (AnswerOutput.ReaderGone _) {
            return Taswiya.GOOD;
        }
    }

    private int explain(List<Path> files, TariffLibrary library, OutputStream out) throws IOException {
        DocumentCheck check = new DocumentCheck(library::read);
        boolean terminal = isTerminal();
        String noColour = System.getenv("NO_COLOR");
        boolean colour = terminal && !plain && (noColour == null || noColour.isEmpty());
        boolean allTold = true;
        boolean first = true;
        for (Path file : files) {
            CheckedDocument checked = check.check(file);
            if (checked instanceof Recomputed recomputed && recomputed.isEqual()) {
                String text = told(recomputed.recomputed(), library, language, colour);
                String told = terminal && language == Language.AR ? BY_FIRST_LETTER + text + AS_BEFORE : text;
                out.write(((first ? "" : "\n\n") + told).getBytes(StandardCharsets.UTF_8));
                first = false;
            } else {
                allTold = false;
                refuse(checked);
            }
        }
        out.flush();
        return allTold ? Taswiya.GOOD : Taswiya.SOME_REFUSED;
    }

    /// A bill as a person would tell it, its tariff by the title of its price book where there is one.
    static String told(BillDocument document, TariffLibrary library, Language language, boolean colour) {
        String title = library.book(document.bill().tariff())
                .map(book -> book.title().in(language))
                .orElse(null);
        return Explanation.of(document, title, language, colour);
    }

    private void refuse(CheckedDocument checked) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("taswiya: " + checked.file() + " is not told, because it cannot be trusted:");
        CheckedDocumentText.faults(checked).forEach(line -> err.println("  " + line));
        err.flush();
    }

    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    /// The codes, for completion.
    static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Codes() {
            super(Arrays.stream(Language.values()).map(Language::code).toList());
        }
    }

    /// A language by its code.
    static final class OfCode implements ITypeConverter<Language> {
        @Override
        public Language convert(String code) {
            return Language.ofCode(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code
                            + "' is no language that is spoken here; expected one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Language.values())
                                            .map(Language::code)
                                            .toList())));
        }
    }
}
