package org.taswiya.cli.customer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.taswiya.cli.command.AnswerFile;

/// A file about somebody: whole or not there, and for nobody but whoever made it.
final class PrivateFile {
    private PrivateFile() {}

    static void write(Path file, Consumer<Writer> content) throws IOException {
        AnswerFile.write(
                file,
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    content.accept(writer);
                    writer.flush();
                },
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
