package org.taswiya.intake.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.intake.greenbutton.GreenButtonText.EASTERN;
import static org.taswiya.intake.greenbutton.GreenButtonText.ELECTRICITY;
import static org.taswiya.intake.greenbutton.GreenButtonText.block;
import static org.taswiya.intake.greenbutton.GreenButtonText.feed;
import static org.taswiya.intake.greenbutton.GreenButtonText.link;
import static org.taswiya.intake.greenbutton.GreenButtonText.localTime;
import static org.taswiya.intake.greenbutton.GreenButtonText.meterReading;
import static org.taswiya.intake.greenbutton.GreenButtonText.point;
import static org.taswiya.intake.greenbutton.GreenButtonText.reading;
import static org.taswiya.intake.greenbutton.GreenButtonText.readings;
import static org.taswiya.intake.greenbutton.GreenButtonText.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFormat;

final class GreenButtonFileTest {
    private static final long HOUR = 3600;

    @TempDir
    private Path folder;

    private final List<FeedDay> days = new ArrayList<>();

    /// A value of 1,000,000 in each unit, by its definition.
    @ParameterizedTest(name = "{0} {1} 10^{2}")
    @CsvSource({
        "0, 72,  0,  1000 kWh",
        "0, 72,  3,  1000000 kWh",
        "0, 72,  -3, 1 kWh",
        "0, 31,  0,  5/18 kWh",
        "1, 169, 0,  263701000/9 kWh",
        "1, 169, -5, 263701/900 kWh",
        "1, 132, 0,  2637010/9000 kWh",
        "1, 42,  0,  1000000 m3",
        "1, 167, -3, 1000 m3",
        "1, 119, 0,  28316.846592 m3",
        "1, 120, 0,  28316.846592 m3",
        "2, 128, 0,  3785.411784 m3",
        "2, 130, 0,  4546.09 m3",
        "2, 134, 0,  1000 m3",
        "2, 42,  -6, 1 m3"
    })
    void aUnitIsConvertedExactly(int service, int uom, int power, String expected) throws IOException {
        FeedCount count = read(
                EASTERN,
                point("1", service),
                meterReading("1", "1", "1"),
                type("1", "<powerOfTenMultiplier>" + power + "</powerOfTenMultiplier><uom>" + uom + "</uom>"),
                block("1", "1", reading(at("2024-06-01T00:00"), 24 * HOUR, 1_000_000)));
        assertThat(count.isAllTaken()).as(count.toString()).isTrue();
        FeedDay day = days.getFirst();
        String[] parts = expected.split(" ");
        assertThat(day.series().unit().symbol()).isEqualTo(parts[1]);
        assertThat(day.quantity()).isEqualTo(Ratio.of(parts[0]));
    }

