package org.taswiya.cli.online;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A key in a file that its owner alone can read.
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    public static String read(Path file) throws IOException {
        String key = Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (key.isEmpty()) {
            throw new IOException(file + " has no key in its first line");
        }
        if (key.chars().anyMatch(Character::isWhitespace)) {
            throw new IOException(file + " has words in its first line; expected a key without spaces");
        }
        return key;
    }

    public static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
        }
        return read(file);
    }
}
