package org.taswiya.intake.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tax.ValueAddedTax;

/// On, just below and just above every block of every book, against arithmetic that shares nothing with core.
class BlockEdgesTest {

    /// The written-out grid of 2017, so that a reader can check it by eye.
    @ParameterizedTest(name = "{0}, {1}: {2} -> {3}")
    @CsvSource({
        "casablanca/electricity-household, 2017-03-01,   0,       0 x 0.8496",
        "casablanca/electricity-household, 2017-03-01,   0.001,   0.001 x 0.8496",
        "casablanca/electricity-household, 2017-03-01,  99.999,   99.999 x 0.8496",
        "casablanca/electricity-household, 2017-03-01, 100,       100 x 0.8496",
        "casablanca/electricity-household, 2017-03-01, 100.001,   100 x 0.8496 + 0.001 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 149.999,   100 x 0.8496 + 49.999 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 150,       100 x 0.8496 + 50 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 150.001,   150.001 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 200,       200 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 209.999,   209.999 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 210,       210 x 1.0220",
        "casablanca/electricity-household, 2017-03-01, 210.001,   210.001 x 1.1193",
        "casablanca/electricity-household, 2017-03-01, 309.999,   309.999 x 1.1193",
        "casablanca/electricity-household, 2017-03-01, 310,       310 x 1.1193",
        "casablanca/electricity-household, 2017-03-01, 310.001,   310.001 x 1.3157",
        "casablanca/electricity-household, 2017-03-01, 509.999,   509.999 x 1.3157",
        "casablanca/electricity-household, 2017-03-01, 510,       510 x 1.3157",
        "casablanca/electricity-household, 2017-03-01, 510.001,   510.001 x 1.5193",
        "casablanca/electricity-household, 2017-03-01, 1000000000000, 1000000000000 x 1.5193",
        "casablanca/water-household,       2018-03-01,   5.999,   5.999 x 3.34",
        "casablanca/water-household,       2018-03-01,   6,       6 x 3.34",
        "casablanca/water-household,       2018-03-01,   6.001,   6 x 3.34 + 0.001 x 7.77",
        "casablanca/water-household,       2018-03-01,  12,       6 x 3.34 + 6 x 7.77",
        "casablanca/water-household,       2018-03-01,  12.001,   12.001 x 7.77",
        "casablanca/water-household,       2018-03-01,  20,       20 x 7.77",
        "casablanca/water-household,       2018-03-01,  20.001,   20.001 x 13.20",
        "casablanca/water-household,       2018-03-01,  35,       35 x 13.20",
        "casablanca/water-household,       2018-03-01,  35.001,   35.001 x 18.44",
        "casablanca/water-household,       2013-03-01,   6,       6 x 3.34",
        "casablanca/water-household,       2013-03-01,   8,       6 x 3.34 + 2 x 3.50",
        "casablanca/water-household,       2013-03-01,   8.001,   6 x 3.34 + 2 x 3.50 + 0.001 x 10.65",
        "casablanca/water-household,       2013-03-01,  20,       6 x 3.34 + 2 x 3.50 + 12 x 10.65",
        "casablanca/water-household,       2013-03-01,  20.001,   6 x 3.34 + 2 x 3.50 + 12 x 10.65 + 0.001 x 14.43",
        "casablanca/water-professional,    2018-07-01,  34.999,   34.999 x 11.24",
        "casablanca/water-professional,    2018-07-01,  35,       35 x 11.24",
        "casablanca/water-professional,    2018-07-01,  35.001,   35.001 x 16.48",
    })
    void gridsWrittenOut(String tariff, String from, String usage, String arithmetic) {
        Rating rating = Books.month(tariff, from, usage);
        assertThat(volumeCharges(rating)).isEqualByComparingTo(Books.arithmetic(arithmetic));
    }

    /// A grid as the price list prints it.
    ///
    /// @param bounds upper bounds of all blocks but the last, tolerance included
    /// @param progressive how many of the first blocks are progressive
    /// @param fixed all fixed charges of a month
    record Grid(String tariff, String day, List<String> bounds, int progressive, List<String> prices, String fixed) {

        /// Block by block as a clerk would, in plain decimals.
        BigDecimal volumeCharges(BigDecimal usage) {
            int reached = 0;
            while (reached < bounds.size() && usage.compareTo(new BigDecimal(bounds.get(reached))) > 0) {
                reached++;
            }
            if (reached >= progressive) {
                return centimes(usage.multiply(new BigDecimal(prices.get(reached))));
            }
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal lower = BigDecimal.ZERO;
            for (int block = 0; block <= reached; block++) {
                BigDecimal upper = block == reached ? usage : new BigDecimal(bounds.get(block));
                sum = sum.add(centimes(upper.subtract(lower).multiply(new BigDecimal(prices.get(block)))));
                lower = upper;
            }
            return sum;
        }
    }

