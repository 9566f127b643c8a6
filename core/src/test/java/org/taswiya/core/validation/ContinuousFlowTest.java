package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.UseAlarm.Kind;

/// Flows that never stop, more than 0.9 an hour for three days in a row, named by what could look like one.
///
/// A letter is a day: `f` at least 2 in every hour, `g` 1, `l` 0.9, each 48 in all; `r` rested; `h` without hours; `c`
/// read by the customer; `e` estimated; `-` not read at all.
class ContinuousFlowTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final AlarmLimits LIMITS =
            new AlarmLimits(Decimal.parse("0.9"), 3, Decimal.of(4), Decimal.ONE, Decimal.ZERO);

    private final Set<String> told = new LinkedHashSet<>();
    private String days = "";
    private KnownRegister known = new SampleRegister().known();

    private void are(String letters) {
        SampleRegister sample = new SampleRegister();
        sample.readings.add(new ActualReading(START, Decimal.ZERO, "round"));
        known = sample.known();
        days = letters;
    }

    /// A day comes to count, and what is told of it.
    ///
    /// @param more that the dial shows than the days before it come to
    private List<UseAlarm> comes(int day, int more) {
        char letter = days.charAt(day);
        LocalDate at = START.plusDays(day + 1L);
        Decimal value = Decimal.of(48L * (day + 1) + more);
        Reading reading = letter == 'e'
                ? new EstimatedReading(at, value, "feed")
                : letter == 'c' ? new CustomerReading(at, value, "feed") : new ActualReading(at, value, "feed");
        Decimal least = least(letter);
        List<UseAlarm> alarms =
                letter == '-' || letter == 'e' ? List.of() : AbnormalUse.look(known, reading, least, LIMITS);
        known = letter == '-' ? known : known.with(reading, least);
        alarms.forEach(alarm -> told.add("%d..%d %s"
                .formatted(
                        alarm.range().from().getDayOfYear(),
                        alarm.range().to().getDayOfYear(),
                        alarm.values().get("smallest"))));
        return alarms;
    }

    private static @Nullable Decimal least(char letter) {
        return switch (letter) {
            case 'f' -> Decimal.of(2);
            case 'g', 'c' -> Decimal.ONE;
            case 'l' -> Decimal.parse("0.9");
            case 'r' -> Decimal.ZERO;
            default -> null;
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            threeDaysInARow         | fgf         | 1..4 1
            twoDays                 | ff          | none
            restsInTheMiddle        | ffrff       | none
            restsAndGoesOn          | ffrfgf      | 4..7 1
            atTheLimit              | lll         | none
            aDayWithoutHours        | ffhff       | none
            aDayThatIsMissing       | ff-ff       | none
            behindOneThatIsMissing  | ff-ffff     | 5..8 2
            aDayThatIsEstimated     | ffeff       | none
            behindOneThatIsEstimated| ffeffff     | 5..8 2
            aDayOfTheCustomers      | ffcff       | none
            weeksAreToldOnce        | fffffffffffffffffffffff | 1..4 2
            twoLeaksAreToldTwice    | fffrggg     | 1..4 2, 5..8 1
            """)
    void daysComeOneAfterTheOther(String trap, String letters, @Nullable String expected) {
        are(letters);
        IntStream.range(0, letters.length()).forEach(day -> comes(day, 0));
        assertThat(String.join(", ", told)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            lastDayFirst              | 2 1 0         | 1..4 2
            firstDayLast              | 1 2 3 0       | 1..4 2
            oneInTheMiddleLast        | 0 2 3 1       | 1..4 2
            aWeekWithOneMissing       | 0 1 3 4       | ''
            twoRunsAreJoined          | 3 4 5 6 0 1 2 | 5..8 2, 1..4 2
            """)
    void theOrderInWhichTheyCome(String trap, String order, String expected) {
        are("fffffff");
        Stream.of(order.split(" ")).forEach(day -> comes(Integer.parseInt(day), 0));
        assertThat(String.join(", ", told)).isEqualTo(expected);
    }

    @Test
    void aRunThatBeganLongAgoIsNotToldAgain() {
        are("f".repeat(60));
        IntStream.range(0, 59).forEach(day -> comes(day, 0));
        assertThat(told).containsExactly("1..4 2");
        assertThat(comes(59, 0)).isEmpty();
    }

    @Test
    void whatRestsOnAnOldValueIsNotToldBeforeItComesAgain() {
        are("fffff");
        IntStream.range(0, 5).forEach(day -> comes(day, 0));
        assertThat(comes(1, 7)).isEmpty();
        assertThat(comes(2, 7))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.values().get("use")).hasToString("151"));
    }

    @Test
    void aFlowNamesItsNumbers() {
        are("fgf");
        comes(0, 0);
        comes(1, 0);
        UseAlarm alarm = comes(2, 0).getFirst();
        assertThat(alarm.kind()).isEqualTo(Kind.CONTINUOUS_FLOW);
        assertThat(alarm.at()).isEqualTo(START.plusDays(3));
        assertThat(alarm.range()).isEqualTo(DateRange.of(START, START.plusDays(3)));
        assertThat(alarm.values()).hasToString("{use=144, smallest=1, limit=9/10}");
        assertThat(alarm.found())
                .isEqualTo("for 3 days, from 2018-01-01, at least 1 flowed in every hour of day and night");
    }
}
