package org.taswiya.web.door;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Passwords that thieves have: a file of their SHA-1 digests in order, a line each with how often it was seen, as Have
/// I Been Pwned gives it out. It is found in by halves, so that forty gigabytes are read in a few places; nothing is
/// asked of anybody over a network.
///
/// @param file null for none
public record BreachedPasswords(@Nullable Path file) {
    /// Nobody has named a file.
    public static final BreachedPasswords NONE = new BreachedPasswords(null);

    private static final int DIGEST_DIGITS = 40;
    private static final int LINE_MOST = 64;
    private static final Pattern LINE = Pattern.compile("[0-9A-Fa-f]{40}:[0-9]{1,18}");

    /// A line of the file.
    ///
    /// @param from of its first byte
    /// @param to the byte after its end
    private record Line(String text, long from, long to) {
        String digest() {
            return text.substring(0, Math.min(DIGEST_DIGITS, text.length())).toUpperCase(Locale.ROOT);
        }
    }

    boolean has(String password) {
        if (file == null) {
            return false;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            return has(open, digest(password));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean has(RandomAccessFile open, String digest) throws IOException {
        long low = 0;
        long high = open.length();
        while (low < high) {
            Line line = around(open, (low + high) >>> 1);
            int order = line.digest().compareTo(digest);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = line.to();
            } else {
                high = line.from();
            }
        }
        return false;
    }

    /// The line that a byte is in; its end belongs to it.
    private static Line around(RandomAccessFile open, long place) throws IOException {
        long begin = Math.max(0, place - LINE_MOST);
        byte[] bytes = new byte[(int) Math.min(2L * LINE_MOST, open.length() - begin)];
        open.seek(begin);
        open.readFully(bytes);
        int at = (int) (place - begin);
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
        return new Line(text, begin + from, begin + to + 1);
    }

    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /// Why a file is no such list; empty for nothing. Its first, its last and a line in its middle are looked at.
    public static Optional<String> fault(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Optional.of(file + " is not there, or cannot be read");
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            if (open.length() == 0) {
                return Optional.of(file + " is empty");
            }
            Line first = around(open, 0);
            Line middle = around(open, open.length() / 2);
            Line last = around(open, open.length() - 1);
            for (Line line : new Line[] {first, middle, last}) {
                if (!LINE.matcher(line.text()).matches()) {
                    return Optional.of(file + " is no list of SHA-1 digests; expected lines of forty"
                            + " hexadecimal digits, a colon and a count, found '" + line.text() + "'");
                }
            }
            boolean isInOrder = first.digest().compareTo(middle.digest()) <= 0
                    && middle.digest().compareTo(last.digest()) <= 0;
            return isInOrder ? Optional.empty() : Optional.of(file + " is not in order; sort it first: LC_ALL=C sort");
        } catch (IOException e) {
            return Optional.of(file + " cannot be read: " + e.getMessage());
        }
    }
}