    private static BigDecimal centimes(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static final List<String> ELECTRICITY_BOUNDS = List.of("100", "150", "210", "310", "510");
    private static final List<String> WATER_BOUNDS = List.of("6", "12", "20", "35");
    private static final List<String> HOUSEHOLD_WATER = List.of("3.34", "7.77", "7.77", "13.20", "18.44");

    private static Grid electricity(String tariff, String day, String fixed, String... prices) {
        return new Grid(tariff, day, ELECTRICITY_BOUNDS, 2, List.of(prices), fixed);
    }

    private static Stream<Grid> householdGrid(String tariff) {
        return Stream.of(
                electricity(tariff, "2014-09-01", "7.90", "0.8496", "0.935", "0.935", "1.02", "1.21", "1.39"),
                electricity(tariff, "2016-03-01", "7.90", "0.8496", "0.98", "0.98", "1.07", "1.27", "1.46"),
                electricity(tariff, "2017-03-01", "7.90", "0.8496", "1.0220", "1.0220", "1.1193", "1.3157", "1.5193"),
                electricity(tariff, "2024-03-01", "7.90", "0.8350", "1.0044", "1.0044", "1.1000", "1.2930", "1.4931"),
                electricity(tariff, "2025-03-01", "7.90", "0.8208", "0.9874", "0.9874", "1.0814", "1.2711", "1.4678"),
                electricity(tariff, "2026-03-01", "7.90", "0.8071", "0.9709", "0.9709", "1.0633", "1.2499", "1.4433"));
    }

    static Stream<Arguments> everyGrid() {
        Stream<Grid> electricity = Stream.of(Books.ELECTRICITY, Books.ELECTRICITY_PROFESSIONAL, Books.LIGHTING)
                .flatMap(t -> householdGrid(t));
        Stream<Grid> others = Stream.of(
                electricity(
                        Books.ONEE, "2014-09-01", "19.66", "0.9010", "0.9689", "0.9689", "1.0541", "1.2474", "1.4407"),
                electricity(
                        Books.ONEE, "2017-03-01", "19.66", "0.9010", "1.0732", "1.0732", "1.1676", "1.3817", "1.5958"),
                electricity(
                        Books.ONEE, "2026-03-01", "19.66", "0.9010", "1.0732", "1.0732", "1.1676", "1.3817", "1.5958"),
                new Grid(
                        Books.WATER,
                        "2013-03-01",
                        List.of("6", "8", "20"),
                        4,
                        List.of("3.34", "3.50", "10.65", "14.43"),
                        "13"),
                new Grid(Books.WATER, "2015-03-01", WATER_BOUNDS, 2, HOUSEHOLD_WATER, "15"),
                new Grid(Books.WATER, "2020-03-01", WATER_BOUNDS, 2, HOUSEHOLD_WATER, "15"),
                new Grid(
                        Books.WATER_PROFESSIONAL,
                        "2017-03-01",
                        WATER_BOUNDS,
                        2,
                        List.of("2.99", "6.97", "6.97", "11.24", "16.48"),
                        "8"),
                new Grid(Books.WATER_PROFESSIONAL, "2018-07-01", List.of("35"), 1, List.of("11.24", "16.48"), "8"));
        return Stream.concat(electricity, others).map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyGrid")
    void everyEdgeOfEveryGrid(Grid grid) {
        for (String bound : grid.bounds()) {
            for (String step : List.of("-1", "-0.001", "0", "0.001", "1")) {
                BigDecimal usage = new BigDecimal(bound).add(new BigDecimal(step));
                Rating rating = Books.month(grid.tariff(), grid.day(), usage.toPlainString());
                assertThat(volumeCharges(rating))
                        .as("%s of %s", usage, grid)
                        .isEqualByComparingTo(grid.volumeCharges(usage));
                BigDecimal net = grid.volumeCharges(usage).add(new BigDecimal(grid.fixed()));
                assertThat(linesTotal(rating)).as("%s of %s", usage, grid).isEqualByComparingTo(net);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2024-01-01, 0.16", "2025-01-01, 0.18", "2026-01-01, 0.20"})
    void derivedPricesFollowTheRule(String from, String vat) {
        List<String> prices = List.of("0.8496", "1.0220", "1.0220", "1.1193", "1.3157", "1.5193");
        List<String> usages = List.of("1", "101", "151", "211", "311", "511");
        for (int block = 0; block < prices.size(); block++) {
            BigDecimal expected = new BigDecimal(prices.get(block))
                    .multiply(new BigDecimal("1.14"))
                    .divide(BigDecimal.ONE.add(new BigDecimal(vat)), 4, RoundingMode.HALF_UP);
            int number = block + 1;
            BigDecimal price = Books.month(Books.ELECTRICITY, from, usages.get(block)).lines().stream()
                    .filter(line -> line.block() == number)
                    .map(line -> line.price().toBigDecimal())
                    .findFirst()
                    .orElseThrow();
            assertThat(price).as("block %d from %s", number, from).isEqualByComparingTo(expected);
        }
        assertThat(Books.LIBRARY.tariff(Books.ELECTRICITY).orElseThrow().taxes())
                .filteredOn(ValueAddedTax.class::isInstance)
                .isNotEmpty();
    }

    private static BigDecimal volumeCharges(Rating rating) {
        return sum(rating.lines().stream().filter(line -> line.block() > 0));
    }

    private static BigDecimal linesTotal(Rating rating) {
        return sum(rating.lines().stream());
    }

    private static BigDecimal sum(Stream<ChargeLine> lines) {
        return lines.map(line -> line.amount()
                        .toFraction()
                        .round(2, RoundingMode.UNNECESSARY)
                        .toBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
