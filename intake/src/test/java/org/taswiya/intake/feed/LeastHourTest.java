package org.taswiya.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;

/// Intervals as minutes and what was counted in them, named by what could be taken for a small hour.
final class LeastHourTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            hours                     | 60=3 60=2 60=4                     | 2
            anHourOfRest              | 60=3 60=0 60=4                     | 0
            halves                    | 30=1 30=2 30=3 30=1                | 3
            quartersThatRestInAnHour  | 15=1 15=0 15=0 15=0 15=0 15=2 15=0 15=0 | 1
            partsOfDifferentLengths   | 30=1 15=1 15=1 60=5 5=1 55=1       | 2
            thirdsOfAUnit             | 30=0.1 30=0.2                      | 0.3
            amidAnHourItEnds          | 60=3 30=1                          | -
            overAnHoursEnd            | 40=3 40=1 40=2                     | -
            longerThanAnHour          | 60=3 120=2                         | -
            aDayInOne                 | 1440=24                            | -
            itCountsBackwards         | 60=3 60=-1                         | -
            backwardsInAnHourThatAdds | 30=3 30=-1                         | -
            nothing                   | -                                  | -
            """)
    void theSmallestHour(String trap, @Nullable String intervals, @Nullable String expected) {
        LeastHour hours = new LeastHour();
        for (String interval : intervals == null ? new String[0] : intervals.split(" ")) {
            String[] parts = interval.split("=");
            boolean isBelow = parts[1].startsWith("-");
            Fraction value = ExactText.read(parts[1].replace("-", "")).orElseThrow();
            hours.add(Long.parseLong(parts[0]) * 60, isBelow ? value.negated() : value);
        }
        Fraction least = hours.value();
        assertThat(least == null ? null : ExactText.of(least)).isEqualTo(expected);
    }
}
