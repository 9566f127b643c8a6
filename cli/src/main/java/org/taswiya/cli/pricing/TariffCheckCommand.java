package org.taswiya.cli.pricing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.BookFiles;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya tariff check`: reads price books and runs their worked examples.
@Command(
        name = "check",
        description = {
            "Reads price books, runs the worked examples in them, and lists their placeholders.",
            "",
            "Every fault is one line, FILE:LINE:COLUMN: found .., expected ..; an example that is not met is a fault at"
                    + " the figure it expects.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All books are good.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such file, or no book below the folder.",
            "3:Some book has a fault, or an example that is not met."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff check utilities",
            "  ./taswiya tariff check --json my-book.yaml | jq .findings"
        })
public final class TariffCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Books, or folders with books below them.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a book, one a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<CheckedBook> books = CheckedBook.checkAll(files());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CheckedBookJson.write(books, out);
        } else {
            new CheckedBookText(books, out).write();
        }
        out.flush();
        return books.stream().allMatch(CheckedBook::isGood) ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private List<Path> files() throws IOException {
        Map<Path, Path> files = new LinkedHashMap<>(); // by where they lie: a file that is named twice is one
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), path + " is not there; expected a book or a folder");
            }
            List<Path> below = BookFiles.below(path);
            if (below.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "no price book below " + path);
            }
            below.forEach(file -> files.putIfAbsent(file.toAbsolutePath().normalize(), file));
        }
        return List.copyOf(files.values());
    }
}
