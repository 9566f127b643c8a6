package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.MeterRow;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.run.receiving.ReadingReceiver.Names;
import org.taswiya.store.population.PopulationRows;
import org.taswiya.store.receiving.EndedDays;
import org.taswiya.store.receiving.LastRead;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.Revalidation;
import org.taswiya.store.validation.Revalidation.Beside;

/// Takes meters into the books. One that the books have without an end may get one.
final class MeterReceiver implements BatchReceiver {
    private final LocalDate on;
    private final @Nullable ReadingChecks checks;

    /// @param checks by which readings are judged anew beside a meter; null where none are
    MeterReceiver(LocalDate on, @Nullable ReadingChecks checks) {
        this.on = on;
        this.checks = checks;
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        List<Meter> meters =
                rows.stream().map(row -> ((MeterRow) row.row()).meter()).toList();
        Names names = new Names();
        meters.forEach(meter -> names.add(meter.usagePoint(), null));
        MetersThere there = names.lookUp(transaction.connection());
        Map<String, LocalDate> lastRead = LastRead.of(transaction.connection(), leftWithout(meters));
        Map<String, List<Meter>> known = new HashMap<>();
        List<Meter> added = new ArrayList<>();
        EndedDays ended = new EndedDays();
        for (AcceptedRow row : rows) {
            Meter meter = ((MeterRow) row.row()).meter();
            String point = meter.usagePoint();
            Wrong wrong = there.isPoint(point)
                    ? take(
                            meter,
                            known.computeIfAbsent(point, _ -> new ArrayList<>(there.at(point))),
                            lastRead.get(point),
                            added,
                            ended,
                            tally)
                    : new Wrong(
                            RowReason.UNKNOWN_USAGE_POINT, SourceField.POINT, "usage point " + point + " is not known");
            if (wrong != null) {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
            }
        }
        if (!ended.isEmpty()) {
            transaction.change(); // names who ended what
            ended.write(transaction.connection());
        }
        if (!added.isEmpty()) {
            PopulationRows population = new PopulationRows(transaction.change());
            added.forEach(population::add);
            population.send(transaction.connection());
        }
        Map<String, LocalDate> first = new HashMap<>();
        added.forEach(meter -> first.merge(meter.usagePoint(), meter.installedAt(), (a, b) -> a.isBefore(b) ? a : b));
        Revalidation.ofMeters(
                transaction.connection(), first, checks, transaction.why().at(), Beside.METERS);
    }

    /// Usage points from which a meter is taken away, and to which none of these comes on that day or later: what is
    /// read after it was then read on no meter. An exchange of a meter for itself is two rows, the second the one
    /// after.
    private static Set<String> leftWithout(List<Meter> meters) {
        Map<String, LocalDate> newest = new HashMap<>();
        meters.forEach(meter -> newest.merge(meter.usagePoint(), meter.installedAt(), (a, b) -> a.isAfter(b) ? a : b));
        Set<String> without = new HashSet<>();
        for (Meter meter : meters) {
            LocalDate removed = meter.removedAt();
            if (removed != null
                    && newest.getOrDefault(meter.usagePoint(), LocalDate.MIN).isBefore(removed)) {
                without.add(meter.usagePoint());
            }
        }
        return without;
    }

    /// Why a meter is rejected; null when it is not, and then it is counted.
    ///
    /// @param lastRead at its usage point; null when nobody has read there, or another meter comes after it
    private @Nullable Wrong take(
            Meter meter,
            List<Meter> known,
            @Nullable LocalDate lastRead,
            List<Meter> added,
            EndedDays ended,
            BatchTally tally) {
        if (meter.installedAt().isAfter(on)) {
            return new Wrong(RowReason.FUTURE_DATE, SourceField.INSTALLED_AT, "found " + meter.installedAt());
        }
        Wrong value = PlaceCheck.value(meter, meter.firstValue(), null, SourceField.FIRST_VALUE);
        if (value != null) {
            return value;
        }
        Meter same = known.stream()
                .filter(other -> other.installedAt().equals(meter.installedAt()))
                .findFirst()
                .orElse(null);
        if (same != null) {
            return takeAgain(meter, same, known, lastRead, added, ended, tally);
        }
        for (Meter other : known) {
            if (Days.meet(meter.installedAt(), meter.removedAt(), other.installedAt(), other.removedAt())) {
                return new Wrong(
                        RowReason.OVERLAP,
                        SourceField.INSTALLED_AT,
                        "meter " + other.serial() + " is at " + meter.usagePoint() + " from " + other.installedAt());
            }
        }
        known.add(meter);
        added.add(meter);
        tally.added();
        return null;
    }

    private static @Nullable Wrong takeAgain(
            Meter meter,
            Meter same,
            List<Meter> known,
            @Nullable LocalDate lastRead,
            List<Meter> added,
            EndedDays ended,
            BatchTally tally) {
        LocalDate removed = meter.removedAt();
        if (!same.ending(removed).equals(meter)
                && !meter.ending(same.removedAt()).equals(same)) {
            return new Wrong(RowReason.OTHER_VALUE, SourceField.SERIAL, Differences.words(meter, same));
        }
        if (removed == null || removed.equals(same.removedAt())) {
            tally.unchanged();
            return null;
        }
        if (same.removedAt() != null) {
            return new Wrong(
                    RowReason.OTHER_VALUE,
                    SourceField.REMOVED_AT,
                    "found " + removed + ", the books have " + same.removedAt());
        }
        if (lastRead != null && lastRead.isAfter(removed)) {
            return new Wrong(
                    RowReason.AFTER_REMOVAL,
                    SourceField.REMOVED_AT,
                    "found " + removed + ", it was read on " + lastRead + " after that");
        }
        known.remove(same);
        known.add(meter);
        if (added.remove(same)) {
            added.add(meter);
        } else {
            ended.meter(meter.usagePoint(), meter.installedAt(), removed);
        }
        tally.superseding();
        return null;
    }
}
