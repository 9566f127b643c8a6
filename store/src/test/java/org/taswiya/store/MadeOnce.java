package org.taswiya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// A home that is costly to make: once for all JVMs that test, which copy it. Nothing is deleted before the next
/// `./taswiya test`.
///
/// @param homes the folder where it is kept
/// @param madeFrom files and folders that it comes from: one that older programs made is none of these
public record MadeOnce(Path homes, String name, List<Path> madeFrom) {
    public MadeOnce {
        madeFrom = List.copyOf(madeFrom);
    }

    /// In place at one blow: whoever is killed leaves nothing that somebody takes for it.
    ///
    /// @param maker given a folder that is not there yet
    public Path orMade(Consumer<Path> maker) {
        try {
            Path made = homes.resolve(name + "-" + sum());
            Files.createDirectories(homes);
            try (FileChannel file = FileChannel.open(
                            homes.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = file.lock()) {
                if (!Files.exists(made)) {
                    Path making =
                            Files.createTempDirectory(homes, name + "-making-").resolve("home");
                    maker.accept(making);
                    Files.move(making, made, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sum() throws IOException {
        CRC32 sum = new CRC32();
        for (Path from : madeFrom) {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    String one = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
                    sum.update(one.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
