package org.taswiya.intake.feed;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// Days that follow each other as the values that a dial would have shown at the start of each next day.
///
/// A value is the start and the exact sum of all days since, rounded half-up once: what is rounded away on one day is
/// not lost to the next. The same start and the same days give the same values. The series ends with the first day
/// that is missing, incomplete, there again, or counts backwards: no value after it would be known.
public final class RegisterSeries {
    private static final RoundingMode MODE = RoundingMode.HALF_UP;

    private final int decimals;
    private LocalDate at;
    private Fraction sum;
    private @Nullable End end;

    /// What a day comes to.
    public sealed interface Step permits Value, End {}

    /// What the dial shows at the start of a day.
    ///
    /// @param quality of the days since the value before it
    public record Value(LocalDate at, Decimal value, UsageQuality quality) implements Step {}

    /// The series is over.
    ///
    /// @param days that are the cause
    public record End(Cause cause, DateRange days) implements Step {
        @Override
        public String toString() {
            return cause.words() + ": " + days.from() + " to " + days.to().minusDays(1);
        }
    }

    /// Why a series is over.
    public enum Cause {
        MISSING("days are missing"),
        INCOMPLETE("days are not complete"),
        AGAIN("days were there before"),
        BACKWARDS("the register counts backwards");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// A series that begins with a stated value at the start of a day.
    ///
    /// @param decimals that the dial shows
    public RegisterSeries(LocalDate at, Decimal value, int decimals) {
        this.at = at;
        this.sum = Fraction.of(value);
        this.decimals = decimals;
    }

    /// Adds the next day; after an end, whatever comes is that end.
    public Step add(FeedDay day) {
        if (end == null) {
            end = fault(day);
        }
        if (end != null) {
            return end;
        }
        sum = sum.plus(day.quantity()).reduced();
        at = day.days().to();
        return new Value(at, sum.round(decimals, MODE), day.quality());
    }

    private @Nullable End fault(FeedDay day) {
        DateRange days = day.days();
        if (days.from().isAfter(at)) {
            return new End(Cause.MISSING, DateRange.of(at, days.from()));
        }
        if (days.from().isBefore(at)) {
            return new End(Cause.AGAIN, days);
        }
        if (!day.isComplete()) {
            return new End(Cause.INCOMPLETE, days);
        }
        return day.quantity().signum() < 0 ? new End(Cause.BACKWARDS, days) : null;
    }
}
