package org.taswiya.cli.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.Terminal;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.Explanation;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya explain`: bill documents in, what a person would say about them out.
@Command(
        name = "explain",
        description = {
            "Tells bills as a person would: what is to be paid and by when, what happened, the readings, each month"
                    + " estimated and actual, the blocks and prices, and why it was done month by month.",
            "",
            "With --pdf it is drawn on paper instead, as it is sent to the customer.",
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
            "  ./taswiya explain 0000000042BQ.json --lang fr > facture.txt",
            "  ./taswiya explain 0000000042BQ.json --pdf --form ar"
        })
public final class ExplainCommand implements Callable<Integer> {

    /// Asks a terminal to lay each line out by its first letter, and takes it back; others ignore it.
    private static final String BY_FIRST_LETTER = "\u001B[?2501h";

    private static final String AS_BEFORE = "\u001B[?2501l";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DocumentFiles documents;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private FurtherBooks further;

    @Mixin
    private LanguageOption language;

    @Mixin
    private LookOption look;

    @Mixin
    private PaperOptions paper;

    @Override
    public Integer call() throws IOException {
        List<Path> files = documents.files();
        paper.check("", files.size());
        try {
            return explain(files, utilities.folderLibrary(), AnswerOutput.standard());
        } catch (AnswerOutput.ReaderGone _) {
            return ExitCode.GOOD;
        }
    }

    private int explain(List<Path> files, TariffLibrary library, OutputStream out) throws IOException {
        DocumentCheck check = new DocumentCheck(library::read, further.books());
        Language spoken = language.language();
        Look asked = look.look();
        boolean isMarked = spoken == Language.AR && Terminal.isOutput();
        boolean allTold = true;
        boolean first = true;
        for (Path file : files) {
            CheckedDocument checked = check.check(file);
            if (checked instanceof Recomputed recomputed && recomputed.isEqual()) {
                String text = paper.isAsked()
                        ? drawn(recomputed.recomputed(), library)
                        : told(recomputed.recomputed(), library, spoken, asked);
                String told = isMarked ? BY_FIRST_LETTER + text + AS_BEFORE : text;
                out.write(((first || paper.isAsked() ? "" : "\n\n") + told).getBytes(StandardCharsets.UTF_8));
                first = false;
            } else {
                allTold = false;
                refuse(checked);
            }
        }
        out.flush();
        return allTold ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    /// A bill on paper, with the head of the utility whose prices it has.
    private String drawn(BillDocument document, TariffLibrary library) throws IOException {
        String tariff = document.bill().tariff();
        UtilityProfile profile = utilities.profile(tariff.substring(0, Math.max(0, tariff.indexOf('/'))));
        return paper.write(BillToPrint.alone(document), library, profile) + "\n";
    }

    /// A bill as a person would tell it, its tariff by the title of its price book where there is one.
    public static String told(BillDocument document, TariffLibrary library, Language language, Look look) {
        String title = library.book(document.bill().tariff())
                .map(book -> book.title().in(language))
                .orElse(null);
        return Explanation.of(document, title, language, look == Look.COLOURED);
    }

    private void refuse(CheckedDocument checked) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("taswiya: " + checked.file() + " is not told, because it cannot be trusted:");
        CheckedDocumentText.faults(checked).forEach(line -> err.println("  " + line));
        err.flush();
    }
}
