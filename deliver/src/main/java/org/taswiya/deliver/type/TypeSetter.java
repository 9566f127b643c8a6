package org.taswiya.deliver.type;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Makes lines of texts. Many threads may use one at once.
///
/// Direction follows the Unicode Bidirectional Algorithm; letters are joined as the font says.
public final class TypeSetter {

    /// What most lines of bills are: labels and figures that come again and again.
    private static final int REMEMBERED_MOST = 20_000;

    static final char REPLACEMENT = '\uFFFD';
    private static final char UNSEEN = '\u200B';

    /// A name or an address: one piece in whichever letters.
    private static final Pattern ISOLATED = Pattern.compile("\u2068[^\u2066-\u2069]*\u2069", Pattern.DOTALL);

    private static final String MORE = "…";
    private static final String ARABIC_SIGNS = "\u060C\u061B\u061F";

    /// What is drawn for a character that the typefaces lack and that looks like another one.
    private static final Map<Integer, Integer> LIKE = Map.of(0x2212, 0x2012, 0x2248, (int) '~');

    private final Map<Asked, TextLine> remembered = new ConcurrentHashMap<>();

    /// @param isFromRight the direction of the paragraph
    private record Asked(String text, boolean isBold, boolean isFromRight) {}

    /// Ready for use; remembers what it has set.
    public TypeSetter() {}

    /// One line, however long.
    ///
    /// @param isFromRight the direction of the paragraph that the text stands in
    public TextLine line(String text, boolean isBold, boolean isFromRight) {
        Asked asked = new Asked(text, isBold, isFromRight);
        TextLine known = remembered.get(asked);
        if (known != null) {
            return known;
        }
        TextLine line = set(asked);
        if (remembered.size() >= REMEMBERED_MOST) {
            remembered.clear();
        }
        remembered.put(asked, line);
        return line;
    }

    /// Lines no wider than a width, broken at spaces; a word that is wider stands alone and is cut where it must be.
    ///
    /// @param width in thousandths of the size
    public List<TextLine> paragraph(String text, boolean isBold, boolean isFromRight, int width) {
        if (ISOLATED.matcher(text).matches()) { // every line of it keeps the direction that it has as a whole
            String inside = text.substring(1, text.length() - 1);
            return paragraph(inside, isBold, beginsFromRight(inside), width);
        }
        List<TextLine> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int reached = 0;
        for (String word : LineBreaks.words(text.strip())) {
            // words do not change each other's width, so a line is as wide as what is on it
            int more = current.isEmpty()
                    ? 0
                    : line(" " + word, isBold, isFromRight).width();
            if (!current.isEmpty() && reached + more <= width) {
                current.append(' ').append(word);
                reached += more;
                continue;
            }
            if (!current.isEmpty()) {
                lines.add(line(current.toString(), isBold, isFromRight));
            }
            current.setLength(0);
            current.append(cut(word, isBold, isFromRight, width, lines));
            reached = line(current.toString(), isBold, isFromRight).width();
        }
        if (!current.isEmpty()) {
            lines.add(line(current.toString(), isBold, isFromRight));
        }
        return lines;
    }

