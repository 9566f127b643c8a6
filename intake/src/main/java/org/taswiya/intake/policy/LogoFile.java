package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.taswiya.core.utility.Logo;
import org.taswiya.core.utility.Logo.Format;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads a utility's logo and looks through all of it, so that no paper fails on it later.
final class LogoFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final String SPOILT = "a picture that is cut short or spoilt";

    private LogoFile() {}

    /// A picture, or what is wrong with it.
    private record Looked(Optional<Logo> logo, String found, String expected) {
        static Looked bad(String found, String expected) {
            return new Looked(Optional.empty(), found, expected);
        }
    }

    /// @param folder the utility's own; nothing is read from elsewhere
    static Optional<Logo> read(Path folder, Scalar name, Findings findings) throws IOException {
        Looked looked = read(folder, name.text());
        if (looked.logo().isEmpty()) {
            findings.add(name, looked.found(), looked.expected());
        }
        return looked.logo();
    }

    private static Looked read(Path folder, String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Looked.bad("'" + name + "'", "the name of a PNG or JPEG file beside this one, such as logo.png");
        }
        byte[] bytes;
        try {
            Path file = folder.resolve(name);
            long size = Files.size(file);
            if (size > Logo.BYTES_MOST) {
                return Looked.bad(
                        String.format(Locale.ROOT, "%s of %,d bytes", name, size),
                        String.format(
                                Locale.ROOT,
                                "at most %,d, since it goes into every bill: save it smaller",
                                Logo.BYTES_MOST));
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Looked.bad("no file " + name + " in this folder", "it there, or no field 'logo'");
        }
        return looked(name, bytes);
    }

    private static Looked looked(String name, byte[] bytes) {
        if (Png.isOne(bytes)) {
            return Png.looked(bytes)
                    .map(picture -> withinLimits(picture, bytes))
                    .orElse(spoilt());
        }
        if (Jpeg.isOne(bytes)) {
            return Jpeg.looked(bytes)
                    .map(picture -> withinLimits(picture, bytes))
                    .orElse(spoilt());
        }
        return Looked.bad(name + ", which is neither", "a PNG or JPEG file");
    }

    private static Looked spoilt() {
        return Looked.bad(SPOILT, "a PNG without interlacing, or a JPEG of grey or three colours");
    }

    private record Picture(Format format, int width, int height) {}

    private static Looked withinLimits(Picture picture, byte[] bytes) {
        if (picture.width() > Logo.WIDTH_MOST || picture.height() > Logo.HEIGHT_MOST) {
            return Looked.bad(
                    "a picture of " + picture.width() + " by " + picture.height() + " dots",
                    "at most " + Logo.WIDTH_MOST + " by " + Logo.HEIGHT_MOST + ": save it smaller");
        }
        return new Looked(Optional.of(new Logo(picture.format(), picture.width(), picture.height(), bytes)), "", "");
    }

    /// ISO/IEC 15948.
    private static final class Png {
        private static final long SIGNATURE = 0x89504E470D0A1A0AL;

        /// Length and kind before what a chunk holds, and a sum after it.
        private static final int AROUND = 12;

        private static final int HEAD = 13;

        private final byte[] all;
        private final ByteBuffer bytes;
        private final Inflater inflater = new Inflater();
        private int width;
        private int height;
        private int depth;
        private int channels;
        private boolean isPlain;
        private boolean hasColours;
        private long dots;

        private Png(byte[] all) {
            this.all = all;
            this.bytes = ByteBuffer.wrap(all);
        }

        static boolean isOne(byte[] all) {
            return all.length > 8 && ByteBuffer.wrap(all).getLong(0) == SIGNATURE;
        }

        static Optional<Picture> looked(byte[] all) {
            Png png = new Png(all);
            try {
                return png.isWhole() ? Optional.of(new Picture(Format.PNG, png.width, png.height)) : Optional.empty();
            } catch (DataFormatException _) {
                return Optional.empty();
            } finally {
                png.inflater.end();
            }
        }

        private boolean isWhole() throws DataFormatException {
            int at = 8;
            while (at + AROUND <= bytes.limit()) {
                int length = bytes.getInt(at);
                if (length < 0 || length > bytes.limit() - at - AROUND || !fits(at, length)) {
                    return false;
                }
                String kind = new String(all, at + 4, 4, StandardCharsets.US_ASCII);
                boolean isFirst = at == 8;
                at += 8;
                switch (kind) {
                    case "IHDR" -> head(at, length);
                    case "PLTE" -> hasColours = true;
                    case "IDAT" -> inflate(at, length);
                    case "IEND" -> {
                        return hasAllDots();
                    }
                    default -> {
                        // other chunks are about the picture, and no part of it
                    }
                }
                if (isFirst && !isPlain) {
                    return false;
                }
                at += length + 4;
            }
            return false;
        }

        private boolean fits(int at, int length) {
            CRC32 sum = new CRC32();
            sum.update(all, at + 4, length + 4);
            return (int) sum.getValue() == bytes.getInt(at + 8 + length);
        }

        private void head(int at, int length) {
            width = bytes.getInt(at);
            height = bytes.getInt(at + 4);
            depth = bytes.get(at + 8);
            int kind = bytes.get(at + 9);
            channels = switch (kind) {
                case 0, 3 -> 1;
                case 2 -> 3;
                case 4 -> 2;
                case 6 -> 4;
                default -> 0;
            };
            boolean isDepth = switch (depth) {
                case 1, 2, 4 -> channels == 1;
                case 8 -> true;
                case 16 -> kind != 3;
                default -> false;
            };
            hasColours = kind != 3;
            boolean isInterlaced = bytes.get(at + 12) != 0;
            isPlain = length == HEAD && width > 0 && height > 0 && channels > 0 && isDepth && !isInterlaced;
        }

        private void inflate(int at, int length) throws DataFormatException {
            byte[] part = new byte[1 << 13];
            inflater.setInput(all, at, length);
            while (!inflater.finished() && !inflater.needsInput() && dots <= wanted()) {
                dots += inflater.inflate(part);
            }
        }

        private long wanted() {
            return height * (1 + ((long) width * channels * depth + 7) / 8);
        }

        private boolean hasAllDots() {
            return hasColours && inflater.finished() && dots == wanted();
        }
    }

    /// ISO/IEC 10918-1.
    private static final class Jpeg {
        private static final int END = 0xFFD9;

        private Jpeg() {}

        static boolean isOne(byte[] all) {
            return all.length > 4 && ByteBuffer.wrap(all).getShort(0) == (short) 0xFFD8;
        }

        static Optional<Picture> looked(byte[] all) {
            ByteBuffer bytes = ByteBuffer.wrap(all);
            int at = 2;
            boolean isEnded = (bytes.getShort(bytes.limit() - 2) & 0xFFFF) == END;
            while (isEnded && at + 10 <= bytes.limit() && (bytes.get(at) & 0xFF) == 0xFF) {
                int kind = bytes.get(at + 1) & 0xFF;
                if (isFrame(kind)) {
                    return frame(bytes, at, kind);
                }
                at += 2 + (bytes.getShort(at + 2) & 0xFFFF);
            }
            return Optional.empty();
        }

        private static boolean isFrame(int kind) {
            return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
        }

        /// Baseline and progressive ones, of eight bits, are what programs show.
        private static Optional<Picture> frame(ByteBuffer bytes, int at, int kind) {
            int height = bytes.getShort(at + 5) & 0xFFFF;
            int width = bytes.getShort(at + 7) & 0xFFFF;
            int channels = bytes.get(at + 9);
            boolean isShown = kind <= 0xC2 && bytes.get(at + 4) == 8 && (channels == 1 || channels == 3);
            return isShown && width > 0 && height > 0
                    ? Optional.of(new Picture(channels == 1 ? Format.GREY_JPEG : Format.COLOUR_JPEG, width, height))
                    : Optional.empty();
        }
    }
}
