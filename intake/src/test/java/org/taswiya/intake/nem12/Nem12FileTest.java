package org.taswiya.intake.nem12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.intake.nem12.Nem12Text.END;
import static org.taswiya.intake.nem12.Nem12Text.HEADER;
import static org.taswiya.intake.nem12.Nem12Text.day;
import static org.taswiya.intake.nem12.Nem12Text.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedFormat;

final class Nem12FileTest {
    @TempDir
    private Path folder;

    private final List<FeedDay> days = new ArrayList<>();

    @ParameterizedTest(name = "{0} minutes in {1}")
    @CsvSource({
        "5,  288, kWh, 0.5,    144",
        "15, 96,  Wh,  250,    24",
        "30, 48,  MWh, 0.001,  48",
        "30, 48,  KWH, 0.125,  6",
        "30, 48,  kWh, 1.23456789, 59.25925872"
    })
    void aDayIsTheExactSumOfItsIntervals(int minutes, int intervals, String uom, String value, String sum)
            throws IOException {
        FeedCount count = read(HEADER + stream("E1", uom, minutes) + day("20240131", intervals, value, "A") + END);
        assertThat(count.isAllTaken()).isTrue();
        assertThat(count.intervals()).isEqualTo(intervals);
        assertThat(shown()).containsExactly("NMI1234567 E1 delivered 2024-01-31 " + sum + " actual complete");
    }

