package org.taswiya.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ValidationOutcome.Accepted;

/// What holds of every reading, whatever the register knows.
class ValidationLaws {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

    @Property(tries = 500)
    void whatIsLowerIsNeverAcceptedUnlessTheDialWentRound(
            @ForAll @Size(min = 1, max = 15) List<@LongRange(min = 0, max = 99_999) Long> values,
            @ForAll @LongRange(min = 0, max = 99_999) long now) {
        SampleRegister sample = of(values);
        Reading reading = next(sample, now);
        if (sample.judged(reading) instanceof Accepted(var findings)) {
            boolean isRolledOver = findings.stream().anyMatch(finding -> finding.reason() == FindingReason.ROLLOVER);
            assertThat(isRolledOver).isEqualTo(now < values.getLast());
        }
    }

    @Property(tries = 300)
    void theOrderInWhichReadingsAreKnownChangesNothing(
            @ForAll @Size(min = 2, max = 15) List<@LongRange(min = 0, max = 99_999) Long> values,
            @ForAll @LongRange(min = 0, max = 99_999) long now,
            @ForAll long seed) {
        SampleRegister sample = of(values);
        Reading reading = next(sample, now);
        ValidationOutcome before = sample.judged(reading);
        Collections.shuffle(sample.readings, new Random(seed));
        assertThat(sample.judged(reading)).isEqualTo(before);
    }

    @Property(tries = 300)
    void estimatesNeverFeedWhatIsExpected(
            @ForAll @Size(min = 2, max = 15) List<@LongRange(min = 0, max = 99_999) Long> values,
            @ForAll @LongRange(min = 0, max = 99_999) long estimated,
            @ForAll @IntRange(min = 1, max = 400) int day) {
        SampleRegister sample = of(values);
        Reading reading = next(sample, values.getLast());
        ExpectedUse before = sample.received(reading).expected();
        LocalDate at = FIRST.plusDays(day);
        if (sample.readings.stream().noneMatch(known -> known.at().equals(at))) {
            sample.readings.add(new EstimatedReading(at, Decimal.of(estimated), "estimate"));
        }
        assertThat(sample.received(reading).expected()).isEqualTo(before);
    }

    @Property(tries = 500)
    void whatIsExpectedIsNeverBelowZeroAndItsEndsLieAroundIt(
            @ForAll @Size(min = 2, max = 15) List<@LongRange(min = 0, max = 99_999) Long> values) {
        SampleRegister sample = of(values);
        ExpectedUse expected = sample.received(next(sample, 0)).expected();
        if (expected != null) {
            assertThat(expected.low()).isBetween(Decimal.ZERO, expected.likely());
            assertThat(expected.high()).isGreaterThanOrEqualTo(expected.likely());
        }
    }

    @Property(tries = 500)
    void aSuggestedValueIsOneThatIsExpected(
            @ForAll @LongRange(min = 0, max = 99_000) long inMarch,
            @ForAll @LongRange(min = 0, max = 999_999) long now) {
        SampleRegister sample = SampleRegister.steady(Long.toString(inMarch));
        Reading reading = new ActualReading(SampleRegister.MARCH.plusDays(31), Decimal.of(now), "round");
        ExpectedUse expected = Objects.requireNonNull(sample.received(reading).expected());
        for (ReadingFinding finding : sample.judged(reading).findings()) {
            Fraction suggested = finding.values().get(ReadingFinding.SUGGESTED);
            if (suggested != null) {
                Fraction use = suggested.minus(Fraction.of(inMarch));
                assertThat(use).isBetween(Fraction.of(expected.low()), Fraction.of(expected.high()));
            }
        }
    }

    @Property(tries = 300)
    void aMeterThatGoesOnAsEverIsAccepted(@ForAll @LongRange(min = 0, max = 99_999) long inMarch) {
        SampleRegister sample = SampleRegister.steady(Long.toString(inMarch));
        Decimal now = Decimal.of((inMarch + 100) % 100_000);
        Reading reading = new ActualReading(SampleRegister.MARCH.plusDays(31), now, "round");
        assertThat(sample.judged(reading)).isInstanceOf(Accepted.class);
    }

    /// A month between readings.
    private static SampleRegister of(List<Long> values) {
        SampleRegister sample = new SampleRegister();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            readings.add(new ActualReading(FIRST.plusMonths(i), Decimal.of(values.get(i)), "round"));
        }
        sample.readings.addAll(readings);
        return sample;
    }

    private static Reading next(SampleRegister sample, long value) {
        return new ActualReading(FIRST.plusMonths(sample.readings.size()), Decimal.of(value), "round");
    }
}
