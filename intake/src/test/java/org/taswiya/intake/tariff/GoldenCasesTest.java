package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.PaidRating;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tax.VolumeLevy;

/// Bills that were printed, cases that were published, and the model computed from them by hand beforehand.
class GoldenCasesTest {

    // ------------------------------------------------------------------------------------------- printed bills

    @Test
    void printedElectricityBillOf265KilowattHours() {
        Rating rating = Books.rate(Books.ELECTRICITY, "2021-11-03", "2021-12-03", "265");
        PaidRating paid = Books.inCash(rating);
        assertThat(paid.net()).isEqualTo(Money.parse("304.51"));
        assertThat(rating.netByComponent().get("energy")).isEqualTo(Money.parse("296.61"));
        assertThat(amount(rating.byTax(), "TPPAN")).isEqualTo(Money.parse("38.00"));
        assertThat(paid.taxes().getLast().amount()).isEqualTo(Money.parse("0.96"));
        // fits to 0.03: the split of the fixed charge is derived
        assertThat(decimal(paid.tax())).isCloseTo(new BigDecimal("81.91"), within(new BigDecimal("0.03")));
        assertThat(decimal(paid.total())).isCloseTo(new BigDecimal("386.42"), within(new BigDecimal("0.03")));
    }

    @Test
    void printedWaterBillOf13CubicMetres() {
        Rating rating = Books.rate(Books.WATER, "2021-10-18", "2021-11-17", "13");
        PaidRating paid = Books.inCash(rating);
        assertThat(paid.net()).isEqualTo(Money.parse("116.01")); // 13 x 7.77 + 15
        assertThat(amount(rating.byTax(), "VAT")).isEqualTo(Money.parse("8.12"));
        assertThat(paid.taxes().getLast().amount()).isEqualTo(Money.parse("0.31"));
        assertThat(paid.tax()).isEqualTo(Money.parse("8.43"));
        assertThat(paid.total()).isEqualTo(Money.parse("124.44"));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-02, 2024-02-20", "2021-12-05, 2021-12-23"})
    void printedDueDates(LocalDate billedOn, LocalDate due) {
        int dueDays = Books.LIBRARY.tariff(Books.ELECTRICITY).orElseThrow().dueDays();
        assertThat(billedOn.plusDays(dueDays)).isEqualTo(due);
    }

    // ------------------------------------------------------------------------------------------ published cases

    @ParameterizedTest(name = "{0}: {3} kWh")
    @CsvSource({
        "published 2014, casablanca/electricity-household, 2014-08-01, 124, '1=100 2=24'",
        "published 2014, casablanca/electricity-household, 2014-08-01, 190, '3=190'",
        "published 2017, casablanca/electricity-household, 2017-01-01, 130, '1=100 2=30'",
        "national office, onee/electricity-household,      2017-01-01, 100, '1=100'",
        "national office, onee/electricity-household,      2017-01-01, 150, '1=100 2=50'",
        "national office, onee/electricity-household,      2017-01-01, 151, '3=151'",
        "national office, onee/electricity-household,      2017-01-01, 210, '3=210'",
        "national office, onee/electricity-household,      2017-01-01, 250, '4=250'",
        "national office, onee/electricity-household,      2017-01-01, 310, '4=310'",
        "national office, onee/electricity-household,      2017-01-01, 311, '5=311'",
        "national office, onee/electricity-household,      2017-01-01, 511, '6=511'",
    })
    void publishedBlocks(String source, String tariff, String from, String usage, String blocks) {
        assertThat(blocks(Books.month(tariff, from, usage))).as(source).isEqualTo(blocks);
    }

    @Test
    void publishedMaximaOfSixCubicMetresAnd150KilowattHours() {
        PaidRating water = Books.inCash(Books.month(Books.WATER, "2017-01-01", "6"));
        assertThat(decimal(water.total())).isCloseTo(new BigDecimal("37.59"), within(new BigDecimal("0.50")));
        assertThat(water.total()).isLessThan(Money.parse("38"));

        Rating office = Books.month(Books.ONEE, "2018-01-01", "150");
        assertThat(office.total()).isEqualTo(Money.parse("163.42"));
        assertThat(energy(office)).isEqualTo(Money.parse("143.76"));

        Rating of2014 = Books.month(Books.ELECTRICITY, "2014-08-01", "150");
        assertThat(of2014.total()).isEqualTo(Money.parse("159.45")); // published as 159
    }

    @Test
    void publishedRiseOfProfessionalWaterInJune2018() {
        Rating before = Books.month(Books.WATER_PROFESSIONAL, "2018-05-01", "3");
        Rating after = Books.month(Books.WATER_PROFESSIONAL, "2018-06-01", "3");
        assertThat(before.lines().getFirst().price()).isEqualTo(Decimal.parse("2.99"));
        assertThat(after.lines().getFirst().price()).isEqualTo(Decimal.parse("11.24"));
        assertThat(after.net()).isEqualTo(Money.parse("41.72")); // 3 x 11.24 + 8
        Rating above35 = Books.month(Books.WATER_PROFESSIONAL, "2018-06-01", "40");
        assertThat(above35.net()).isEqualTo(Money.parse("667.20")); // 40 x 16.48 + 8
    }

    /// On the component alone: the version of 1996 is older than every book.
    @ParameterizedTest(name = "TPPAN of {0}: {1} kWh -> {2}")
    @CsvSource({
        "1996-07-01,  50,  0",
        "1996-07-01,  50.001, 5.0001",
        "1996-07-01, 100, 10.00",
        "1996-07-01, 200, 25.00",
        "1996-07-01, 574, 99.80",
        "1996-07-01, 575, 100.00",
        "1996-07-01, 700, 100.00",
        "2012-04-30, 200, 25.00",
        "2012-05-01, 200, 0",
        "2012-05-01, 200.001, 25.0002",
        "2012-05-01, 201, 25.20",
        "2012-05-01, 265, 38.00",
        "2012-05-01, 575, 100.00",
        "2012-05-01, 576, 100.00",
    })
    void audiovisualTax(LocalDate day, String usage, String expected) {
        VolumeLevy levy = Books.LIBRARY.tariff(Books.ELECTRICITY).orElseThrow().taxes().stream()
                .filter(VolumeLevy.class::isInstance)
                .map(VolumeLevy.class::cast)
                .findFirst()
                .orElseThrow();
        Fraction volume = Fraction.of(Decimal.parse(usage));
        Fraction amount = levy.versions().stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .amount(volume, Fraction.ONE);
        assertThat(amount).isEqualTo(Fraction.of(Decimal.parse(expected)));
    }

    // ---------------------------------------------------------------------------------------------- derived model

    @ParameterizedTest(name = "{0} kWh in cash -> {5}")
    @CsvSource({
        // kWh, energy, VAT, TPPAN, stamp, total, blocks
        " 50,  42.48,  7.35,  0,    0.14,  57.87, '1=50'",
        "100,  84.96, 13.29,  0,    0.27, 106.42, '1=100'",
        "124, 109.49, 16.73,  0,    0.34, 134.46, '1=100 2=24'",
        "150, 136.06, 20.45,  0,    0.41, 164.82, '1=100 2=50'",
        "151, 154.32, 23.00,  0,    0.46, 185.68, '3=151'",
        "200, 204.40, 30.02,  0,    0.61, 242.93, '3=200'",
        "210, 214.62, 31.45, 27.00, 0.70, 281.67, '3=210'",
        "250, 279.83, 40.58, 35.00, 0.91, 364.22, '4=250'",
        "310, 346.98, 49.98, 47.00, 1.13, 452.99, '4=310'",
        "510, 671.01, 95.34, 87.00, 2.15, 863.40, '5=510'",
    })
    void householdModelOf2017(
            String usage, String energy, String vat, String levy, String stamp, String total, String blocks) {
        Rating rating = Books.month(Books.ELECTRICITY, "2017-03-01", usage.strip());
        PaidRating paid = Books.inCash(rating);
        assertThat(blocks(rating)).isEqualTo(blocks);
        assertThat(energy(rating)).isEqualTo(Money.parse(energy));
        assertThat(amount(rating.byTax(), "VAT")).isEqualTo(Money.parse(vat));
        assertThat(amount(rating.byTax(), "TPPAN")).isEqualTo(Money.parse(levy));
        assertThat(paid.total().minus(rating.total())).isEqualTo(Money.parse(stamp));
        assertThat(paid.total()).isEqualTo(Money.parse(total));
    }

    @ParameterizedTest(name = "{0} kWh of the national office -> {1} TTC")
    @CsvSource({
        "100,  90.10",
        "150, 143.76",
        "151, 162.05",
        "210, 225.37",
        "250, 291.90",
        "310, 361.96",
        "311, 429.71",
        "511, 815.45",
    })
    void nationalOfficeModelOf2017(String usage, String energy) {
        assertThat(energy(Books.month(Books.ONEE, "2017-03-01", usage))).isEqualTo(Money.parse(energy));
    }

    /// What one more kWh costs in cash where a block or a levy begins.
    @ParameterizedTest(name = "{0} -> {1} kWh: +{2}")
    @CsvSource({"150, 151, 20.86", "210, 211, 24.82", "310, 311, 71.29", "510, 511, 120.60"})
    void jumpsAtBlocks(String below, String above, String jump) {
        Money less = Books.inCash(Books.month(Books.ELECTRICITY, "2017-03-01", below))
                .total();
        Money more = Books.inCash(Books.month(Books.ELECTRICITY, "2017-03-01", above))
                .total();
        assertThat(more.minus(less)).isEqualTo(Money.parse(jump));
    }

    private static String blocks(Rating rating) {
        Map<Integer, Fraction> quantities = new TreeMap<>();
        for (ChargeLine line : rating.lines()) {
            if (line.block() > 0) {
                quantities.merge(line.block(), line.shareOf(line.quantity()), Fraction::plus);
            }
        }
        StringBuilder text = new StringBuilder();
        quantities.forEach((block, quantity) ->
                text.append(text.isEmpty() ? "" : " ").append(block).append('=').append(quantity));
        return text.toString();
    }

    /// The sum of the energy lines on the book's own basis.
    private static Money energy(Rating rating) {
        Money sum = Money.ZERO;
        for (ChargeLine line : rating.lines()) {
            sum = line.component().equals("energy") ? sum.plus(line.amount()) : sum;
        }
        return sum;
    }

    private static Money amount(Map<String, Money> amounts, String code) {
        return amounts.getOrDefault(code, Money.ZERO);
    }

    private static BigDecimal decimal(Money money) {
        return new BigDecimal(money.toString());
    }
}
