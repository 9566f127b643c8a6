package org.taswiya.deliver.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Area;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.GlyfDescript;
import org.apache.fontbox.ttf.GlyphData;
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
        byte[] whole = original(face);
        wanted.clear(0);
        int[] order = IntStream.concat(IntStream.of(0), wanted.stream()).toArray();
        byte[] part = face.file().subset(order);
        assertThat(wanted.cardinality()).isGreaterThan(3);
        assertThat(part.length).isLessThan(whole.length);
        try (TrueTypeFont expected = read(whole);
                TrueTypeFont subset = read(part)) {
            for (int i = 1; i < order.length; i++) {
                int glyph = order[i];
                Area difference = new Area(expected.getGlyph().getGlyph(glyph).getPath());
                GlyphData drawn = subset.getGlyph().getGlyph(i);
                difference.exclusiveOr(new Area(drawn.getPath()));
                assertThat(difference.isEmpty()).as("glyph " + glyph).isTrue();
                assertThat(((GlyfDescript) drawn.getDescription()).getInstructions())
                        .as("hints of glyph " + glyph)
                        .isNullOrEmpty();
                assertThat(subset.getAdvanceWidth(i)).isEqualTo(expected.getAdvanceWidth(glyph));
            }
        }
    }

    private static byte[] original(Typeface face) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(face.fontName() + ".ttf")) {
            return Objects.requireNonNull(in, face.fontName()).readAllBytes();
        }
    }

    private static TrueTypeFont read(byte[] font) throws IOException {
        return new TTFParser(true).parse(new RandomAccessReadBuffer(font));
    }

    @Test
    void measuresAreThoseOfTheFont() {
        FontFile file = Typeface.LATIN.file();
        assertThat(file.width(3)).isEqualTo(260);
        assertThat(file.weight()).isEqualTo(400);
        assertThat(Typeface.LATIN_BOLD.file().weight()).isEqualTo(700);
        assertThat(file.capHeight()).isEqualTo(714);
        assertThat(file.descent()).isNegative();
    }
}
