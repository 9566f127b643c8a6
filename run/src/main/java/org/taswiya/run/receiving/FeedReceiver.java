package org.taswiya.run.receiving;

import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Supersession;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.FeedDayRow;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.run.BatchTransaction;

/// Takes the days of feeds into the books: a reading at the end of each, counted on from the one at its beginning.
///
/// A day whose beginning is not known waits until what is missing has come. So the days may come in any order.
final class FeedReceiver implements BatchReceiver {
    private static final Comparator<OfMeter> BY_FIRST_DAY =
            Comparator.comparing(of -> of.day().days().from());

    private static final int DECIMALS_KEPT = 6;

    private final ReadingReceiver readings;
    private final LocalDate on;

    FeedReceiver(ReadingReceiver readings, LocalDate on) {
        this.readings = readings;
        this.on = on;
    }

    /// A day whose meter is known.
    private record OfMeter(AcceptedRow row, FeedDayRow day, Meter meter) {
        PointDay key(LocalDate at) {
            return new PointDay(meter.usagePoint(), at);
        }

        boolean isLast() {
            return day.days().to().equals(meter.removedAt());
        }
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        ReadingReceiver.Names names = new ReadingReceiver.Names();
        for (AcceptedRow row : rows) {
            FeedDayRow of = (FeedDayRow) row.row();
            names.add(of.usagePoint(), of.serial());
        }
        MetersThere there = names.lookUp(transaction.connection());
        List<OfMeter> placed = new ArrayList<>(rows.size());
        Set<PointDay> keys = new HashSet<>(rows.size() * 4);
        Set<String> ending = new HashSet<>();
        for (AcceptedRow row : rows) {
            OfMeter of = place(row, (FeedDayRow) row.row(), there, tally);
            if (of != null) {
                placed.add(of);
                keys.add(of.key(of.day().days().from()));
                keys.add(of.key(of.day().days().to()));
                if (of.isLast()) {
                    ending.add(of.meter().usagePoint());
                }
            }
        }
        // A day is counted on from the one before it, so days that come in another order need not be tried again.
        placed.sort(BY_FIRST_DAY);
        ReadingDesk desk = readings.desk(transaction.connection(), keys, there, Map.of());
        MetersThere after = MetersThere.of(transaction.connection(), ending, Set.of());
        for (OfMeter of : placed) {
            take(of, desk, after, tally);
        }
        desk.write(transaction);
    }

    private @Nullable OfMeter place(AcceptedRow row, FeedDayRow day, MetersThere there, BatchTally tally) {
        LocalDate to = day.days().to();
        if (to.isAfter(on)) {
            tally.reject(row, RowReason.FUTURE_DATE, SourceField.TO, "found " + to + ", a day after " + on);
            return null;
        }
        return switch (PlaceCheck.meter(
                there, day.usagePoint(), day.serial(), null, day.days().from())) {
            case PlaceCheck.Found(Meter meter) -> placed(row, day, meter, tally);
            case PlaceCheck.Wrong wrong -> {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
                yield null;
            }
        };
    }

    private static @Nullable OfMeter placed(AcceptedRow row, FeedDayRow day, Meter meter, BatchTally tally) {
        LocalDate removed = meter.removedAt();
        if (removed != null && day.days().to().isAfter(removed)) {
            String found = "found " + day.days() + ", meter " + meter.serial() + " was removed on " + removed;
            tally.reject(row, RowReason.AFTER_REMOVAL, SourceField.TO, found);
            return null;
        }
        PlaceCheck.Wrong wrong = PlaceCheck.value(meter, Decimal.ZERO, day.unit(), SourceField.QUANTITY);
        if (wrong != null) {
            tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
            return null;
        }
        return new OfMeter(row, day, meter);
    }

    private static void take(OfMeter of, ReadingDesk desk, MetersThere after, BatchTally tally) {
        LocalDate from = of.day().days().from();
        if (of.isLast() && isExchanged(of, after)) {
            // What the old meter showed is said by the exchange; the day of it has the reading of the new one.
            tally.count(Supersession.OUTRANKED);
            return;
        }
        CountedOn before = CountedOn.from(of.meter(), from, desk.counting(of.key(from)));
        if (before == null) {
            String found = "the books have no reading of meter " + of.meter().serial() + " on " + from;
            tally.reject(of.row(), RowReason.MISSING_DAYS, SourceField.FROM, found);
            return;
        }
        CountedOn counted = before.plus(of.day().quantity());
        if (counted == null || !counted.isKept()) {
            tally.reject(
                    of.row(),
                    counted == null ? RowReason.DIGIT_OVERFLOW : RowReason.TOO_FINE,
                    SourceField.QUANTITY,
                    "found " + of.day().quantity() + ", more than the dial of meter "
                            + of.meter().serial() + " can count at once");
            return;
        }
        Reading reading = counted.reading(of.day());
        if (!isOtherDay(of, counted, reading, desk, tally)) {
            desk.take(new Placed(of.row(), of.meter().usagePoint(), reading, leastHour(of.day())), tally, true);
        }
    }

    /// What the smallest hour of a day was at least, in the decimals that books keep; null where it is not known, or
    /// somebody has not read all of it.
    private static @Nullable Decimal leastHour(FeedDayRow day) {
        Fraction least = day.leastHour();
        return least == null
                        || day.quality() != UsageQuality.ACTUAL
                        || day.days().days() > 1
                ? null
                : least.round(DECIMALS_KEPT, RoundingMode.DOWN);
    }

    private static boolean isExchanged(OfMeter of, MetersThere after) {
        return after.at(of.meter().usagePoint()).stream()
                .anyMatch(meter -> meter.installedAt().equals(of.day().days().to())
                        && !meter.installedAt().equals(of.meter().installedAt()));
    }

    /// Whether a feed has counted to this day before and came to another value. All days after that one rest on it, so
    /// neither a better kind nor a lower value takes its place, but a correction alone.
    private static boolean isOtherDay(
            OfMeter of, CountedOn counted, Reading reading, ReadingDesk desk, BatchTally tally) {
        Reading standing = desk.counting(of.key(reading.at()));
        Optional<Fraction> other = standing == null ? Optional.empty() : FeedProvenance.exact(standing);
        if (desk.isCorrecting()
                || standing == null
                || other.isEmpty()
                || other.get().equals(counted.exact())
                || desk.outlook(of.meter().usagePoint(), reading) != Supersession.SUPERSEDES) {
            return false;
        }
        String found = "found " + reading.value() + ", the books have " + standing.value() + " on " + reading.at();
        tally.reject(of.row(), RowReason.OTHER_VALUE, SourceField.QUANTITY, found);
        return true;
    }
}