    /// What a series is made of, as fields of its reading type; the others of the feed come in.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "unknown-unit,    0, <uom>73</uom>",
        "unknown-unit,    0, <uom>38</uom>",
        "unknown-unit,    0, ''",
        "unknown-unit,    0, <uom>42</uom>",
        "unknown-unit,    2, <uom>72</uom>",
        "unknown-unit,    0, <uom>9999</uom>",
        "unknown-unit,    0, <powerOfTenMultiplier>13</powerOfTenMultiplier><uom>72</uom>",
        "not-a-quantity,  0, <accumulationBehaviour>3</accumulationBehaviour><uom>72</uom>",
        "not-a-quantity,  0, <dataQualifier>8</dataQualifier><uom>72</uom>",
        "not-a-quantity,  0, <kind>8</kind><uom>72</uom>",
        "not-a-quantity,  2, <kind>155</kind><uom>42</uom>",
        "unknown-flow,    0, <flowDirection>20</flowDirection><uom>72</uom>",
        "unknown-service, 4, <uom>72</uom>"
    })
    void aSeriesThatIsNotTakenStopsNoOther(String fault, int service, String fields) throws IOException {
        FeedCount count = read(
                EASTERN,
                point("1", service),
                meterReading("1", "1", "2"),
                type("2", fields),
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 5)),
                point("2", 0),
                meterReading("2", "1", "1"),
                ELECTRICITY,
                block("2", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500)));
        assertThat(count.refused().keySet())
                .singleElement()
                .satisfies(found -> assertThat(found.code()).isEqualTo(fault));
        assertThat(shown()).containsExactly("UsagePoint/2 delivered 2024-06-01/2024-06-02 12 actual 24 complete");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "none,              delivered, ''",
        "forward,           delivered, <flowDirection>1</flowDirection>",
        "reverse,           received,  <flowDirection>19</flowDirection>",
        "net,               net,       <flowDirection>4</flowDirection>"
    })
    void aRegisterCountsOneWay(String name, String flow, String field) throws IOException {
        read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                type("1", field + "<uom>72</uom>"),
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500)));
        assertThat(days.getFirst().series().flow().code()).as(name).isEqualTo(flow);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, actual",
        "14, actual",
        "17, actual",
        "18, actual",
        "19, actual",
        "7, estimated",
        "8, estimated",
        "9, estimated",
        "10, estimated",
        "11, estimated",
        "12, estimated",
        "13, estimated",
        "15, estimated",
        "16, estimated",
        "99, estimated"
    })
    void theWorstQualityIsThatOfTheDay(int code, String quality) throws IOException {
        String text = block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500))
                .replaceFirst(
                        "<IntervalReading>",
                        "<IntervalReading><ReadingQuality><quality>0</quality></ReadingQuality>"
                                + "<ReadingQuality><quality>" + code + "</quality></ReadingQuality>");
        read(EASTERN, point("1", 0), meterReading("1", "1", "1"), ELECTRICITY, text);
        assertThat(days.getFirst().quality().code()).isEqualTo(quality);
    }

    @Test
    void withoutAWordTheQualityIsThatOfTheReadingType() throws IOException {
        read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                type("1", "<defaultQuality>8</defaultQuality><uom>72</uom>"),
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500)));
        assertThat(days.getFirst().quality().code()).isEqualTo("estimated");
    }

    /// Hours from a local midnight on, in the zone and by the rules that the feed states.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "north spring, America/New_York,    B40E2000, 3600, 360E2000, -18000, 2024-03-10, 23",
        "north autumn, America/New_York,    B40E2000, 3600, 360E2000, -18000, 2024-11-03, 25",
        "north plain,  America/New_York,    B40E2000, 3600, 360E2000, -18000, 2024-11-04, 24",
        "west spring,  America/Los_Angeles, B40E2000, 3600, 360E2000, -28800, 2012-03-11, 23",
        "south spring, Australia/Sydney,    440E3000, 3600, A40E2000, 36000,  2024-10-06, 23",
        "south autumn, Australia/Sydney,    440E3000, 3600, A40E2000, 36000,  2024-04-07, 25",
        "europe,       Europe/Paris,        AE0E3000, 3600, 3E0E2000, 3600,   2024-03-31, 23",
        "europe,       Europe/Paris,        AE0E3000, 3600, 3E0E2000, 3600,   2024-10-27, 25",
        "no rules,     America/Phoenix,     FFFFFFFF, 3600, FFFFFFFF, -25200, 2024-03-10, 24",
        "no offset,    America/Phoenix,     B40E2000, 0,    360E2000, -25200, 2024-11-03, 24"
    })
    void aDayHasTheHoursThatTheFeedsClocksShow(
            String name, String zone, String end, long summer, String start, long offset, String day, int hours)
            throws IOException {
        long midnight =
                LocalDateTime.parse(day + "T00:00").atZone(ZoneId.of(zone)).toEpochSecond();
        FeedCount count = read(
                localTime("1", end, summer, start, offset),
                point("1", 0),
                meterReading("1", "1", "1"),
                ELECTRICITY,
                block("1", "1", readings(midnight, HOUR, hours, 1000)));
        assertThat(count.isAllTaken()).as(name + count).isTrue();
        assertThat(days).singleElement().satisfies(only -> {
            assertThat(only.days().from()).hasToString(day);
            assertThat(only.isComplete()).isTrue();
            assertThat(only.intervals()).isEqualTo(hours);
            assertThat(only.leastHour()).isEqualTo(Fraction.ONE);
        });
    }

    /// `start+hours=value` of intervals; expected is what becomes of the days, and the fault.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "a day;             06-01T00+24=5000; 06-01 1 5 complete; -",
                "a month;           06-01T00+720=5000; 06-01 30 5 complete; -",
                "half a day;        06-01T00+12=5000; 06-01 1 5 incomplete; -",
                "two halves;        06-01T12+12=2000 06-01T00+12=5000; 06-01 1 7 complete; -",
                "over midnight;     06-01T23+2=2000 06-02T01+23=1000; 06-01 1 2 incomplete, 06-02 1 1 incomplete; -",
                "day over midnight; 06-01T07+24=2000 06-02T07+24=1000; 06-01 1 2 incomplete, 06-02 1 1 incomplete; -",
                "hours and days;    06-01T00+12=1000 06-01T12+36=2000; 06-01 2 3 complete; -",
                "no length;         06-01T00+24=5000 06-01T05+0=1000; 06-01 1 5 incomplete; no-duration",
                "no length alone;   06-01T05+0=1000; -; no-duration",
                "again;             06-01T00+24=5000 06-01T00+24=5000; 06-01 1 5 incomplete; overlap",
                "overlapping;       06-01T00+24=5000 06-01T23+25=9000; 06-01 1 5 incomplete; overlap",
                "negative;          06-01T00+12=5000 06-01T12+12=-1; 06-01 1 5 incomplete; negative",
                "huge;              06-01T00+24=140737488355328; 06-01 1 140737488355.328 complete; -",
                "no year of ours;   06-01T00+24=1 0001-01-01T00+1=1; 06-01 1 0.001 complete; bad-date"
            })
    void anIntervalIsCountedWholeWhereItBegins(String name, String intervals, String expected, String fault)
            throws IOException {
        List<String> texts = new ArrayList<>();
        for (String interval : intervals.strip().split(" ")) {
            String[] parts = interval.split("[+=]");
            String start = (parts[0].length() < 10 ? "2024-" : "") + parts[0] + ":00";
            texts.add(reading(at(start), Long.parseLong(parts[1]) * HOUR, Long.parseLong(parts[2])));
        }
        FeedCount count = read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                ELECTRICITY,
                block("1", "1", texts.toArray(String[]::new)));
        List<String> shown = days.stream()
                .map(day -> day.days().from().toString().substring(5) + " "
                        + day.days().days() + " " + day.quantity().toCanonicalText(9)
                        + (day.isComplete() ? " complete" : " incomplete"))
                .toList();
        assertThat(String.join(", ", shown)).as(name).isEqualTo(expected == null ? "" : expected);
        assertThat(count.refused().keySet().stream().map(found -> found.code()))
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void whatIsTooMuchForADayIsNoDay() throws IOException {
        FeedCount count = read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                type("1", "<powerOfTenMultiplier>3</powerOfTenMultiplier><uom>72</uom>"),
                block("1", "1", reading(at("2024-06-01T00:00"), 24 * HOUR, 140_737_488_355_328L)));
        assertThat(count.examples().toString()).contains("too-large");
        assertThat(days).isEmpty();
    }

    @Test
    void netMayBeBelowZero() throws IOException {
        read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                type("1", "<flowDirection>4</flowDirection><uom>72</uom>"),
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, -500)));
        assertThat(shown()).containsExactly("UsagePoint/1 net 2024-06-01/2024-06-02 -12 actual 24 complete");
    }

    /// Each time of use is a register of its own, and has every day: one without an interval had no use.
    @Test
    void everyTimeOfUseHasEveryDay() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int hour = 0; hour < 48; hour++) {
            boolean isPeak = hour >= 8 && hour < 20;
            texts.add(reading(at("2024-06-01T00:00") + hour * HOUR, HOUR, 1000, "<tou>" + (isPeak ? 1 : 2) + "</tou>"));
        }
        read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                ELECTRICITY,
                block("1", "1", texts.toArray(String[]::new)));
        assertThat(days)
                .extracting(day -> day.series().timeOfUse() + " " + day.days().from() + " " + day.quantity() + " "
                        + day.isComplete())
                .containsExactly(
                        "1 2024-06-01 12 true", "2 2024-06-01 12 true", "1 2024-06-02 0 true", "2 2024-06-02 24 true");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no reading type,     missing-link",
        "no meter reading,    missing-link",
        "no usage point,      missing-link",
        "no local time,       missing-link",
        "two reading types,   ambiguous-link",
        "two local times,     ambiguous-link",
        "two usage points,    ambiguous-link",
        "a fifth Sunday,      bad-local-time",
        "no such month,       bad-local-time",
        "a zone too far,      bad-local-time"
    })
    void whatBelongsToNothingOrToTwoIsNotTaken(String name, String fault) throws IOException {
        List<String> entries = new ArrayList<>(List.of(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                ELECTRICITY,
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500))));
        String kind = "<ServiceCategory><kind>0</kind></ServiceCategory>";
        switch (name) {
            case "no reading type" -> entries.remove(3);
            case "no meter reading" -> entries.remove(2);
            case "no usage point" -> entries.remove(1);
            case "no local time" -> entries.set(1, point("1", kind, link("related", "LocalTimeParameters/7")));
            case "two reading types" -> entries.add(type("1", "<uom>42</uom>"));
            case "two local times" -> entries.add(localTime("2", "B40E2000", 3600, "360E2000", -21_600));
            case "two usage points" -> entries.add(point("1", 1));
            case "a fifth Sunday" -> entries.set(0, localTime("1", "BC0E2000", 3600, "360E2000", 0));
            case "no such month" -> entries.set(0, localTime("1", "D40E2000", 3600, "360E2000", 0));
            case "a zone too far" -> entries.set(0, localTime("1", "B40E2000", 3600, "360E2000", 90_000));
            default -> throw new IllegalStateException(name);
        }
        FeedCount count = read(entries.toArray(String[]::new));
        assertThat(count.whole()).isNull();
        assertThat(count.refused().keySet())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.code()).as(count.toString()).isEqualTo(fault));
        assertThat(days).isEmpty();
    }

    @Test
    void ofTwoLocalTimesAPointHasTheOneThatItNames() throws IOException {
        String kind = "<ServiceCategory><kind>0</kind></ServiceCategory>";
        FeedCount count = read(
                localTime("2", "B40E2000", 3600, "360E2000", -21_600),
                EASTERN,
                point("1", kind, link("related", "LocalTimeParameters/1")),
                meterReading("1", "1", "1"),
                ELECTRICITY,
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500)));
        assertThat(count.isAllTaken()).isTrue();
        assertThat(shown()).containsExactly("UsagePoint/1 delivered 2024-06-01/2024-06-02 12 actual 24 complete");
    }

    @Test
    void aFeedWithoutLocalTimeHasTheDaysOfAnotherAndSaysSo() throws IOException {
        Path file = folder.resolve("feed.xml");
        Files.writeString(
                file,
                feed(
                        point("1", 0),
                        meterReading("1", "1", "1"),
                        ELECTRICITY,
                        block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 24, 500))));
        FeedCount count = new GreenButtonFile(file, ZoneId.of("America/New_York")).read(days::add);
        assertThat(count.notes())
                .containsExactly("the feed states no local time: its days are those of America/New_York");
        assertThat(days)
                .singleElement()
                .satisfies(day -> assertThat(day.isComplete()).isTrue());
        assertThat(FeedFormat.of(file)).contains(FeedFormat.GREEN_BUTTON);
    }

    private static long at(String eastern) {
        return LocalDateTime.parse(eastern)
                .atZone(ZoneId.of("America/New_York"))
                .toEpochSecond();
    }

    private List<String> shown() {
        return days.stream()
                .map(day -> day.series().point() + " " + day.series().flow().code() + " " + day.days() + " "
                        + day.quantity() + " " + day.quality().code() + " " + day.intervals() + " "
                        + (day.isComplete() ? "complete" : "incomplete"))
                .toList();
    }

    private FeedCount read(String... entries) throws IOException {
        Path file = folder.resolve("feed.xml");
        Files.writeString(file, feed(entries));
        return new GreenButtonFile(file, ZoneOffset.UTC).read(days::add);
    }
}
