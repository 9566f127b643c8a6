package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Supersession;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.FeedDayRow;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReadingsThere;
import org.taswiya.store.run.BatchTransaction;

/// Takes the days of feeds into the books: a reading at the end of each, counted on from the one at its beginning.
///
/// A day whose beginning is not known waits until what is missing has come. So the days may come in any order. Where a
/// day comes to something else than before, those that rest on it are counted anew ([FeedChain]).
final class FeedReceiver implements BatchReceiver {
    /// Point by point, in the order in which a dial counts.
    private static final Comparator<OfMeter> AS_COUNTED = Comparator.comparing(
                    (OfMeter of) -> of.meter().usagePoint())
            .thenComparing(of -> of.day().days().to())
            .thenComparing(of -> of.day().days().from());

    private final ReadingReceiver readings;
    private final LocalDate on;
    private final @Nullable Long waiting;

    FeedReceiver(ReadingReceiver readings, LocalDate on) {
        this(readings, on, null);
    }

    private FeedReceiver(ReadingReceiver readings, LocalDate on, @Nullable Long waiting) {
        this.readings = readings;
        this.on = on;
        this.waiting = waiting;
    }

    /// For rows that have waited since an import.
    static FeedReceiver again(ReadingReceiver readings, LocalDate on, long waiting) {
        return new FeedReceiver(readings, on, waiting);
    }

    /// A day whose meter is known.
    record OfMeter(AcceptedRow row, FeedDayRow day, Meter meter) {
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
        placed.sort(AS_COUNTED);
        ReadingDesk desk = readings.desk(transaction.connection(), keys, there, Map.of());
        MetersThere after = MetersThere.of(transaction.connection(), ending, Set.of());
        FeedTaking taking = new FeedTaking(transaction.connection(), desk, placed);
        Set<PointDay> overtaken = overtaken(transaction.connection(), desk, keys);
        for (OfMeter of : placed) {
            if (of.isLast() && isExchanged(of, after)
                    || overtaken.contains(of.key(of.day().days().to()))) {
                // What the old meter showed is said by the exchange; the day of it has the reading of the new one. And
                // what has waited is not the last word where another correction has come meanwhile.
                tally.count(Supersession.OUTRANKED);
            } else {
                taking.take(of, tally);
            }
        }
        taking.end();
        desk.write(transaction);
    }

    private Set<PointDay> overtaken(Connection connection, ReadingDesk desk, Set<PointDay> keys) throws SQLException {
        return waiting == null || !desk.isCorrecting()
                ? Set.of()
                : ReadingsThere.correctedSince(connection, keys, waiting);
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

    private static boolean isExchanged(OfMeter of, MetersThere after) {
        return after.at(of.meter().usagePoint()).stream()
                .anyMatch(meter -> meter.installedAt().equals(of.day().days().to())
                        && !meter.installedAt().equals(of.meter().installedAt()));
    }
}
