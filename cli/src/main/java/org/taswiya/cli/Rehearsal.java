package org.taswiya.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs each command of a list once, in one JVM, so that the JVM that watches can remember their classes.
///
/// Only the build calls it (`build/build.sh`); `build/rehearsal.txt` holds the list and says how a line is written.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0])).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        for (String line : lines) {
            run(line);
        }
    }

    private static void run(String line) throws IOException {
        String[] commandAndInput = line.split("<", 2);
        String[] words = commandAndInput[0].strip().split("\\s+");
        InputStream before = System.in;
        try (InputStream input = commandAndInput.length < 2
                ? InputStream.nullInputStream()
                : new FileInputStream(commandAndInput[1].strip())) {
            System.setIn(input);
            Taswiya.commandLine(words).execute(words);
        } finally {
            System.setIn(before);
        }
    }
}
