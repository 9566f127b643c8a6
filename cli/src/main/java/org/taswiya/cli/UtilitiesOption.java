package org.taswiya.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the utilities and their price books are.
final class UtilitiesOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--utilities",
            paramLabel = "FOLDER",
            description =
                    "Folder with one folder per utility. Default: TASWIYA_UTILITIES, else the one of this project.")
    private @Nullable Path folder;

    /// The price books below the folder in use.
    TariffLibrary library() {
        Path used = folder == null ? standard() : folder;
        if (!Files.isDirectory(used)) {
            throw new ParameterException(
                    spec.commandLine(), used + " is no folder of utilities; name one with --utilities FOLDER");
        }
        return TariffLibrary.of(used);
    }

    /// The launcher tells in `taswiya.root` where the project lies.
    private static Path standard() {
        String named = System.getenv("TASWIYA_UTILITIES");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("taswiya.root", "."), "utilities")
                : Path.of(named);
    }
}
