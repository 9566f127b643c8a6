package org.taswiya.cli.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.intake.tariff.TariffLibrary;

final class ShadowBooksTest {
    private static final TariffLibrary LIBRARY = TariffLibrary.of(Path.of("..", "utilities"));
    private static final String HOUSEHOLD = "casablanca/electricity-household";

    @Test
    void aBookStandsInByItsIdOrThePathOfItsFile() {
        String path = Path.of("..", "utilities", "onee", "tariffs", "electricity-household.yaml")
                .toString();
        ShadowBooks books = ShadowBooks.of(List.of(HOUSEHOLD + "=" + path), LIBRARY);
        assertThat(books.instead()).containsOnlyKeys(HOUSEHOLD);
        assertThat(books.instead().get(HOUSEHOLD))
                .isEqualTo(LIBRARY.tariff("onee/electricity-household").orElseThrow());
        assertThat(books.usageOfBlock(HOUSEHOLD, 2, LocalDate.of(2020, 7, 1))).isEqualTo("over 100 to 150 kWh");
        assertThat(books.usageOfBlock(HOUSEHOLD, 6, LocalDate.of(2020, 7, 1))).isEqualTo("over 500 kWh");
    }

    @Test
    void whatCannotStandInIsSaid() {
        assertRefused("expected OLD=NEW", HOUSEHOLD);
        assertRefused("'nowhere/nothing' is no price book", HOUSEHOLD + "=nowhere/nothing");
        assertRefused("prices water by the m3 in MAD, not electricity", HOUSEHOLD + "=casablanca/water-household");
        assertRefused("has faults", HOUSEHOLD + "=" + Path.of("..", "utilities", "casablanca", "policies.yaml"));
        assertRefused("twice", HOUSEHOLD + "=" + HOUSEHOLD, HOUSEHOLD + "=" + HOUSEHOLD);
    }

    private static void assertRefused(String words, String... options) {
        assertThatThrownBy(() -> ShadowBooks.of(List.of(options), LIBRARY)).hasMessageContaining(words);
    }
}
