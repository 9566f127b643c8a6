package org.taswiya.core.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.metering.StandingReading.Word;
import org.taswiya.core.quantity.Decimal;

/// What becomes of an arriving reading: kind (actual, customer, estimated), word (source, correction, person), value.
final class SupersessionTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);

    @ParameterizedTest(name = "after [{0}] comes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                                | A S 100 | FIRST
            A S 100             | A S 100 | SAME
            A S 100             | A S 99  | SUPERSEDES
            A S 100             | A S 101 | OTHER_VALUE
            A S 100, A S 99     | A S 100 | SAME
            A S 100             | C S 1   | OUTRANKED
            C S 1               | A S 100 | SUPERSEDES
            E S 100             | C S 200 | SUPERSEDES
            C S 5, A S 9        | C S 5   | SAME
            A S 100             | A C 120 | SUPERSEDES
            A S 100, A C 120    | A S 90  | OTHER_VALUE
            A S 100, A C 120    | A S 100 | SAME
            A S 100, A C 120    | A C 100 | SUPERSEDES
            A C 120, A C 130    | A C 120 | SAME
            A C 120             | A C 130 | SUPERSEDES
            A S 100, A P 90     | A C 95  | OTHER_VALUE
            A S 100, A P 90     | A P 95  | SUPERSEDES
            C P 90              | A S 100 | SUPERSEDES
            A S 100             | C P 90  | OUTRANKED
            """)
    void theBetterWordCounts(@Nullable String known, String arriving, Supersession expected) {
        List<StandingReading> before = new ArrayList<>();
        for (String word : known == null ? new String[0] : known.split(", ")) {
            before.add(standing(word));
        }
        assertThat(Supersession.of(before, standing(arriving))).isEqualTo(expected);
    }

    private static StandingReading standing(String text) {
        Decimal value = Decimal.parse(text.substring(4));
        Reading reading = switch (text.charAt(0)) {
            case 'A' -> new Reading.ActualReading(DAY, value, "test");
            case 'C' -> new Reading.CustomerReading(DAY, value, "test");
            default -> new Reading.EstimatedReading(DAY, value, "test");
        };
        Word word = switch (text.charAt(2)) {
            case 'S' -> Word.SOURCE;
            case 'C' -> Word.CORRECTION;
            default -> Word.PERSON;
        };
        return new StandingReading(reading, word);
    }
}
