package org.taswiya.core.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.IntervalJoin.Joined;
import org.taswiya.core.interval.IntervalJoin.Refused;

class IntervalJoinTest {
    private static final DateRange DAY = SeriesOf.days("2026-05-04", 1);

    private static IntervalSeries day(long value, IntervalQuality quality) {
        return SeriesOf.of(DAY, SeriesOf.HOURS, _ -> value, _ -> quality);
    }

    private static Joined join(IntervalSeries standing, IntervalSeries delivered, boolean isCorrecting) {
        return (Joined) IntervalJoin.of(standing, delivered, isCorrecting);
    }

    @Test
    void aDayThatIsDeliveredAgainWithHigherValuesIsToldAndChangesNothing() {
        Joined joined = join(day(100, IntervalQuality.ACTUAL), day(120, IntervalQuality.ACTUAL), false);
        assertThat(joined).isEqualTo(new Joined(day(100, IntervalQuality.ACTUAL), 0, 0, 24));
    }

    @Test
    void ofTwoThatAreKnownAsWellTheLowerCountsWhicheverCameFirst() {
        Joined joined = join(day(120, IntervalQuality.ACTUAL), day(100, IntervalQuality.ACTUAL), false);
        assertThat(joined).isEqualTo(new Joined(day(100, IntervalQuality.ACTUAL), 24, 0, 24));
    }

    @Test
    void aCorrectionCountsWhateverWasThere() {
        Joined joined = join(day(100, IntervalQuality.ACTUAL), day(120, IntervalQuality.ESTIMATED), true);
        assertThat(joined).isEqualTo(new Joined(day(120, IntervalQuality.ESTIMATED), 24, 0, 0));
    }

    @Test
    void anActualValueCountsBeforeAnEstimateInEitherOrder() {
        IntervalSeries actual = day(120, IntervalQuality.ACTUAL);
        IntervalSeries estimated = day(100, IntervalQuality.ESTIMATED);
        assertThat(join(estimated, actual, false)).isEqualTo(new Joined(actual, 24, 0, 0));
        assertThat(join(actual, estimated, false)).isEqualTo(new Joined(actual, 0, 24, 0));
    }

    @Test
    void nothingDeliveredTakesNothingAwayNotEvenAsACorrection() {
        IntervalSeries actual = day(120, IntervalQuality.ACTUAL);
        assertThat(join(actual, day(0, IntervalQuality.MISSING), true)).isEqualTo(new Joined(actual, 0, 0, 0));
    }

    @Test
    void otherIntervalsOfADayAreRefused() {
        IntervalSeries quarters = SeriesOf.known(DAY, SeriesOf.QUARTERS, _ -> 1);
        IntervalSeries elsewhere = SeriesOf.known(DAY, new IntervalClock(ZoneId.of("UTC"), 60), _ -> 1);
        IntervalSeries hours = day(1, IntervalQuality.ACTUAL);
        assertThat(((Refused) IntervalJoin.of(hours, quarters, false)).reason())
                .isEqualTo(IntervalReason.OTHER_INTERVALS);
        assertThat(((Refused) IntervalJoin.of(hours, elsewhere, true)).reason())
                .isEqualTo(IntervalReason.OTHER_INTERVALS);
    }

    @Test
    void valuesThatDoNotFitTheFinerStepsOfTheOtherAreRefused() {
        IntervalSeries large = day(IntervalSeries.VALUE_MAX, IntervalQuality.ACTUAL);
        IntervalSeries fine = day(1, IntervalQuality.ACTUAL).finer(4);
        assertThat(((Refused) IntervalJoin.of(large, fine, false)).reason()).isEqualTo(IntervalReason.TOO_FINE);
    }
}
