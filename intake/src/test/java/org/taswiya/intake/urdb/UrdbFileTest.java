package org.taswiya.intake.urdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;

/// What a record says, what is made of it, and what is wrong with it.
class UrdbFileTest {
    private static final DateRange MARCH = DateRange.of(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 4, 1));
    private static final String ONE_RATE = "[[{'rate':0.1}]]";

    @TempDir
    private Path folder;

    /// A year whose every hour is in one period.
    private static String always(Object period) {
        String day = "[" + String.join(",", Collections.nCopies(24, period.toString())) + "]";
        return "[" + String.join(",", Collections.nCopies(12, day)) + "]";
    }

    private static String record(String energy, String more) {
        return "{'label':'x','energyratestructure':" + energy + ",'energyweekdayschedule':" + always(0)
                + ",'energyweekendschedule':" + always(0) + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private ParsedRate read(String record) throws IOException {
        return all(record).getFirst();
    }

    private List<ParsedRate> all(String text) throws IOException {
        return UrdbFile.read(Files.writeString(folder.resolve("any name"), text.replace('\'', '"')));
    }

    private UrdbRate good(String record) throws IOException {
        assertThat(read(record)).isInstanceOf(UrdbRate.class);
        return (UrdbRate) read(record);
    }

    private static Map<String, Fraction> fractions(String text) {
        return List.of(text.split(" ", -1)).stream()
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> Fraction.of(Decimal.parse(one[1]))));
    }

    private static String price(UrdbRate rate, String usage, String demand) {
        BillDeterminants use = BillDeterminants.of(fractions(usage), demand.isEmpty() ? Map.of() : fractions(demand));
        return rate.tariff()
                .resolve(MARCH, 1)
                .rate(use)
                .unrounded()
                .total()
                .reduced()
                .toCanonicalText(12);
    }

    @ParameterizedTest(name = "{0}: {1} costs {4}")
    @CsvFileSource(resources = "priced-records.txt", quoteCharacter = '`', delimiter = '|')
    void aMonthOf(String trap, String usage, String energy, String more, String expected) throws IOException {
        UrdbRate rate = good(record(energy, more == null ? "" : more));
        assertThat(price(rate, usage, "")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {3} costs {4}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "flat,              [[{'rate':2}]], , 0=10, 20",
                "flat in blocks,    [[{'max':4;'rate':2};{'rate':3}]], , 0=10, 26",
                "flat in its month, [[{'rate':2}];[{'rate':5}]], [0;0;1;0;0;0;0;0;0;0;0;0], 0=10, 50",
                "flat in no month,  [[{'rate':2}];[{'rate':5}]], , 0=10, 20",
                "the highest of all, [[{'rate':2}]], , 7=3 8=10 9=4, 20",
                "with its own adj,  [[{'rate':2;'adj':0.5}]], , 0=10, 25",
            })
    void demand(String trap, String structure, String months, String demand, String expected) throws IOException {
        String flat = "'flatdemandstructure':" + structure.replace(';', ',')
                + (months == null ? "" : ",'flatdemandmonths':" + months.replace(';', ','));
        UrdbRate rate = good(record("[[{'rate':0}]]", flat));
        assertThat(rate.tariff().isOfDemand()).isTrue();
        assertThat(price(rate, "0=0", demand)).isEqualTo(expected);
    }

    @Test
    void demandByTimeBandIsTheHighestOfEach() throws IOException {
        UrdbRate rate = good(record(
                "[[{'rate':0}]]",
                "'demandratestructure':[[{'rate':2}],[{'rate':3}]],'demandweekdayschedule':" + always("1.0")
                        + ",'demandweekendschedule':" + always(0)));
        assertThat(rate.demandBands()).containsExactlyInAnyOrder("0", "1");
        assertThat(price(rate, "0=0", "0=10 1=4")).isEqualTo("32");
        assertThat(price(rate, "0=0", "1=4")).as("a band that did not occur").isEqualTo("12");
    }

    @Test
    void demandByTimeBandThatCostsNothingIsAskedOfNobody() throws IOException {
        UrdbRate rate = good(record(
                "[[{'rate':0}]]",
                "'flatdemandstructure':[[{'rate':2}]],'demandratestructure':[[{'rate':0}]],'demandweekdayschedule':"
                        + always(0) + ",'demandweekendschedule':" + always(0)));
        assertThat(rate.demandBands()).isEmpty();
        assertThat(price(rate, "0=0", "whatever=10")).isEqualTo("20");
    }

    @Test
    void aRoundedNumberIsTold() throws IOException {
        assertThat(good(record("[[{'rate':0.0037985000000000002}]]", "")).notes())
                .containsExactly("energyratestructure[0][0].rate is taken as 0.0037985, to 18 decimals");
    }

    @Test
    void hoursUseOfDemandGrowsWithIt() throws IOException {
        UrdbRate rate = good(record("[[{'max':2,'rate':1,'unit':'kWh/kW'},{'rate':3,'unit':'kWh/kW'}]]", ""));
        assertThat(rate.tariff().isOfDemand()).isTrue();
        assertThat(price(rate, "0=100", "0=20")).as("40 at 1, 60 at 3").isEqualTo("220");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "refused-records.txt", quoteCharacter = '`', delimiter = '|')
    void isRefused(String trap, String field, String energy, String value, String place, String found, String expected)
            throws IOException {
        String given = value.startsWith("ALWAYS ") ? always(value.substring("ALWAYS ".length())) : value;
        String record = record(energy, "").replaceAll("'" + field + "':.*?(?=,'energy|}$)", "'" + field + "':null");
        String changed = record.contains("'" + field + "':null")
                ? record.replace("'" + field + "':null", "'" + field + "':" + given)
                : record.substring(0, record.length() - 1) + ",'" + field + "':" + given + "}";
        assertThat(read(changed))
                .isInstanceOfSatisfying(
                        RefusedRate.class,
                        refused -> assertThat(refused.faults())
                                .extracting(RateFault::place, RateFault::found, RateFault::expected)
                                .contains(tuple(place, found, expected)));
    }

    @Test
    void tenThousandBlocksAreRefusedAtOnce() throws IOException {
        String blocks = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "{'max':" + i + ",'rate':1}")
                .collect(Collectors.joining(",", "[[", "]]"));
        assertThat(read(record(blocks, "")))
                .isInstanceOfSatisfying(
                        RefusedRate.class,
                        refused -> assertThat(refused.faults())
                                .containsExactly(
                                        new RateFault("energyratestructure[0]", "10000 blocks", "at most 100")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'energyRateStructure':ONE, PRICED",
                "'fixedchargefirstmeter':3, PRICED",
                "'utility':'Lydec', INFORMATION",
                "'demandwindow':15, INFORMATION",
                "'demandreactivepowercharge':0.5, NOT_SUPPORTED",
                "'demandreactivepowercharge':0, INFORMATION",
                "'lookbackpercent':80, NOT_SUPPORTED",
                "'coincidentratestructure':[[{'rate':0.79}]], NOT_SUPPORTED",
                "'annualmincharge':12, NOT_SUPPORTED",
                "'demandattrs':[{'Discount':'-0.14'}], NOT_SUPPORTED",
                "'currency':'USD', PRICED",
                "'demandunits':'kW', INFORMATION",
                "'minchargeunits':'$/month', INFORMATION",
                "'tomorrow':12, UNKNOWN",
                "'tomorrow':null, UNKNOWN",
                "'lookbackpercent':null, INFORMATION",
                "'fixedmonthlycharge':null, INFORMATION",
                "'flatdemandstructure':[], INFORMATION",
            })
    void everyFieldIsNamed(String field, RateField.Use use) throws IOException {
        String name = field.substring(1, field.indexOf("':"));
        String text = name.equals("energyRateStructure")
                ? record(ONE_RATE, "").replace("energyratestructure", name)
                : record(ONE_RATE, field);
        assertThat(good(text).fields())
                .filteredOn(one -> one.name().equals(name))
                .singleElement()
                .extracting(RateField::use)
                .isEqualTo(use);
    }

    @Test
    void whatAMonthCannotTellIsLeftOutAndSaidSo() throws IOException {
        String more = "'demandreactivepowercharge':0.52,'mincharge':9,'minchargeunits':'$/year'";
        UrdbRate rate = good(record("[[{'rate':0.1,'sell':0.05}]]", more));
        assertThat(rate.notes())
                .containsExactly(
                        "demandreactivepowercharge is left out: it needs reactive power",
                        "mincharge is left out: it needs a year of bills",
                        "energyratestructure[][].sell is left out: it needs energy that was fed in");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1514764800, 2018-01-01",
                "1.5147648E9, 2018-01-01",
                "'2017-01-01 00:00:00', 2017-01-01",
                "'soon', ",
                "null, "
            })
    void itsFirstDay(String written, LocalDate day) throws IOException {
        assertThat(good(record(ONE_RATE, "'startdate':" + written)).from()).isEqualTo(day);
    }

    @Test
    void aFileMayHoldSeveralRecords() throws IOException {
        String one = record(ONE_RATE, "");
        assertThat(all("[" + one + "," + one + "]")).hasSize(2).allMatch(UrdbRate.class::isInstance);
        assertThat(all("{'items':[" + one + ",7]}"))
                .last()
                .isEqualTo(new RefusedRate("the file", List.of(new RateFault("items[1]", "the number 7", "a record"))));
        assertThat(all("{'items':[]}")).singleElement().isInstanceOf(RefusedRate.class);
        assertThat(all("not json")).singleElement().isInstanceOf(RefusedRate.class);
        assertThat(all("")).singleElement().isInstanceOf(RefusedRate.class);
    }
}
