package org.taswiya.core.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Language;

class UtilityProfileTest {
    private static final PostalAddress SOMEWHERE = new PostalAddress("1, Street", "Town", "10000", "MA");

    @Test
    void aFolderIsEnoughForAPlainProfile() {
        UtilityProfile plain = UtilityProfile.plain("sampletown");
        assertThat(plain.utility()).isEqualTo("sampletown");
        assertThat(plain.legalName()).isEqualTo("Sampletown");
        assertThat(plain.names())
                .isEqualTo(Map.of(Language.AR, "Sampletown", Language.FR, "Sampletown", Language.EN, "Sampletown"));
        assertThat(plain.postal()).isEqualTo(new PostalAddress("", "Sampletown", "", "ZZ"));
        assertThat(plain.waysToPay()).containsOnlyKeys(Language.values()).containsEntry(Language.AR, List.of());
        assertThat(plain.iban() + plain.companyNumber() + plain.taxNumber() + plain.phone())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            water,       #1b4f8a
            electricity, #a86400
            sanitation,  #4f6359
            lighting,    #112233
            """)
    void everyServiceHasAColour(String service, String colour) {
        UtilityProfile profile = profile(Map.of("lighting", new Colour(0x112233)));
        assertThat(profile.colourOf(service)).hasToString(colour);
        assertThat(contrastOnWhite(profile.colourOf(service))).isGreaterThan(4.5);
    }

    @Test
    void aNamedColourGoesBeforeTheUsualOne() {
        assertThat(profile(Map.of("water", new Colour(0))).colourOf("water")).hasToString("#000000");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"#1b4f8a, 1789834", "#1B4F8A, 1789834", "#000000, 0", "#ffffff, 16777215"})
    void coloursAreRead(String text, int rgb) {
        assertThat(Colour.parse(text)).contains(new Colour(rgb));
        assertThat(Colour.parse(text).orElseThrow()).hasToString(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "1b4f8a", "#1b4f8", "#1b4f8a0", "#1b4f8g", "blue", "#-1b4f8", " #1b4f8a"})
    void whatIsNoColourIsNone(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aProfileWithoutALanguageIsABug(Language lacking) {
        Map<Language, String> names = new EnumMap<>(UtilityProfile.plain("t").names());
        names.remove(lacking);
        assertThatThrownBy(() -> with(names, UtilityProfile.plain("t").waysToPay(), Map.of()))
                .hasMessageContaining("No names in " + lacking.code());
    }

    @Test
    void allLanguagesTellTheSameWays() {
        Map<Language, List<String>> ways =
                Map.of(Language.AR, List.of("a", "b"), Language.FR, List.of("a"), Language.EN, List.of("a"));
        assertThatThrownBy(() -> with(UtilityProfile.plain("t").names(), ways, Map.of()))
                .hasMessageContaining("Not as many ways to pay");
    }

    @Test
    void nothingOfAProfileCanBeChangedAfterwards() {
        List<String> told = new ArrayList<>(List.of("cash"));
        Map<Language, List<String>> ways = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            ways.put(language, told);
        }
        UtilityProfile profile = with(UtilityProfile.plain("t").names(), ways, Map.of());
        told.add("gold");
        ways.clear();
        assertThat(profile.waysToPay()).containsEntry(Language.EN, List.of("cash"));
        assertThatThrownBy(() -> profile.names().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> profile.colours().put("w", new Colour(0)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static UtilityProfile profile(Map<String, Colour> colours) {
        UtilityProfile plain = UtilityProfile.plain("t");
        return with(plain.names(), plain.waysToPay(), colours);
    }

    private static UtilityProfile with(
            Map<Language, String> names, Map<Language, List<String>> ways, Map<String, Colour> colours) {
        UtilityProfile plain = UtilityProfile.plain("t");
        return new UtilityProfile(
                "t",
                "T",
                names,
                plain.addresses(),
                SOMEWHERE,
                "1",
                "2",
                "3",
                "e@x.org",
                "x.org",
                "",
                ways,
                plain.help(),
                new TreeMap<>(colours),
                null,
                null);
    }

    /// As the Web Content Accessibility Guidelines (WCAG 2.1) find it.
    private static double contrastOnWhite(Colour colour) {
        double luminance = 0.2126 * linear(colour.rgb() >> 16 & 0xFF)
                + 0.7152 * linear(colour.rgb() >> 8 & 0xFF)
                + 0.0722 * linear(colour.rgb() & 0xFF);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
