package org.taswiya.intake.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.intake.greenbutton.GreenButtonText.EASTERN;
import static org.taswiya.intake.greenbutton.GreenButtonText.ELECTRICITY;
import static org.taswiya.intake.greenbutton.GreenButtonText.block;
import static org.taswiya.intake.greenbutton.GreenButtonText.feed;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedDay;

/// The smallest hour of a day, by what its intervals are.
final class GreenButtonHoursTest {
    private static final long HOUR = 3600;

    @TempDir
    private Path folder;

    private final List<FeedDay> days = new ArrayList<>();

    /// Of a day of as many intervals as it has, the last one of which is as it is said; and its smallest hour in kWh.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            hours                 | 60  | 1  | 500 | 500  | -                                                    | 0.5
            theLastIsTheSmallest  | 60  | 1  | 500 | 499  | -                                                    | 0.499
            quarters              | 15  | 1  | 250 | 250  | -                                                    | 1
            theLastHourRests      | 60  | 1  | 500 | 0    | -                                                    | 0
            twoHoursAtOnce        | 120 | 1  | 500 | 500  | -                                                    | -
            theyFillNoHour        | 40  | 1  | 500 | 500  | -                                                    | -
            theDayAsOne           | 1440 | 1 | 500 | 500  | -                                                    | -
            oneIsEstimated        | 60  | 1  | 500 | 500  | <ReadingQuality><quality>8</quality></ReadingQuality> | -
            oneIsRaw              | 60  | 1  | 500 | 500  | <ReadingQuality><quality>18</quality></ReadingQuality> | 0.5
            anotherRegisterCounts | 60  | 1  | 500 | 500  | <tou>2</tou>                                         | -
            fedInForAnHour        | 60  | 4  | 500 | -1   | -                                                    | -
            """)
    void theSmallestHourOfADay(
            String trap, int minutes, int flow, long value, long last, @Nullable String more, @Nullable String expected)
            throws IOException {
        long each = minutes * 60L;
        int count = 1440 / minutes;
        long start = at("2024-06-01T00:00");
        List<String> texts = new ArrayList<>(List.of(readings(start, each, count - 1, value)));
        boolean isQuality = more != null && more.startsWith("<ReadingQuality>");
        texts.add(reading(start + (count - 1) * each, each, last, more == null || isQuality ? "" : more)
                .replace("<timePeriod>", (isQuality ? more : "") + "<timePeriod>"));
        read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                type("1", "<flowDirection>" + flow + "</flowDirection><uom>72</uom>"),
                block("1", "1", texts.toArray(String[]::new)));
        assertThat(days).isNotEmpty().allSatisfy(day -> {
            assertThat(day.isComplete()).isTrue();
            Fraction least = day.leastHour();
            assertThat(least == null ? null : ExactText.of(least)).isEqualTo(expected);
        });
    }

    @Test
    void aDayWithAGapHasNoSmallestHour() throws IOException {
        read(
                EASTERN,
                point("1", 0),
                meterReading("1", "1", "1"),
                ELECTRICITY,
                block("1", "1", readings(at("2024-06-01T00:00"), HOUR, 23, 500)));
        assertThat(days)
                .singleElement()
                .satisfies(day -> assertThat(day.leastHour()).isNull());
    }

    private static long at(String eastern) {
        return LocalDateTime.parse(eastern)
                .atZone(ZoneId.of("America/New_York"))
                .toEpochSecond();
    }

    private void read(String... entries) throws IOException {
        Path file = folder.resolve("feed.xml");
        Files.writeString(file, feed(entries));
        new GreenButtonFile(file, ZoneOffset.UTC).read(days::add);
    }
}
