package org.taswiya.store.collector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.taswiya.store.Home;

/// What collectors' keys are derived from: a file of the home, outside of the database and its dumps. Without it all
/// keys have to be given anew.
public final class CollectorSecret {
    private static final String FILE = "collector.secret";
    private static final int BYTES = 32;

    private final byte[] bytes;

    private CollectorSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// That of a home; made when it is not there yet.
    public static CollectorSecret ofOrNew(Home home) {
        Optional<CollectorSecret> known = of(home);
        return known.isPresent() ? known.get() : make(home);
    }

    /// That of a home; empty when no key was ever given.
    public static Optional<CollectorSecret> of(Home home) {
        Path file = file(home);
        try {
            return Files.exists(file)
                    ? Optional.of(new CollectorSecret(
                            HexFormat.of().parseHex(Files.readString(file).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Whole or not at all, and readable for its owner alone.
    private static CollectorSecret make(Home home) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Path beside = Files.createTempFile(
                    home.folder(),
                    FILE,
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, HexFormat.of().formatHex(bytes) + "\n");
            try {
                Files.createLink(file(home), beside); // fails where another has made it meanwhile
            } catch (FileAlreadyExistsException _) {
                return of(home).orElseThrow();
            } finally {
                Files.delete(beside);
            }
            return new CollectorSecret(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(home), e);
        }
    }

    private static Path file(Home home) {
        return home.folder().resolve(FILE);
    }

    byte[] bytes() {
        return bytes;
    }
}
