package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    /// Raises what its customer should be told, by the limits of the usage point's service and customers.
    ///
    /// @param reading written before
    /// @return the numbers of the notice candidates that are new
    static List<Long> look(Connection connection, long change, String usagePoint, Reading reading, ReadingChecks checks)
            throws SQLException {
        List<String> point = List.of(usagePoint);
        AlarmLimits limits = checks.hasAlarms()
                ? PointLimits.of(connection, point, checks)
                        .getOrDefault(usagePoint, ReadingLimits.NONE)
                        .alarm()
                : null;
        if (limits == null) {
            return List.of();
        }
        KnownRegister known = KnownRegisters.of(connection, point, reading.at().minusYears(OrdinaryUse.YEARS_SEEN))
                .get(usagePoint);
        if (known == null) {
            return List.of();
        }
        return NoticeCandidates.raise(
                connection,
                change,
                AbnormalUse.look(known, reading, known.leastHour(reading.at()), limits).stream()
                        .map(alarm -> new Raised(usagePoint, alarm))
                        .toList());
    }
}
