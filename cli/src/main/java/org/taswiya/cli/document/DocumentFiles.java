package org.taswiya.cli.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The bill documents that a command is given: files, and folders with documents below them.
final class DocumentFiles {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|FOLDER",
            arity = "1..*",
            description = "Bill documents, or folders with documents below them: every file that ends in .json.")
    private List<Path> paths = new ArrayList<>();

    /// In the order given; those below a folder in the order of their paths.
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(
                        spec.commandLine(), path + " is not there; expected a bill document or a folder of them");
            }
            List<Path> below = Files.isDirectory(path) ? below(path) : List.of(path);
            if (below.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "no document (*.json) below " + path);
            }
            files.addAll(below);
        }
        return files;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
