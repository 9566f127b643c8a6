package org.taswiya.cli.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `taswiya verify`: bill documents in, equal or what differs out.
@Command(
        name = "verify",
        description = {
            "Makes bills again from the inputs in their documents and the price books, and says whether everything is"
                    + " equal.",
            "",
            "Checked are the digest (also: head -n -2 FILE | sha256sum), everything that is claimed against the"
                    + " recomputed bill, the tariff's digest against the price book, that the entry balances and"
                    + " that parts sum to the whole. No database is needed. What no input gives (names and addresses,"
                    + " arrears, who made it) is taken as stated; only the digest tells whether it was changed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All documents are equal.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such file, or no document below the folder.",
            "3:Some document differs or cannot be read."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya verify 0000000042BQ.json",
            "  ./taswiya verify .taswiya/documents",
            "  ./taswiya verify .taswiya/documents --books published",
            "  ./taswiya verify --json documents | jq -c 'select(.result != \"equal\")'"
        })
public final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private DocumentFiles documents;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private FurtherBooks further;

    @Option(names = "--json", description = "One JSON object a document, one a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Path> files = documents.files();
        try {
            DocumentCheck check = new DocumentCheck(utilities.folderLibrary()::read, further.books());
            return verify(files, check, json, AnswerOutput.standard());
        } catch (AnswerOutput.ReaderGone _) {
            return ExitCode.GOOD;
        }
    }

    /// Writes a verdict for each file and returns the exit code.
    static int verify(List<Path> files, DocumentCheck check, boolean json, OutputStream out) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        boolean allEqual = true;
        for (Path file : files) {
            CheckedDocument checked = check.check(file);
            allEqual &= checked.isEqual();
            counts.merge(CheckedDocumentText.verdict(checked), 1, Integer::sum);
            String text = json ? CheckedDocumentJson.of(checked) : CheckedDocumentText.of(checked);
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!json && files.size() > 1) {
            StringBuilder sum = new StringBuilder(files.size() + " documents:");
            counts.forEach((verdict, count) ->
                    sum.append(' ').append(count).append(' ').append(verdict).append(','));
            sum.setLength(sum.length() - 1);
            out.write(sum.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        return allEqual ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }
}
