package org.taswiya.intake.bounce;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// E-mails that came back, as a mail system leaves them: one in a file, many in a file (mbox), or many files in a
/// folder (Maildir with `new` and `cur`, or plain). One of them is in memory at a time.
public final class BounceFile {
    /// An e-mail comes back with all that was attached to it; ours are a tenth of this.
    static final int LARGEST = 4 << 20;

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private BounceFile() {}

    /// Is given each e-mail.
    public interface Receiver {
        /// @param name of the file, with the number of the e-mail where a file has many
        void take(String name, BounceReading reading) throws IOException;
    }

    /// Reads all of them, a folder's in the order of their names.
    public static void read(Path path, Receiver receiver) throws IOException {
        for (Path file : files(path)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                in.mark(FROM.length);
                boolean hasMany = Arrays.equals(in.readNBytes(FROM.length), FROM);
                in.reset();
                if (hasMany) {
                    readMany(file.toString(), in, receiver);
                } else {
                    receiver.take(file.toString(), reading(in.readNBytes(LARGEST + 1)));
                }
            }
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> maildir = Stream.of("new", "cur")
                .map(path::resolve)
                .filter(Files::isDirectory)
                .toList();
        List<Path> files = new ArrayList<>();
        for (Path folder : maildir.isEmpty() ? List.of(path) : maildir) {
            try (Stream<Path> inside = Files.list(folder)) {
                inside.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .forEach(files::add);
            }
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private static BounceReading reading(byte[] mail) {
        if (mail.length == 0) {
            return new BounceReading.Refused(BounceFault.CUT_SHORT, "found nothing, expected an e-mail");
        }
        return mail.length <= LARGEST
                ? BounceMail.read(mail)
                : new BounceReading.Refused(
                        BounceFault.TOO_LARGE, "found more than " + (LARGEST >> 20) + " MiB, expected less");
    }

    /// A line that begins with "From " after an empty one begins the next e-mail; in an e-mail such a line has a ">"
    /// before it.
    private static void readMany(String name, InputStream in, Receiver receiver) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isAfterEmpty = true;
        int number = 0;
        while (readLine(in, line)) {
            byte[] bytes = line.toByteArray();
            if (isAfterEmpty && startsWith(bytes, 0)) {
                if (number > 0) {
                    receiver.take(name + ", e-mail " + number, reading(mail.toByteArray()));
                }
                number++;
                mail.reset();
            } else if (mail.size() <= LARGEST) {
                int quoted = quotes(bytes);
                int from = quoted > 0 && startsWith(bytes, quoted) ? 1 : 0;
                mail.write(bytes, from, bytes.length - from);
            }
            isAfterEmpty = bytes.length <= 2 && (bytes[0] == '\n' || bytes[0] == '\r');
        }
        receiver.take(name + ", e-mail " + number, reading(mail.toByteArray()));
    }

    private static int quotes(byte[] line) {
        int quotes = 0;
        while (quotes < line.length && line[quotes] == '>') {
            quotes++;
        }
        return quotes;
    }

    private static boolean startsWith(byte[] line, int at) {
        return line.length >= at + FROM.length && Arrays.equals(line, at, at + FROM.length, FROM, 0, FROM.length);
    }

    /// A line with its end, or of one that never ends as much as no e-mail may have.
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n' || line.size() > LARGEST) {
                break;
            }
        }
        return line.size() > 0;
    }
}
