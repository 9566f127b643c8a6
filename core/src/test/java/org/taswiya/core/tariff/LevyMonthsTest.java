package org.taswiya.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.VolumeLevy;

/// A levy of 1 a unit up to 100 a month, where January counts as one month by the first version and as 31/30 by the
/// second.
class LevyMonthsTest {
    private static final LocalDate JANUARY = LocalDate.of(2020, 1, 1);
    private static final VolumeLevy LEVY = new VolumeLevy(
            "LEVY",
            List.of(new LevyVersion(
                    LocalDate.MIN, Decimal.ZERO, List.of(new LevyTier(null, Decimal.of(1))), Decimal.of(100))),
            "");

    private static TariffVersion version(LocalDate from, @Nullable LocalDate to, Proration proration) {
        return new TariffVersion(from, to, proration, false, List.of());
    }

    @ParameterizedTest(name = "from {0} on: {1} in {2} lines")
    @CsvSource({
        "2020-01-01, 103.33, 1",
        "2020-01-02, 103.23, 2", // 3.23 of a day and 100.00 of thirty
        "2020-01-16, 101.72, 2", // 48.39 and 53.33
        "2020-01-31, 100.10, 2", // 96.77 and 3.33
        "2020-02-01, 100.00, 1",
    })
    void eachVersionCountsTheMonthsOfItsDays(LocalDate from, String levy, int lines) {
        Rating rating =
                rate(List.of(version(LocalDate.MIN, from, Proration.NONE), version(from, null, Proration.DAYS_30)));
        assertThat(rating.byTax()).containsEntry("LEVY", Money.parse(levy));
        assertThat(rating.taxes()).hasSize(lines);
    }

    /// Versions that count alike are one line, as before.
    @ParameterizedTest
    @CsvSource({"2020-01-02", "2020-01-16", "2020-01-31"})
    void aVersionThatCountsAlikeCutsNothing(LocalDate from) {
        Rating rating =
                rate(List.of(version(LocalDate.MIN, from, Proration.DAYS_30), version(from, null, Proration.DAYS_30)));
        assertThat(rating.taxes()).singleElement().extracting(TaxLine::amount).isEqualTo(Money.parse("103.33"));
    }

    private static Rating rate(List<TariffVersion> versions) {
        Tariff tariff = new Tariff(
                "tiny/water", "water", "MAD", Unit.CUBIC_METRE, TaxBasis.BEFORE_TAX, 18, versions, List.of(LEVY));
        return tariff.resolve(DateRange.of(JANUARY, JANUARY.plusDays(31)), 1).rate(Fraction.of(500));
    }
}
