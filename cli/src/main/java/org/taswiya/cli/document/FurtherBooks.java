package org.taswiya.cli.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Price books beside those of the folder of utilities, as a home published them. They are files, so that who has no
/// access to the home can make its bills again too.
final class FurtherBooks {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--books",
            paramLabel = "FILE|FOLDER",
            description = "Price books that were published, as `tariff show` writes them, or a folder of them (*.yaml);"
                    + " also several of one id: that counts which charges what the document says.")
    private List<Path> paths = new ArrayList<>();

    /// In the order given; those below a folder in the order of their paths.
    List<TariffBook> books() throws IOException {
        List<TariffBook> books = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw wrong(path + " is not there; expected a price book or a folder of them");
            }
            for (Path file : Files.isDirectory(path) ? below(path) : List.of(path)) {
                books.add(book(file));
            }
        }
        return books;
    }

    private List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw wrong("no price book (*.yaml) below " + folder);
            }
            return found;
        }
    }

    private TariffBook book(Path file) {
        return switch (TariffBookParser.parse(file)) {
            case TariffBook book -> book;
            case RefusedBook refused ->
                throw wrong(
                        file + " is no sound price book: " + refused.findings().getFirst());
        };
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }
}
