package org.taswiya.run.receiving;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.source.SourceRow.FeedDayRow;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.population.ReadingKind;

/// Where a dial stands that counts the days of a feed, exactly.
///
/// A reading made of intervals says in its provenance what the dial would show between its steps, so that the next day
/// is counted on from there, whichever import brings it: what is rounded away on one day is not lost to the next.
record CountedOn(Register register, Fraction exact) {
    /// From what a day is counted on: the reading of its beginning, or the first value of a meter installed on it. Null
    /// when the books know neither. An estimate is no place to begin, unless a feed says it.
    ///
    /// @param standing the reading that counts on the day, null when there is none
    static @Nullable CountedOn from(Meter meter, LocalDate day, @Nullable Reading standing) {
        Fraction exact = standing == null ? null : exact(standing);
        if (exact != null) {
            return new CountedOn(meter.register(), exact);
        }
        return meter.installedAt().equals(day)
                ? new CountedOn(meter.register(), Fraction.of(meter.firstValue()))
                : null;
    }

    /// What the dial shows on the day of a reading, between its steps too; null where nobody has seen or counted it.
    static @Nullable Fraction exact(Reading reading) {
        Optional<Fraction> counted = FeedProvenance.exact(reading);
        return counted.isPresent() || reading.isMeasuring() ? counted.orElse(Fraction.of(reading.value())) : null;
    }

    /// Where it stands after a quantity; null when the dial cannot count so much at once without showing less.
    @Nullable CountedOn plus(Fraction quantity) {
        Fraction turned = quantity.dividedBy(Fraction.of(register.multiplier())).reduced();
        Decimal capacity = register.capacity();
        Fraction sum = exact.plus(turned).reduced();
        if (capacity == null) {
            return new CountedOn(register, sum);
        }
        Fraction round = Fraction.of(capacity);
        if (turned.compareTo(round) >= 0) {
            return null;
        }
        return new CountedOn(
                register, sum.compareTo(round) < 0 ? sum : sum.minus(round).reduced());
    }

    /// Where it stands when the day before came to another value: as much further as it was.
    ///
    /// @param before from what it was counted on
    /// @param now from what it is
    CountedOn moved(Fraction before, Fraction now) {
        Fraction sum = exact.minus(before).plus(now).reduced();
        Decimal capacity = register.capacity();
        if (capacity != null) {
            Fraction round = Fraction.of(capacity);
            sum = sum.signum() < 0 ? sum.plus(round).reduced() : sum;
            sum = sum.compareTo(round) < 0 ? sum : sum.minus(round).reduced();
        }
        return new CountedOn(register, sum);
    }

    /// Whether it can be written down without loss.
    boolean isKept() {
        return exact.signum() >= 0 && ExactText.read(ExactText.of(exact)).isPresent();
    }

    /// What the dial shows; rounded half-up, and past its highest value zero.
    Decimal shown() {
        Decimal value = exact.round(register.decimals(), RoundingMode.HALF_UP);
        return register.hasDigitsFor(value) ? value : Decimal.ZERO;
    }

    /// A reading that a feed has brought, counted anew to where this stands.
    Reading instead(Reading reading) {
        return ReadingKind.of(reading).reading(reading.at(), shown(), FeedProvenance.anew(reading, exact));
    }

    /// The reading at the end of the row's days.
    Reading reading(FeedDayRow row) {
        LocalDate at = row.days().to();
        String provenance = FeedProvenance.of(row.source(), exact);
        UsageQuality quality = row.quality();
        return switch (quality) {
            case ACTUAL -> new Reading.ActualReading(at, shown(), provenance);
            case CUSTOMER -> new Reading.CustomerReading(at, shown(), provenance);
            case ESTIMATED -> new Reading.EstimatedReading(at, shown(), provenance);
        };
    }
}
