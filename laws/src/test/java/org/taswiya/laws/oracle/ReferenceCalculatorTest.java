package org.taswiya.laws.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ResolvedTariffs;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.urdb.ParsedRate;
import org.taswiya.intake.urdb.UrdbFile;
import org.taswiya.intake.urdb.UrdbRate;

/// Months of published tariffs as NREL's reference calculator prices them, to its eight decimals.
class ReferenceCalculatorTest {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");
    private static final int YEAR = 2023; // of 365 days, as the calculator's

    static Path oracle() {
        String named = System.getenv("TASWIYA_ORACLE");
        Path folder = named == null ? Path.of("..", "..", "shared", "oracle") : Path.of(named);
        assumeTrue(
                Files.isDirectory(folder.resolve("urdb")),
                "no cases: " + folder + " is not there; TASWIYA_ORACLE names it");
        return folder;
    }

    @Test
    void everyMonthCostsTheSame() throws IOException {
        Path oracle = oracle();
        ResolvedTariffs tariffs = new ResolvedTariffs();
        Map<String, UrdbRate> rates = new LinkedHashMap<>();
        int months = 0;
        for (String line : Files.readAllLines(oracle.resolve("ssc-open.jsonl"))) {
            JsonFields one = JsonFields.of(new JsonReader().readObject(line.getBytes(StandardCharsets.UTF_8)));
            UrdbRate rate = rates.computeIfAbsent(one.text("rate"), name -> rate(oracle, name));
            for (JsonFields month : one.objects("months")) {
                check(one.text("case"), month, rate, tariffs);
                months++;
            }
        }
        assertThat(rates).hasSizeGreaterThanOrEqualTo(27);
        assertThat(months).isGreaterThanOrEqualTo(1416);
    }

    private static UrdbRate rate(Path oracle, String name) {
        return (UrdbRate)
                UrdbFile.read(oracle.resolve("urdb").resolve(name + ".json")).getFirst();
    }

    private static void check(String name, JsonFields month, UrdbRate rate, ResolvedTariffs tariffs) {
        int number = month.wholeNumber("month", 1, 12);
        LocalDate from = LocalDate.of(YEAR, number, 1);
        Map<String, Fraction> demand = month.optionalObject("peak_kw")
                .map(ReferenceCalculatorTest::quantities)
                .orElse(Map.of());
        List<ChargeLine> lines = tariffs.resolve(rate.tariff(), DateRange.of(from, from.plusMonths(1)), 1)
                .rate(BillDeterminants.of(quantities(month.object("quantity")), demand))
                .lines();
        String place = name + ", month " + number;
        near(place + ", energy", sum(lines, UrdbRate.ENERGY::equals), month, "energy_charge");
        near(place + ", fixed", sum(lines, UrdbRate.FIXED::equals), month, "fixed_charge");
        near(place + ", minimum", sum(lines, UrdbRate.MINIMUM::equals), month, "minimum_topup");
        near(place + ", demand", sum(lines, ReferenceCalculatorTest::isFlat), month, "demand_flat_charge");
        near(place + ", demand of bands", sum(lines, ReferenceCalculatorTest::isOfBand), month, "demand_tou_charge");
        near(place, sum(lines, _ -> true), month, "total");
    }

    private static boolean isOfBand(String code) {
        return code.startsWith(UrdbRate.DEMAND) && !isFlat(code);
    }

    private static boolean isFlat(String code) {
        return code.equals(UrdbRate.DEMAND) || code.startsWith(UrdbRate.DEMAND_OF_MONTHS);
    }

    private static Map<String, Fraction> quantities(JsonFields fields) {
        Map<String, Fraction> quantities = new LinkedHashMap<>();
        fields.names().forEach(band -> quantities.put(band, Fraction.of(fields.quantity(band))));
        return quantities;
    }

    private static BigDecimal sum(List<ChargeLine> lines, Predicate<String> component) {
        Fraction sum = lines.stream()
                .filter(line -> component.test(line.component()))
                .map(ChargeLine::unrounded)
                .reduce(Fraction.ZERO, Fraction::plus);
        return new BigDecimal(sum.toText(12));
    }

    private static void near(String place, BigDecimal ours, JsonFields month, String field) {
        Optional<BigDecimal> theirs = month.optionalDecimal(field).map(value -> value.toBigDecimal());
        assertThat(ours.subtract(theirs.orElse(BigDecimal.ZERO)).abs())
                .as(place + ": ours " + ours + ", theirs " + theirs)
                .isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void nearlyAllPublishedRecordsArePricedAndTheOthersSayWhyNot(@TempDir Path folder) throws IOException {
        int priced = 0;
        int records = 0;
        for (Path file : records(oracle())) {
            List<ParsedRate> read = UrdbFile.read(file);
            assertThat(UrdbFile.read(Files.copy(file, folder.resolve("copy-" + records))))
                    .as("a copy of " + file + " under another name")
                    .isEqualTo(read);
            records += read.size();
            priced += (int) read.stream().filter(UrdbRate.class::isInstance).count();
        }
        assertThat(records).isEqualTo(94);
        assertThat(priced).isGreaterThanOrEqualTo(92);
    }

    static List<Path> records(Path oracle) throws IOException {
        try (Stream<Path> files = Files.list(oracle.resolve("urdb"))) {
            return files.filter(file -> !file.endsWith("MANIFEST.json"))
                    .sorted()
                    .toList();
        }
    }
}
