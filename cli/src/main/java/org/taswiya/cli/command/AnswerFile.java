package org.taswiya.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A file that a command makes: whole or not there. It is written under another name beside it and then renamed.
///
/// A name that leads to a device, a pipe or another file is refused: renaming would put a file in its place, and
/// `/dev/stdout` or `/dev/null` would be gone for everybody.
public final class AnswerFile {
    private AnswerFile() {}

    /// Puts in what belongs into the file.
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /// Refuses what no file can be put in place of, before anything is begun. An ordinary file may be there.
    public static void check(CommandSpec spec, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), file + " is a folder; expected a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "there is no folder " + folder);
        }
        if (isSomethingElse(file)) {
            throw new ParameterException(spec.commandLine(), somethingElse(file));
        }
    }

    /// The same, and refuses a file that is there: nobody knows who needs it.
    public static void requireNew(CommandSpec spec, Path file) {
        check(spec, file);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is there already; name a file that is not, so that none is lost");
        }
    }

    /// Whether something is there that is no ordinary file: a device, a pipe, a folder, or a link to anything.
    public static boolean isSomethingElse(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String somethingElse(Path file) {
        return file + " is no ordinary file, and a file would take its place; name another";
    }

    /// Where it is before it has its name. Whoever is killed leaves it there, and the next who writes writes it anew.
    public static Path unfinished(Path file) {
        return Path.of(file + ".part");
    }

    /// Writes the file and gives it its name.
    public static void write(Path file, Content content, FileAttribute<?>... attributes) throws IOException {
        prepare(file, content, attributes);
        finish(file);
    }

    /// Writes all of it to the disk, without its name.
    public static void prepare(Path file, Content content, FileAttribute<?>... attributes) throws IOException {
        Path unfinished = unfinished(file);
        try {
            Files.deleteIfExists(unfinished);
            try (FileChannel channel = FileChannel.open(
                            unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.to(out);
                out.flush();
                channel.force(true);
            }
        } catch (IOException | UncheckedIOException e) {
            Files.deleteIfExists(unfinished);
            throw failed(file, e);
        } catch (RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /// Gives its name to a file that is written.
    public static void finish(Path file) throws IOException {
        if (isSomethingElse(file)) {
            Files.deleteIfExists(unfinished(file));
            throw new IOException(somethingElse(file));
        }
        Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What went wrong, of the file that somebody named: a disk that is full names none, and what is written beside has
    /// a name that nobody typed.
    public static IOException failed(Path file, Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException unchecked
                ? Objects.requireNonNull(unchecked.getCause())
                : failure;
        String words = ExitCode.reason(cause);
        return new IOException("cannot write " + file + ": " + words, failure);
    }
}
