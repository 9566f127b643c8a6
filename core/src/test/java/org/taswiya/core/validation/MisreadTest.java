package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.core.validation.SampleRegister.LIMITS;
import static org.taswiya.core.validation.SampleRegister.TODAY;
import static org.taswiya.core.validation.SampleRegister.reading;
import static org.taswiya.core.validation.SampleRegister.steady;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;

/// Which slip is suggested, and how numbers are told. A hundred a month were used before 1 March 2020.
final class MisreadTest {
    /// Of all slips that lead into what is expected, the one nearest to what is usual, not the first kind.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            digitTooMany           | 4938  | A 2020-04-01 50380  | high-use! misread!=5038: the point is set wrong
            digitTooManyNotSwapped | 4655  | A 2020-06-25 50380  | high-use! misread!=5038: the point is set wrong
            digitTwice             | 4938  | A 2020-04-01 55038  | high-use! misread!=5038: a digit is too many
            digitTooManyForTheDial | 20900 | A 2020-04-01 210025 | dials!!=21002: a digit is too many
            ordinary               | 1900  | A 2020-04-01 2030   | -
            digitMissing           | 4888  | A 2020-04-01 463    | negative! misread!=4963: a digit is missing
            anewRatherThanMissing  | 4938  | A 2020-04-01 50     | negative! unrecorded-exchange!
            telling                | 1200  | A 2020-04-01 3110 | high-use! misread!=1310: two digits have changed places
            """)
    void theSlipNearestToWhatIsUsual(String trap, String inMarch, String now, String expected) {
        ValidationOutcome outcome = steady(inMarch).judged(reading(now));
        assertThat(slips(outcome)).isEqualTo(expected.equals("-") ? "" : expected);
    }

    /// The slips of the largest that can be written would be larger than anything that the program counts with.
    @ParameterizedTest
    @CsvSource({
        "999999999999.999999, dials!! decimals!!",
        "999999999999.999, dials!! decimals!!",
        "99999999999.999999, dials!! decimals!!",
        "922337203685.477581, dials!! decimals!!",
        "999999999999, dials!!"
    })
    void beyondAllDialsNothingIsSuggested(String now, String expected) {
        ValidationOutcome outcome = steady("1000").judged(reading("A 2020-04-01 " + now));
        assertThat(outcome.findings().stream().map(ValidationTest::told).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void theOtherRegisterOfTheDevice() {
        List<Sibling> bands = List.of(new Sibling("night", false, true, Decimal.of(20), Decimal.of(1105)));
        ReceivedReading received =
                ReceivedReading.of(steady("1000").known(), reading("A 2020-04-01 31250"), Unit.KILOWATT_HOUR, bands);
        assertThat(slips(Validation.validate(received, LIMITS, TODAY)))
                .isEqualTo("high-use! misread!=1105: it stands under another register of the device");
    }

    private static String slips(ValidationOutcome outcome) {
        return outcome.findings().stream()
                .sorted(Comparator.comparing(finding -> !finding.reason().equals(FindingReason.HIGH_USE)))
                .map(finding -> ValidationTest.told(finding)
                        + (finding.values().containsKey(ReadingFinding.SUGGESTED)
                                ? ": " + finding.found().replaceFirst(".*(: |would, if )", "")
                                : ""))
                .collect(Collectors.joining(" "));
    }

    /// A clerk compares no thousandths: what was computed is told to a hundredth below ten, to a tenth below a hundred.
    @ParameterizedTest
    @CsvSource({"245098/365, 672", "1999/20, 100", "1000/7, 143", "100/7, 14.3", "10/7, 1.43", "-100/7, -14.3", "0/1, 0"
    })
    void whatWasComputedIsToldAsAClerkComparesIt(String value, String expected) {
        String[] parts = value.split("/");
        assertThat(ReadingFinding.told(Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]))))
                .isEqualTo(expected);
    }
}
