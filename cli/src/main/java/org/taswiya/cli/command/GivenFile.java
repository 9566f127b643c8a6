package org.taswiya.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A file that somebody names on the command line.
public final class GivenFile {
    private GivenFile() {}

    /// Refuses what is no file, before anything is begun.
    ///
    /// @param what is expected, as in `the file to import`
    public static void require(CommandSpec spec, Path file, String what) {
        if (Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), file + " is a folder; expected " + what);
        }
        if (!Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected " + what);
        }
    }
}
