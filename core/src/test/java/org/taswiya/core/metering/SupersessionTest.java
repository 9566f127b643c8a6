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
import org.taswiya.core.quantity.Fraction;

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
            A S 100 is 99.6     | A S 100         | SAME
            A S 100             | A S 100 is 99.6 | SAME
            A S 100 is 99.6     | A S 100 is 99.6 | SAME
            A S 100 is 99.6     | A S 100 is 99.7 | OTHER_VALUE
            A S 100 is 99.6     | A C 100 is 99.7 | SUPERSEDES
            A S 100 is 99.6, A C 100 is 99.7 | A S 100 is 99.6 | SAME
            A S 100 least 0.1   | A S 100 least 0.1 | SAME
            A S 100 least 0.1   | A S 100         | SAME
            A S 100 least 0.1   | A C 100 least 0 | SUPERSEDES
            """)
    void theBetterWordCounts(@Nullable String known, String arriving, Supersession expected) {
        List<StandingReading> before = new ArrayList<>();
        for (String word : known == null ? new String[0] : known.split(", ")) {
            before.add(standing(word));
        }
        assertThat(Supersession.of(before, standing(arriving))).isEqualTo(expected);
    }

    private static StandingReading standing(String text) {
        String[] words = text.split(" ");
        Decimal value = Decimal.parse(words[2]);
        Decimal more = words.length > 4 ? Decimal.parse(words[4]) : null;
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
        return more == null
                ? new StandingReading(reading, word)
                : words[3].equals("is")
                        ? new StandingReading(reading, word, Fraction.of(more), null)
                        : new StandingReading(reading, word, null, more);
    }
}
