package org.taswiya.deliver.type;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// One font file of this folder.
public enum Typeface {
    LATIN("L", "NotoSans-Regular"),
    LATIN_BOLD("LB", "NotoSans-Bold"),
    ARABIC("A", "NotoNaskhArabic-Regular"),
    ARABIC_BOLD("AB", "NotoNaskhArabic-Bold");

    /// How many units the measures of glyphs are in, whatever the font's own.
    public static final int EM = 1000;

    private final String code;
    private final String fontName;

    Typeface(String code, String fontName) {
        this.code = code;
        this.fontName = fontName;
    }

    /// A short name, of which a page has many.
    public String code() {
        return code;
    }

    static Typeface latin(boolean isBold) {
        return isBold ? LATIN_BOLD : LATIN;
    }

    static Typeface arabic(boolean isBold) {
        return isBold ? ARABIC_BOLD : ARABIC;
    }

    /// As PostScript and PDF call it.
    public String fontName() {
        return fontName;
    }

    /// Its tables.
    public FontFile file() {
        return Loaded.of(this).file;
    }

    boolean has(int codePoint) {
        return Loaded.of(this).has(codePoint);
    }

    /// Reads all of them and sets a letter of each, which takes longer than a page later: whoever has something to wait
    /// for before anything is drawn has it done meanwhile.
    public static void prepare() {
        for (Typeface face : values()) {
            face.layout(new char[] {'n'}, 0, 1, false);
        }
    }

    /// A part of a text in one direction, joined and placed.
    GlyphVector layout(char[] text, int from, int to, boolean isFromRight) {
        int direction = isFromRight ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        return Loaded.of(this).font.layoutGlyphVector(Loaded.CONTEXT, text, from, to, direction);
    }

    /// A font, and which characters it has, as far as anybody has asked.
    private static final class Face {
        private static final byte YES = 1;
        private static final byte NO = 2;

        private final FontFile file;
        private final Font font;
        private final byte[] known = new byte[1 << 16];

        Face(FontFile file, Font font) {
            this.file = file;
            this.font = font;
        }

        boolean has(int codePoint) {
            if (codePoint >= known.length) {
                return font.canDisplay(codePoint);
            }
            byte answer = known[codePoint];
            if (answer == 0) {
                answer = font.canDisplay(codePoint) ? YES : NO;
                known[codePoint] = answer; // two threads that ask at once find the same
            }
            return answer == YES;
        }
    }

    /// Read once, when the first letter is set.
    private static final class Loaded {
        private static final Map<Typeface, Face> BY_FACE = new EnumMap<>(Typeface.class);
        static final FontRenderContext CONTEXT;

        static {
            askNoSystemFonts();
            CONTEXT = new FontRenderContext(null, true, true);
            for (Typeface face : values()) {
                BY_FACE.put(face, load(face));
            }
        }

        static Face of(Typeface face) {
            return Objects.requireNonNull(BY_FACE.get(face));
        }

        /// The JDK looks for the fonts of the machine before it reads ours, and fails on one that has none: a small
        /// server, a container. It is told of a list without fonts instead, which is faster, too.
        private static void askNoSystemFonts() {
            System.setProperty("java.awt.headless", "true");
            if (System.getProperty("sun.awt.fontconfig") != null) {
                return;
            }
            try {
                Path list = Files.createTempFile("fonts", ".properties");
                list.toFile().deleteOnExit();
                Files.writeString(list, "version=1\nsequence.allfonts=default\n");
                System.setProperty("sun.awt.fontconfig", list.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Face load(Typeface face) {
            String name = face.fontName + ".ttf";
            try (InputStream in = Typeface.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("No font " + name);
                }
                byte[] bytes = in.readAllBytes();
                Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
                        .deriveFont((float) EM)
                        .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
                return new Face(new FontFile(bytes), font);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("Font " + name + " is damaged", e);
            }
        }
    }
}
