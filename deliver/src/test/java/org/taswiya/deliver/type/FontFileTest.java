package org.taswiya.deliver.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Area;
import java.io.IOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontFileTest {

    @ParameterizedTest
    @EnumSource
    void aSubsetDrawsTheSameOutlines(Typeface face) throws IOException {
        BitSet wanted = new BitSet();
        boolean isBold = face == Typeface.LATIN_BOLD || face == Typeface.ARABIC_BOLD;
        new TypeSetter()
                .line("éÀfi 12 مُقَدَّر لا", isBold, false).runs().stream()
                        .filter(run -> run.face() == face)
                        .flatMap(run -> run.glyphs().stream())
                        .forEach(glyph -> wanted.set(glyph.id()));
        byte[] whole = face.file().subset(all());
        byte[] part = face.file().subset(wanted);
        assertThat(wanted.cardinality()).isGreaterThan(3);
        assertThat(part.length).isLessThan(whole.length);
        try (TrueTypeFont expected = read(whole);
                TrueTypeFont subset = read(part)) {
            for (int glyph = wanted.nextSetBit(0); glyph >= 0; glyph = wanted.nextSetBit(glyph + 1)) {
                Area difference = new Area(expected.getGlyph().getGlyph(glyph).getPath());
                difference.exclusiveOr(
                        new Area(subset.getGlyph().getGlyph(glyph).getPath()));
                assertThat(difference.isEmpty()).as("glyph " + glyph).isTrue();
                assertThat(subset.getAdvanceWidth(glyph)).isEqualTo(face.file().advance(glyph));
            }
        }
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, 1300);
        return all;
    }

    private static TrueTypeFont read(byte[] font) throws IOException {
        return new TTFParser(true).parse(new RandomAccessReadBuffer(font));
    }

    @Test
    void measuresAreThoseOfTheFont() {
        FontFile file = Typeface.LATIN.file();
        assertThat(file.unitsPerEm()).isEqualTo(1000);
        assertThat(file.weight()).isEqualTo(400);
        assertThat(Typeface.LATIN_BOLD.file().weight()).isEqualTo(700);
        assertThat(file.capHeight()).isEqualTo(714);
        assertThat(file.descent()).isNegative();
    }
}
