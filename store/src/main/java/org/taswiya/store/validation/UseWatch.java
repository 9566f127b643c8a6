package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.validation.AbnormalUse;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.store.validation.NoticeCandidates.Raised;

/// Looks at a reading that a person lets count, in the transaction in which it is written.
final class UseWatch {
    private UseWatch() {}

    /// A reading that was written.
    record Written(long change, String usagePoint, Reading reading) {}

    /// Raises what its customer should be told, by the limits of the usage point's service and customers.
    ///
    /// @return the numbers of the notice candidates that are new
    static List<Long> look(Connection connection, Written written, ReadingChecks checks) throws SQLException {
        return look(connection, List.of(written), checks);
    }

    /// The same of several, each of another usage point.
    static List<Long> look(Connection connection, List<Written> readings, ReadingChecks checks) throws SQLException {
        if (!checks.hasAlarms()) {
            return List.of();
        }
        Map<String, ReadingLimits> limits = PointLimits.of(
                connection, readings.stream().map(Written::usagePoint).toList(), checks);
        List<Written> watched = readings.stream()
                .filter(written -> alarm(limits, written) != null)
                .toList();
        List<Long> numbers = new ArrayList<>();
        if (watched.isEmpty()) {
            return numbers;
        }
        Map<String, KnownRegister> known = KnownRegisters.of(
                connection, watched.stream().map(Written::usagePoint).toList(), seenSince(watched));
        for (Written written : watched) {
            KnownRegister register = known.get(written.usagePoint());
            AlarmLimits alarm = alarm(limits, written);
            if (register != null && alarm != null) {
                numbers.addAll(NoticeCandidates.raise(connection, written.change(), raised(written, register, alarm)));
            }
        }
        return numbers;
    }

    private static @Nullable AlarmLimits alarm(Map<String, ReadingLimits> limits, Written written) {
        return limits.getOrDefault(written.usagePoint(), ReadingLimits.NONE).alarm();
    }

    private static LocalDate seenSince(List<Written> readings) {
        return readings.stream()
                .map(written -> written.reading().at())
                .min(LocalDate::compareTo)
                .orElseThrow()
                .minusYears(OrdinaryUse.YEARS_SEEN);
    }

    private static List<Raised> raised(Written written, KnownRegister register, AlarmLimits limits) {
        Reading reading = written.reading();
        return AbnormalUse.look(register, reading, register.leastHour(reading.at()), limits).stream()
                .map(alarm -> new Raised(written.usagePoint(), alarm))
                .toList();
    }
}
