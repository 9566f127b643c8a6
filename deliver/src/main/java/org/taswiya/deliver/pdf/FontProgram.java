package org.taswiya.deliver.pdf;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import org.taswiya.deliver.type.GlyphRun;
import org.taswiya.deliver.type.TextLine;
import org.taswiya.deliver.type.TypeSetter;
import org.taswiya.deliver.type.Typeface;

/// The part of a typeface that a document embeds.
///
/// Most documents show the same letters, so they embed the same part, which is made once; one that shows others has a
/// part of its own.
///
/// @param tag six letters that name the part (ISO 32000-1, 9.6.4)
/// @param length before it was deflated
record FontProgram(String tag, int length, byte[] deflated) {

    /// What people's names and addresses are written in. Arabic letters stand alone and between two others, so that
    /// every form of each is there.
    private static final String LATIN =
            " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,;:!?'’\"«»()/+-–—−‑%&@#°²³·•×=~€…�"
                    + "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒàâäçèéêëîïôöùûüœñ";

    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىگپڤ";
    private static final String ARABIC_SIGNS = " ،؛؟ لا لأ لإ لآ الله";
    private static final String ARABIC_POINTS = "ًٌٍَُِّْ";

    private static final Map<Typeface, BitSet> USUAL = new EnumMap<>(Typeface.class);
    private static final Map<Typeface, FontProgram> MADE = new ConcurrentHashMap<>();

    static {
        TypeSetter setter = new TypeSetter();
        for (boolean isBold : new boolean[] {false, true}) {
            note(setter.line(LATIN, isBold, false));
            note(setter.line(ARABIC_SIGNS, isBold, true));
            for (int i = 0; i < ARABIC.length(); i++) {
                char letter = ARABIC.charAt(i);
                note(setter.line(letter + " ب" + letter + " " + letter + "ب ب" + letter + "ب", isBold, true));
            }
            for (int i = 0; i < ARABIC_POINTS.length(); i++) {
                note(setter.line("ب" + ARABIC_POINTS.charAt(i) + " بّ" + ARABIC_POINTS.charAt(i), isBold, true));
            }
        }
    }

    private static void note(TextLine line) {
        for (GlyphRun run : line.runs()) {
            BitSet glyphs = USUAL.computeIfAbsent(run.face(), _ -> new BitSet());
            run.glyphs().forEach(glyph -> glyphs.set(glyph.id()));
        }
    }

    /// A part that has these glyphs.
    static FontProgram with(Typeface face, BitSet used) {
        BitSet usual = USUAL.getOrDefault(face, new BitSet());
        BitSet others = (BitSet) used.clone();
        others.andNot(usual);
        return others.isEmpty()
                ? MADE.computeIfAbsent(face, made -> of(made, usual, Deflater.BEST_COMPRESSION))
                : of(face, used, Deflater.DEFAULT_COMPRESSION);
    }

    private static FontProgram of(Typeface face, BitSet glyphs, int level) {
        byte[] program = face.file().subset(glyphs);
        return new FontProgram(tag(glyphs), program.length, PdfFile.deflated(program, level));
    }

    private static String tag(BitSet glyphs) {
        long mix = 7;
        for (long word : glyphs.toLongArray()) {
            mix = mix * 1_000_003 + word;
        }
        StringBuilder tag = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(mix, 26)));
            mix = Math.floorDiv(mix, 26);
        }
        return tag.toString();
    }
}
