package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Visit;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.VisitRow;
import org.taswiya.run.receiving.ReadingReceiver.Names;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.ReceivedVisits;
import org.taswiya.store.receiving.ReceivedVisits.PointMoment;
import org.taswiya.store.run.BatchTransaction;

/// Takes readers' visits into the books, with the readings that came of them.
///
/// A row is one thing: a visit whose reading is rejected is not written either, and comes back with it.
final class VisitReceiver implements BatchReceiver {
    private final ReadingReceiver readings;
    private final LocalDate on;

    VisitReceiver(ReadingReceiver readings, LocalDate on) {
        this.readings = readings;
        this.on = on;
    }

    /// A visit whose meter is known.
    private record Seen(
            AcceptedRow row,
            String usagePoint,
            Visit visit,
            @Nullable Reading reading) {}

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Names names = new Names();
        for (AcceptedRow row : rows) {
            VisitRow of = (VisitRow) row.row();
            names.add(of.usagePoint(), of.serial());
        }
        MetersThere there = names.lookUp(transaction.connection());
        List<Seen> seen = new ArrayList<>(rows.size());
        for (AcceptedRow row : rows) {
            VisitRow of = (VisitRow) row.row();
            String point = place(row, of, there, tally);
            if (point != null) {
                seen.add(new Seen(row, point, of.visit(), of.reading()));
            }
        }
        write(transaction, withoutOthers(transaction, seen, tally), there, tally);
    }

    private @Nullable String place(AcceptedRow row, VisitRow of, MetersThere there, BatchTally tally) {
        Reading reading = of.reading();
        if (reading != null) {
            return readings.place(row, of.usagePoint(), of.serial(), of.register(), of.unit(), reading, there, tally);
        }
        if (of.on().isAfter(on)) {
            tally.reject(row, RowReason.FUTURE_DATE, SourceField.AT, "found " + of.on() + ", a day after " + on);
            return null;
        }
        return switch (PlaceCheck.meter(there, of.usagePoint(), of.serial(), of.register(), of.on())) {
            case PlaceCheck.Found found -> found.meter().usagePoint();
            case PlaceCheck.Wrong wrong -> {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
                yield null;
            }
        };
    }

    /// Leaves out visits of a moment of which the books have another one.
    private static List<Seen> withoutOthers(BatchTransaction transaction, List<Seen> seen, BatchTally tally)
            throws SQLException {
        Map<PointMoment, Visit> known = new HashMap<>(ReceivedVisits.of(
                transaction.connection(),
                seen.stream()
                        .map(of -> new PointMoment(of.usagePoint(), of.visit().at()))
                        .toList()));
        List<Seen> left = new ArrayList<>(seen.size());
        for (Seen of : seen) {
            Visit there = known.putIfAbsent(
                    new PointMoment(of.usagePoint(), of.visit().at()), of.visit());
            if (there == null || there.equals(of.visit())) {
                left.add(of);
            } else {
                tally.reject(
                        of.row(), RowReason.OTHER_VALUE, SourceField.AT, "the books have another visit of that moment");
            }
        }
        return left;
    }

    private void write(BatchTransaction transaction, List<Seen> seen, MetersThere meters, BatchTally tally)
            throws SQLException {
        List<Placed> read = new ArrayList<>();
        for (Seen of : seen) {
            Reading reading = of.reading();
            if (reading != null) {
                read.add(new Placed(of.row(), of.usagePoint(), reading));
            }
        }
        Set<AcceptedRow> rejected = readings.prepared(transaction.connection(), read, meters, Map.of(), tally, false)
                .write(transaction);
        Set<PointMoment> there = ReceivedVisits.of(
                        transaction.connection(),
                        seen.stream()
                                .map(of -> new PointMoment(
                                        of.usagePoint(), of.visit().at()))
                                .toList())
                .keySet();
        ReceivedVisits received = new ReceivedVisits();
        for (Seen of : seen) {
            if (rejected.contains(of.row())) {
                continue;
            }
            boolean isNew =
                    !there.contains(new PointMoment(of.usagePoint(), of.visit().at()))
                            && received.add(of.usagePoint(), of.visit());
            if (isNew) {
                tally.added();
            } else {
                tally.unchanged();
            }
        }
        if (!received.isEmpty()) {
            received.write(transaction.connection(), transaction.change());
        }
    }
}