    @Test
    void everySuffixIsASeriesOfItsOwn() throws IOException {
        read(HEADER
                + stream("E1", "kWh", 30)
                + day("20240101", 48, "1", "A")
                + stream("B1", "kWh", 30)
                + day("20240101", 48, "0.5", "A")
                + END);
        assertThat(shown())
                .containsExactly(
                        "NMI1234567 E1 delivered 2024-01-01 48 actual complete",
                        "NMI1234567 B1 received 2024-01-01 24 actual complete");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "A,   '',                                  48 actual complete",
        "E52, '',                                  48 estimated complete",
        "S14, '',                                  48 estimated complete",
        "F14, '',                                  48 estimated complete",
        "V,   '400,1,20,A,,|400,21,48,S14,,',      48 estimated complete",
        "V,   '400,1,20,A,,|400,21,48,A,,',        48 actual complete",
        "V,   '400,1,20,A,,|400,21,48,N,,',        20 actual incomplete",
        "A,   '500,S,RSO1,20240131090000,001.1',   48 actual complete"
    })
    void theWorstQualityIsThatOfTheDay(String quality, String below, String expected) throws IOException {
        String rows = below.isEmpty() ? "" : below.replace('|', '\n') + "\n";
        FeedCount count = read(HEADER + stream("E1", "kWh", 30) + day("20240101", 48, "1", quality) + rows + END);
        assertThat(count.refused()).isEmpty();
        assertThat(shown()).containsExactly("NMI1234567 E1 delivered 2024-01-01 " + expected);
    }

    /// A day of the same values again and again, and its smallest hour in kWh.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            aTapThatDripsInHalfHours   | 30 | kWh | 0.125           | A   | -                          | 0.25
            inQuartersOfWh             | 15 | Wh  | 250             | A   | -                          | 1
            everyFiveMinutes           | 5  | kWh | 0.01            | A   | -                          | 0.12
            inMWh                      | 30 | MWh | 0.0005          | A   | -                          | 1
            itRestsInEveryHour         | 30 | kWh | 3 0             | A   | -                          | 3
            itRestsForAnHour           | 15 | kWh | 1 1 1 1 0 0 0 0 | A   | -                          | 0
            everyIntervalIsSaidActual  | 30 | kWh | 1               | V   | 400,1,20,A/400,21,48,A     | 2
            oneIntervalIsEstimated     | 30 | kWh | 1               | V   | 400,1,47,A/400,48,48,S14   | -
            theDayIsSubstituted        | 30 | kWh | 1               | F14 | -                          | -
            oneIntervalIsMissing       | 30 | kWh | 1               | V   | 400,1,47,A/400,48,48,N     | -
            """)
    void theSmallestHourOfADay(
            String trap,
            int minutes,
            String uom,
            String values,
            String quality,
            @Nullable String below,
            @Nullable String expected)
            throws IOException {
        String[] pattern = values.split(" ");
        String day = IntStream.range(0, 1440 / minutes)
                .mapToObj(i -> pattern[i % pattern.length])
                .collect(Collectors.joining(",", "300,20240101,", "," + quality + ",,,20240301000000,\n"));
        String rows = below == null ? "" : below.replace('/', '\n') + "\n";
        read(HEADER + stream("E1", uom, minutes) + day + rows + END);
        Fraction least = days.getFirst().leastHour();
        assertThat(least == null ? null : ExactText.of(least)).isEqualTo(expected);
    }

    /// `|` stands for the end of a line, `D(day,n,v,q)` for a day of n values v. A good day goes before and after.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "bad-date;      D(20240230,48,1,A)",
                "bad-date;      D(2024-01-02,48,1,A)",
                "bad-date;      D(00240102,48,1,A)",
                "wrong-count;   D(20240102,47,1,A)",
                "wrong-count;   D(20240102,49,1,A)",
                "wrong-count;   D(20240102,288,1,A)",
                "wrong-count;   300,20240102",
                "bad-number;    D(20240102,48,1e3,A)",
                "bad-number;    D(20240102,48,,A)",
                "bad-number;    D(20240102,48,NaN,A)",
                "bad-number;    D(20240102,48,99999999999999999999,A)",
                "negative;      D(20240102,48,-0.001,A)",
                "too-large;     D(20240102,48,1000000000001,A)",
                "too-large;     D(20240102,48,0.000000001,A)",
                "bad-quality;   D(20240102,48,1,X)",
                "bad-quality;   D(20240102,48,1,S)",
                "bad-quality;   D(20240102,48,1,A14)",
                "bad-quality;   D(20240102,48,1,V)",
                "bad-quality;   D(20240102,48,1,V)|400,1,20,A",
                "bad-quality;   D(20240102,48,1,V)|400,2,48,A",
                "bad-quality;   D(20240102,48,1,V)|400,1,20,A|400,20,48,A",
                "bad-quality;   D(20240102,48,1,V)|400,1,49,A",
                "bad-quality;   D(20240102,48,1,V)|400,1,48,V",
                "bad-quality;   D(20240102,48,1,V)|400,1,48",
                "null-data;     D(20240102,48,0,N)",
                "duplicate-day; D(20240101,48,1,A)",
                "out-of-order;  D(20231231,48,1,A)",
                "unexpected-element; 600,1",
                "unexpected-element; hello"
            })
    void whatIsWrongWithADayIsSaidAndStopsNoOther(String fault, String rows) throws IOException {
        FeedCount count = read(HEADER
                + stream("E1", "kWh", 30)
                + day("20240101", 48, "1", "A")
                + written(rows)
                + day("20240103", 48, "1", "A")
                + END);
        assertThat(count.whole()).isNull();
        assertThat(count.examples())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.fault().code())
                        .as(refusal.toString())
                        .isEqualTo(fault))
                .satisfies(refusal -> assertThat(refusal.line()).isBetween(4L, 6L));
        assertThat(shown())
                .containsExactly(
                        "NMI1234567 E1 delivered 2024-01-01 48 actual complete",
                        "NMI1234567 E1 delivered 2024-01-03 48 actual complete");
    }

    /// Each block of a stream has its days in order; the blocks need not be.
    @Test
    void blocksOfAStreamMayGoBackwardsAndNoDayComesTwice() throws IOException {
        FeedCount count = read(HEADER
                + stream("E1", "kWh", 30)
                + day("20240103", 48, "1", "A")
                + stream("E1", "kWh", 30)
                + day("20240101", 48, "1", "A")
                + day("20240103", 48, "2", "A")
                + stream("E1", "kWh", 30)
                + day("19900101", 48, "1", "A")
                + day("20240101", 48, "2", "A")
                + END);
        assertThat(count.examples())
                .extracting(refusal -> refusal.fault().code() + " " + refusal.line())
                .containsExactly("duplicate-day 6", "duplicate-day 9");
        assertThat(shown())
                .containsExactly(
                        "NMI1234567 E1 delivered 2024-01-03 48 actual complete",
                        "NMI1234567 E1 delivered 2024-01-01 48 actual complete",
                        "NMI1234567 E1 delivered 1990-01-01 48 actual complete");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "unknown-unit;  200,NMI1234567,Q1,Q1,Q1,N1,M1,kVArh,30,20240601",
                "unknown-unit;  200,NMI1234567,E1,E1,E1,N1,M1,VARh,30,20240601",
                "unknown-flow;  200,NMI1234567,K1,K1,K1,N1,M1,kWh,30,20240601",
                "unknown-flow;  200,NMI1234567,11,11,11,N1,M1,kWh,30,20240601",
                "bad-value;     200,NMI1234567,E1,E1,E1,N1,M1,kWh,60,20240601",
                "bad-value;     200,NMI 1,E1,E1,E1,N1,M1,kWh,30,20240601",
                "missing-field; 200,NMI1234567,E1,E1"
            })
    void aStreamThatIsNotTakenTakesItsDaysAlong(String fault, String row) throws IOException {
        FeedCount count = read(HEADER + row + "\n" + day("20240101", 48, "1", "V") + "400,1,48,A\n500,x\n"
                + stream("E2", "kWh", 30) + day("20240101", 48, "1", "A") + END);
        assertThat(count.examples())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.fault().code())
                        .as(refusal.toString())
                        .isEqualTo(fault));
        assertThat(shown()).containsExactly("NMI1234567 E2 delivered 2024-01-01 48 actual complete");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "truncated;       2; 100,NEM12,202401310000,A,B|200,NMI1234567,E1,E1,E1,N1,M1,kWh,30,",
                "out-of-order;    3; 100,NEM12,202401310000,A,B|900|100,NEM12,202401310000,A,B",
                "out-of-order;    2; 100,NEM12,202401310000,A,B|100,NEM12,202401310000,A,B|900",
                "unknown-version; 1; 100,NEM13,202401310000,A,B|900",
                "unknown-version; 1; 100,NEM22,202401310000,A,B|900",
                "not-a-feed;      1; 200,NMI1234567,E1,E1,E1,N1,M1,kWh,30,",
                "not-a-feed;      1; hello",
                "not-a-feed;      0; ''"
            })
    void aFileThatDoesNotStandHandsOutNothing(String fault, long line, String text) throws IOException {
        requireWhole(read(text.replace('|', '\n')), fault, line);
    }

    @Test
    void aFileWithoutItsEndHandsOutNothing() throws IOException {
        requireWhole(read(HEADER + stream("E1", "kWh", 30) + day("20240101", 48, "1", "A")), "truncated", 3);
    }

    @Test
    void aLineOfTwoHundredMegabytesIsNotKept() throws IOException {
        Path file = folder.resolve("long.csv");
        byte[] piece = "1,".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
        try (var out = Files.newOutputStream(file)) {
            out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 200; i++) {
                out.write(piece);
            }
        }
        requireWhole(new Nem12File(file).read(days::add), "too-long", 2);
    }

    @Test
    void anotherEncodingIsNoFile() throws IOException {
        Path file = folder.resolve("utf16.csv");
        Files.writeString(file, HEADER + END, StandardCharsets.UTF_16LE);
        requireWhole(new Nem12File(file).read(days::add), "bad-encoding", 1);
    }

    @Test
    void aMarkOfTheEncodingAndOtherLineEndsDoNotMatter() throws IOException {
        String text = HEADER + stream("E1", "kWh", 30) + day("20240101", 48, "1", "A") + "\n" + END;
        assertThat(read("\uFEFF" + text.replace("\n", "\r\n")).isAllTaken()).isTrue();
        assertThat(days).hasSize(1);
        assertThat(FeedFormat.of(folder.resolve("nem12.csv"))).contains(FeedFormat.NEM12);
    }

    private void requireWhole(FeedCount count, String fault, long line) {
        assertThat(days).isEmpty();
        var whole = Objects.requireNonNull(count.whole());
        assertThat(whole.fault().code()).as(whole.toString()).isEqualTo(fault);
        assertThat(whole.line()).isEqualTo(line);
    }

    private static String written(String rows) {
        StringBuilder text = new StringBuilder();
        for (String row : rows.strip().split("\\|")) {
            if (row.startsWith("D(")) {
                String[] parts = row.substring(2, row.length() - 1).split(",", -1);
                text.append(day(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]));
            } else {
                text.append(row).append('\n');
            }
        }
        return text.toString();
    }

    private List<String> shown() {
        return days.stream()
                .map(day -> day.series().point() + " " + day.series().register() + " "
                        + day.series().flow().code() + " " + day.days().from() + " "
                        + day.quantity().toCanonicalText(12) + " "
                        + day.quality().code() + " " + (day.isComplete() ? "complete" : "incomplete"))
                .toList();
    }

    private FeedCount read(String text) throws IOException {
        Path file = folder.resolve("nem12.csv");
        Files.writeString(file, text);
        return new Nem12File(file).read(days::add);
    }
}