    /// The same in so many lines at most: where that is too few, the last ends in `…`.
    ///
    /// @param width in thousandths of the size
    public List<TextLine> shortened(String text, boolean isBold, boolean isFromRight, int width, int most) {
        List<TextLine> lines = paragraph(text, isBold, isFromRight, width);
        if (lines.size() <= most) {
            return lines;
        }
        boolean isWhole = ISOLATED.matcher(text).matches(); // the mark stands where its words end
        boolean ends = isWhole ? beginsFromRight(text) : isFromRight;
        List<TextLine> kept = new ArrayList<>(lines.subList(0, most));
        String last = kept.removeLast().text();
        while (!last.isEmpty()
                && set(new Asked(last.strip() + MORE, isBold, ends)).width() > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.add(set(new Asked(last.strip() + MORE, isBold, ends)));
        return kept;
    }

    /// By its first letter.
    private static boolean beginsFromRight(String text) {
        for (int code : text.codePoints().toArray()) {
            switch (Character.getDirectionality(code)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> {
                    // figures and signs have none
                }
            }
        }
        return false;
    }

    /// Adds lines of a word that fills more than one; what is left over begins the next.
    private String cut(String word, boolean isBold, boolean isFromRight, int width, List<TextLine> lines) {
        String rest = word;
        while (rest.length() > 1 && line(rest, isBold, isFromRight).width() > width) {
            int fits = 1;
            while (fits < rest.length()
                    && set(new Asked(rest.substring(0, fits + 1), isBold, isFromRight))
                                    .width()
                            <= width) {
                fits++;
            }
            if (Character.isHighSurrogate(rest.charAt(fits - 1)) && fits > 1) {
                fits--;
            }
            lines.add(line(rest.substring(0, fits), isBold, isFromRight));
            rest = rest.substring(fits);
        }
        return rest;
    }

    private static TextLine set(Asked asked) {
        String text = asked.text();
        if (text.isEmpty()) {
            return new TextLine("", List.of(), 0);
        }
        Drawn drawn = new Drawn(text.toCharArray(), drawable(text, asked.isBold()), asked.isBold());
        List<GlyphRun> runs = new ArrayList<>();
        for (Part part : parts(text, asked.isFromRight())) {
            drawn.add(part, runs);
        }
        int width = runs.stream().mapToInt(GlyphRun::width).sum();
        return new TextLine(text, runs, width);
    }

    /// For every character one that some typeface has; spaces of all kinds are one. What takes two places is followed
    /// by a mark that is not seen, so that places stay the same.
    private static char[] drawable(String text, boolean isBold) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            boolean isMark = Character.getType(code) == Character.FORMAT; // for the algorithm, not for the eye
            int like = LIKE.getOrDefault(code, code);
            if (isMark
                    || Typeface.latin(isBold).has(like)
                    || Typeface.arabic(isBold).has(like)) {
                out.appendCodePoint(like);
            } else {
                boolean isSpace = Character.isSpaceChar(code) || Character.isISOControl(code);
                out.append(isSpace ? ' ' : REPLACEMENT);
                out.append(Character.charCount(code) == 1 ? "" : UNSEEN);
            }
        });
        return out.toString().toCharArray();
    }

    private record Part(int from, int to, boolean isFromRight) {}

    /// In the order in which they are seen.
    private static List<Part> parts(String text, boolean isFromRight) {
        Bidi bidi = new Bidi(text, isFromRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Part[] parts = new Part[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            parts[i] = new Part(bidi.getRunStart(i), bidi.getRunLimit(i), (levels[i] & 1) == 1);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        return List.of(parts);
    }

    /// A text and what is drawn of it, character by character.
    private static final class Drawn {
        private final char[] text;
        private final char[] shapes;
        private final boolean isBold;

        Drawn(char[] text, char[] shapes, boolean isBold) {
            this.text = text;
            this.shapes = shapes;
            this.isBold = isBold;
        }

        /// Cuts a part where the typeface changes.
        void add(Part part, List<GlyphRun> runs) {
            int first = runs.size();
            int from = part.from();
            while (from < part.to()) {
                if (isUnseen(from)) {
                    from++;
                    continue;
                }
                Typeface face = face(from, part.to());
                int to = from + 1;
                while (to < part.to() && !isUnseen(to) && face(to, part.to()) == face) {
                    to++;
                }
                GlyphRun run = run(face, from, to, part.isFromRight());
                runs.add(part.isFromRight() ? first : runs.size(), run);
                from = to;
            }
        }

        private boolean isUnseen(int at) {
            return Character.getType(shapes[at]) == Character.FORMAT;
        }

        /// Arabic letters and their points in one, all else in the other; a space goes with the letter after it.
        private Typeface face(int at, int end) {
            int next = at;
            while (next + 1 < end && shapes[next] == ' ') {
                next++;
            }
            int code = Character.codePointAt(shapes, next, end);
            boolean isArabic = Character.UnicodeScript.of(code) == Character.UnicodeScript.ARABIC
                    || ARABIC_SIGNS.indexOf(code) >= 0
                    || !Typeface.latin(isBold).has(code);
            return isArabic ? Typeface.arabic(isBold) : Typeface.latin(isBold);
        }

        /// Word by word: what joins letters, and what moves them together, ends at a space.
        private GlyphRun run(Typeface face, int from, int to, boolean isFromRight) {
            List<Word> words = new ArrayList<>();
            int start = from;
            while (start < to) {
                int end = start + 1;
                while (end < to && (shapes[start] == ' ') == (shapes[end] == ' ')) {
                    end++;
                }
                words.add(Word.of(face, shapes, text, start, end, isFromRight));
                start = end;
            }
            if (words.size() == 1) {
                return new GlyphRun(
                        face, words.getFirst().glyphs(), words.getFirst().width());
            }
            List<GlyphRun.Glyph> glyphs = new ArrayList<>(to - from);
            int pen = 0;
            for (Word word : isFromRight ? words.reversed() : words) {
                for (GlyphRun.Glyph glyph : word.glyphs()) {
                    glyphs.add(new GlyphRun.Glyph(glyph.id(), glyph.text(), pen + glyph.x(), glyph.y()));
                }
                pen += word.width();
            }
            return new GlyphRun(face, glyphs, pen);
        }
    }
}
