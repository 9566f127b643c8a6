package org.taswiya.deliver.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our profile of sRGB beside that of the JDK.
class SrgbProfileTest {

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "1, 1, 1",
        "0, 0, 0",
        "1, 0, 0",
        "0, 1, 0",
        "0, 0, 1",
        "0.5, 0.5, 0.5",
        "0.02, 0.02, 0.02",
        "0.1, 0.3, 0.7"
    })
    void measuresColoursAsTheJdkDoes(float red, float green, float blue) {
        ICC_ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        float[] colour = {red, green, blue};
        float[] measured = ours.toCIEXYZ(colour);
        float[] known = ColorSpace.getInstance(ColorSpace.CS_sRGB).toCIEXYZ(colour);
        for (int i = 0; i < 3; i++) {
            assertThat(measured[i]).isCloseTo(known[i], within(0.003f));
        }
        assertThat(SrgbProfile.bytes()).hasSizeLessThan(600);
    }
}
