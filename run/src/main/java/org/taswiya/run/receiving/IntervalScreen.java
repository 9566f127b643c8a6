package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.validation.IntervalUse;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReceivedReading;
import org.taswiya.core.validation.Validation;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.IntervalDays;
import org.taswiya.store.validation.KnownRegisters;
import org.taswiya.store.validation.PointLimits;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.Suspects;
import org.taswiya.store.validation.Suspects.SuspectValue;

/// Looks at readings that count beside intervals that come after them. What is found waits for a person; the reading
/// counts until somebody decides. Of a value that was doubtful before, nothing is said again.
final class IntervalScreen {
    private final ReadingChecks checks;

    IntervalScreen(ReadingChecks checks) {
        this.checks = checks;
    }

    /// @param changed the days of each usage point that have other intervals now
    void look(BatchTransaction transaction, Map<String, DateRange> changed) throws SQLException {
        Map<String, ReadingLimits> limits = PointLimits.of(transaction.connection(), changed.keySet(), checks);
        limits.values().removeIf(of -> !IntervalDays.isAsked(of));
        if (limits.isEmpty()) {
            return;
        }
        LocalDate since = LocalDate.MAX;
        Map<String, DateRange> around = new HashMap<>();
        for (String point : limits.keySet()) {
            DateRange days = changed.get(point);
            if (days != null) {
                DateRange all = DateRange.of(
                        days.from().minusDays(IntervalDays.DAYS_MOST), days.to().plusDays(IntervalDays.DAYS_MOST));
                around.put(point, all);
                since = all.from().isBefore(since) ? all.from() : since;
            }
        }
        IntervalDays intervals = IntervalDays.of(transaction.connection(), around);
        Set<SuspectValue> doubted = Suspects.values(transaction.connection(), around.keySet());
        List<Suspect> found = new ArrayList<>();
        for (Map.Entry<String, KnownRegister> of : KnownRegisters.of(transaction.connection(), around.keySet(), since)
                .entrySet()) {
            String point = of.getKey();
            DateRange days = changed.get(point);
            ReadingLimits by = limits.get(point);
            if (days != null && by != null) {
                look(point, of.getValue(), days, by, intervals).stream()
                        .filter(one -> doubted.add(SuspectValue.of(point, one.reading())))
                        .forEach(found::add);
            }
        }
        if (!found.isEmpty()) {
            Suspects.add(transaction.connection(), transaction.change(), found);
        }
    }

    private static List<Suspect> look(
            String point, KnownRegister known, DateRange days, ReadingLimits limits, IntervalDays intervals) {
        List<Suspect> found = new ArrayList<>();
        Reading before = null;
        for (Reading reading : known.readings()) {
            if (!reading.isMeasuring()) {
                continue;
            }
            Suspect suspect = before == null
                            || !reading.at().isAfter(days.from())
                            || !before.at().isBefore(days.to())
                    ? null
                    : look(point, known, before, reading, limits, intervals);
            if (suspect != null) {
                found.add(suspect);
            }
            before = reading;
        }
        return found;
    }

    private static @Nullable Suspect look(
            String point,
            KnownRegister known,
            Reading before,
            Reading reading,
            ReadingLimits limits,
            IntervalDays intervals) {
        var unit = known.register().unit();
        IntervalUse use = intervals.between(point, before.at(), reading.at(), unit);
        if (use == null) {
            return null;
        }
        ReceivedReading received =
                new ReceivedReading(known.without(reading.at()), reading, unit, List.of(), use, null);
        return Validation.beside(received, limits) instanceof Doubtful doubtful
                ? new Suspect(point, reading, unit, doubtful, known.leastHour(reading.at()))
                : null;
    }
}
