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
        BillDeterminants use =
                BillDeterminants.of(fractions(usage), demand.isEmpty() ? Map.of() : fractions(demand));
        return rate.tariff()
                .resolve(MARCH, 1)
                .rate(use)
                .unrounded()
                .total()
                .reduced()
                .toCanonicalText(12);
    }

    @ParameterizedTest(name = "{0}: {1} costs {4}")
    @CsvSource(quoteCharacter = '`', value = {
        "rate and adjustment,   0=100,    [[{'rate':0.1;'adj':0.02}]], , 12",
        "an adjustment alone,   0=100,    [[{'adj':0.02}]], , 2",
        "a negative adjustment, 0=100,    [[{'rate':0.1;'adj':-0.02}]], , 8",
        "a rate as text,        0=100,    [[{'rate':'0.1'}]], , 10",
        "a rate with exponent,  0=100,    [[{'rate':7.9e-05}]], , 0.0079",
        "seventeen digits,      0=1,      [[{'rate':19.538999557495117}]], , 19.538999557495",
        "on a bound,            0=100,    [[{'max':100;'rate':1};{'rate':2}]], , 100",
        "above a bound,         0=101,    [[{'max':100;'rate':1};{'rate':2}]], , 102",
        "a bound of a day,      0=100,    [[{'max':2;'rate':1;'unit':'kWh daily'};{'rate':2;'unit':'kWh daily'}]], , 138", // 62 x 1 + 38 x 2
        "a last max of zero,    0=101,    [[{'max':100;'rate':1};{'max':0;'rate':2}]], , 102",
        "a last max,            0=300,    [[{'max':100;'rate':1};{'max':200;'rate':2}]], , 500",
        "a last max of 1e38,    0=300,    [[{'max':100;'rate':1};{'max':9.99e37;'rate':2}]], , 500",
        "blocks shared,         0=60 1=90, [[{'max':100;'rate':1};{'rate':2}];[{'rate':3}]], , 350", // 2/5 of 100 x 1 + 50 x 2, and 90 x 3
        "bounds of each,        0=60 1=90, [[{'max':100;'rate':1};{'rate':2}];[{'max':50;'rate':3};{'rate':4}]], , 410", // 80, and 3/5 of 50 x 3 + 100 x 4
        "nothing used,          0=0,      [[{'rate':1}]], 'fixedmonthlycharge':5, 5",
        "a charge a day,        0=0,      [[{'rate':1}]], 'fixedchargefirstmeter':0.5;'fixedchargeunits':'$/day', 15.5",
        "a charge a year,       0=0,      [[{'rate':1}]], 'fixedchargefirstmeter':120;'fixedchargeunits':'$/year', 10",
        "a charge of no unit,   0=0,      [[{'rate':1}]], 'fixedchargefirstmeter':7, 7",
        "a minimum,             0=3,      [[{'rate':1}]], 'fixedmonthlycharge':5;'mincharge':10;'minchargeunits':'$/month', 10",
        "a minimum met,         0=5,      [[{'rate':1}]], 'fixedmonthlycharge':5;'mincharge':10;'minchargeunits':'$/month', 10",
        "a minimum a day,       0=5,      [[{'rate':1}]], 'mincharge':1;'minchargeunits':'$/day', 31",
        "a minimum a year,      0=5,      [[{'rate':1}]], 'mincharge':200;'minchargeunits':'$/year', 5",
        "the former minimum,    0=5,      [[{'rate':1}]], 'minMonthlyCharge':8, 8",
    })
    void aMonthOf(String trap, String usage, String energy, String more, String expected) throws IOException {
        UrdbRate rate = good(record(energy.replace(';', ','), more == null ? "" : more.replace(';', ',')));
        assertThat(price(rate, usage, "")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {3} costs {4}")
    @CsvSource(quoteCharacter = '`', value = {
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
        assertThat(rate.isOfDemand()).isTrue();
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
    void hoursUseOfDemandGrowsWithIt() throws IOException {
        UrdbRate rate = good(record("[[{'max':2,'rate':1,'unit':'kWh/kW'},{'rate':3,'unit':'kWh/kW'}]]", ""));
        assertThat(rate.isOfDemand()).isTrue();
        assertThat(price(rate, "0=100", "0=20")).as("40 at 1, 60 at 3").isEqualTo("220");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "a dangling period     | `energyweekdayschedule` | [[{'rate':1}]] | ALWAYS 1 | energyweekdayschedule[0][0] | the number 1, here and in 287 hours more | 0, the one period of its structure",
        "a negative period     | `energyweekdayschedule` | [[{'rate':1}]] | ALWAYS -1 | energyweekdayschedule[0][0] | the number -1, here and in 287 hours more | 0, the one period of its structure",
        "half a period         | `energyweekdayschedule` | [[{'rate':1}]] | ALWAYS 0.5 | energyweekdayschedule[0][0] | the number 0.5, here and in 287 hours more | 0, the one period of its structure",
        "eleven months         | `energyweekendschedule` | [[{'rate':1}]] | [[0]] | energyweekendschedule | 1 months | 12, January first",
        "no schedule           | `energyweekendschedule` | [[{'rate':1}]] | null | energyweekendschedule | nothing | 12 lists, one a month, of 24 periods each",
        "a schedule as text    | `energyweekendschedule` | [[{'rate':1}]] | 'x' | energyweekendschedule | the text 'x' | a list",
        "no structure          | `energyratestructure`   | null           | null | energyratestructure | nothing | what usage costs",
        "no period             | `energyratestructure`   | []             | [] | energyratestructure | no period | at least one",
        "no block              | `energyratestructure`   | [[]]           | [[]] | energyratestructure[0] | no block | at least one",
        "a period as a number  | `energyratestructure`   | [3]            | [3] | energyratestructure[0] | the number 3 | a list",
        "a block as a number   | `energyratestructure`   | [[3]]          | [[3]] | energyratestructure[0][0] | the number 3 | an object with rate and max",
        "no rate               | `energyratestructure`   | [[{}]]         | [[{'max':1}]] | energyratestructure[0][0] | a block without a rate | what a unit costs",
        "a rate in words       | `energyratestructure`   | [[{}]]         | [[{'rate':'cheap'}]] | energyratestructure[0][0].rate | the text 'cheap' | a number",
        "a rate of 19 digits   | `energyratestructure`   | [[{}]]         | [[{'rate':0.1234567890123456789}]] | energyratestructure[0][0].rate | the number 0.1234567890123456789 | a number of at most 18 digits",
        "blocks out of order   | `energyratestructure`   | [[{}]]         | [[{'max':9,'rate':1},{'max':9,'rate':2},{'rate':3}]] | energyratestructure[0][1].max | the number 9 | above 9, where the block before ends",
        "a negative block      | `energyratestructure`   | [[{}]]         | [[{'max':-9,'rate':1},{'rate':3}]] | energyratestructure[0][0].max | the number -9 | above 0",
        "a zero block          | `energyratestructure`   | [[{}]]         | [[{'max':0,'rate':1},{'rate':3}]] | energyratestructure[0][0].max | the number 0 | above 0",
        "a negative last block | `energyratestructure`   | [[{}]]         | [[{'max':-9,'rate':1}]] | energyratestructure[0][0].max | -9 | nothing, for it is the last block",
        "an inner open block   | `energyratestructure`   | [[{}]]         | [[{'rate':1},{'rate':3}]] | energyratestructure[0][0].max | nothing | where the block ends, since another follows",
        "an endless block      | `energyratestructure`   | [[{}]]         | [[{'max':1e38,'rate':1},{'rate':3}]] | energyratestructure[0][0].max | the number 1e38 | at most 10^12, since another block follows",
        "an unknown unit       | `energyratestructure`   | [[{}]]         | [[{'rate':1,'unit':'BTU'}]] | energyratestructure[0][0].unit | the unit 'BTU' | kWh, HCF or m3, with /kW or daily after it or without",
        "two units in a ladder | `energyratestructure`   | [[{}]]         | [[{'max':1,'rate':1,'unit':'kWh'},{'rate':1,'unit':'kWh daily'}]] | energyratestructure[0][1].unit | the text 'kWh daily' | 'kWh' as in the blocks before",
        "two units in a record | `energyratestructure`   | [[{}]]         | [[{'rate':1,'unit':'kWh'}],[{'rate':1,'unit':'HCF'}]] | energyratestructure | periods in two units | one unit in all of them",
        "two fixed charges     | `fixedchargefirstmeter` | [[{'rate':1}]] | 5,'fixedmonthlycharge':6 | fixedmonthlycharge | 6 a month | the same as fixedchargefirstmeter, 5 a month",
        "a fixed unit          | `fixedchargeunits`      | [[{'rate':1}]] | '$/week' | fixedchargeunits | the text '$/week' | $/day, $/month or $/year",
        "a demand unit         | `flatdemandunit`        | [[{'rate':1}]] | 'W','flatdemandstructure':[[{'rate':1}]] | flatdemandstructure[0][0].unit | the unit 'W' | kW, kVA or hp",
        "a field twice         | `Label`                 | [[{'rate':1}]] | 'y' | Label | the field a second time | it once, beside it stands 'label'",
    })
    void isRefused(
            String trap, String field, String energy, String value, String place, String found, String expected)
            throws IOException {
        String given = value.startsWith("ALWAYS ") ? always(value.substring("ALWAYS ".length())) : value;
        String record = record(energy, "").replaceAll("'" + field + "':" + ".*?(?=,'energy|}$)", "'" + field + "':null");
        String changed = record.contains("'" + field + "':null")
                ? record.replace("'" + field + "':null", "'" + field + "':" + given)
                : record.substring(0, record.length() - 1) + ",'" + field + "':" + given + "}";
        assertThat(read(changed)).isInstanceOfSatisfying(RefusedRate.class, refused -> assertThat(refused.faults())
                .extracting(RateFault::place, RateFault::found, RateFault::expected)
                .contains(tuple(place, found, expected)));
    }

    @Test
    void tenThousandBlocksAreRefusedAtOnce() throws IOException {
        String blocks = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> "{'max':" + i + ",'rate':1}")
                .collect(Collectors.joining(",", "[[", "]]"));
        assertThat(read(record(blocks, ""))).isInstanceOfSatisfying(RefusedRate.class, refused -> assertThat(
                        refused.faults())
                .containsExactly(new RateFault("energyratestructure[0]", "10000 blocks", "at most 100")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(quoteCharacter = '`', value = {
        "'energyRateStructure':ONE, PRICED",
        "'fixedchargefirstmeter':3, PRICED",
        "'utility':'Lydec', INFORMATION",
        "'demandwindow':15, INFORMATION",
        "'demandreactivepowercharge':0.5, NOT_SUPPORTED",
        "'demandreactivepowercharge':0, INFORMATION",
        "'lookbackpercent':80, NOT_SUPPORTED",
        "'coincidentratestructure':[[{'rate':0.79}]], NOT_SUPPORTED",
        "'annualmincharge':12, NOT_SUPPORTED",
        "'tomorrow':12, UNKNOWN",
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
        UrdbRate rate = good(record(
                "[[{'rate':0.1,'sell':0.05}]]", "'demandreactivepowercharge':0.52,'mincharge':9,'minchargeunits':'$/year'"));
        assertThat(rate.leftOut())
                .containsExactly(
                        "demandreactivepowercharge is left out: it needs reactive power",
                        "mincharge is left out: it needs a year of bills",
                        "energyratestructure[][].sell is left out: it needs energy that was fed in");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(quoteCharacter = '`', value = {
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
