package org.taswiya.core.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.example.CasablancaFixture;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What the old system billed keeps its sums; its parts are those of our tariff. 120 kWh: energy 105.40, maintenance
/// 6.50, meter rental 1.40, VAT 16.16.
class FormerBillTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 4, 1));

    private static FormerBill bill(String usage, String net, String tax, UsageQuality quality) {
        return new FormerBill(
                "C1", "F1", MARCH, MARCH.to(), Decimal.parse(usage), quality, Money.parse(net), Money.parse(tax));
    }

    @ParameterizedTest(name = "{0}: {1} and {2} for {3} kWh")
    @CsvSource(delimiter = '|', textBlock = """
            the same sums         | 113.30 | 16.16 | 120 | 105.40 | 16.16
            a centime of rounding | 113.31 | 16.15 | 120 | 105.41 | 16.15
            other prices          | 80     | 0     | 120 | 72.10  | 0.00
            nothing billed        | 0      | 0     | 120 | -7.90  | 0.00
            """)
    void whatSumsDifferByIsInTheLargestPart(
            String trap, String net, String tax, String usage, String energy, String vat) {
        Amounts amounts = bill(usage, net, tax, UsageQuality.ESTIMATED)
                .amounts(new PeriodPrices(CasablancaFixture.electricity(), 1, AskedFor.NOTHING, new SharedPrices()));
        assertThat(amounts.net()).isEqualTo(Money.parse(net));
        assertThat(amounts.tax()).isEqualTo(Money.parse(tax));
        assertThat(amounts.byComponent().orElseThrow())
                .containsAllEntriesOf(Map.of(
                        "energy", Money.parse(energy),
                        "maintenance", Money.parse("6.50"),
                        "meter-rental", Money.parse("1.40")));
        assertThat(amounts.byTax().orElseThrow()).containsEntry("VAT", Money.parse(vat));
    }

    @Test
    void aQuantityBelowZeroIsNoUsage() {
        assertThatThrownBy(() -> bill("-1", "1", "1", UsageQuality.ACTUAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bill("1", "1", "1", UsageQuality.CUSTOMER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
