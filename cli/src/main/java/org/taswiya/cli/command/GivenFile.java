package org.taswiya.cli.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A file that somebody names on the command line.
public final class GivenFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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

    /// The lines of a file of text, each without blanks around it; a mark of its charset is left out.
    ///
    /// @param what is expected, as in `a file with one account a line`
    public static List<String> lines(CommandSpec spec, Path file, String what) throws IOException {
        require(spec, file, what);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
                    .lines()
                    .map(String::strip)
                    .toList();
        } catch (CharacterCodingException e) {
            throw new ParameterException(
                    spec.commandLine(), file + " is not written in UTF-8; expected " + what + ", in UTF-8", e);
        }
    }

    /// Those lines that are not empty.
    public static List<String> names(CommandSpec spec, Path file, String what) throws IOException {
        return lines(spec, file, what).stream().filter(line -> !line.isEmpty()).toList();
    }
}
