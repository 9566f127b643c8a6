package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.store.receiving.MetersThere;

/// What readings of many usage points are judged by, each table of the books asked once: their registers, and the
/// limits of their services and customers.
public record KnownPoints(Map<String, KnownRegister> registers, Map<String, ReadingLimits> limits) {

    /// @param meters as far as they have been looked up; the others are now
    /// @param judged whose limits are asked for
    /// @param around whose registers are: those that are judged, and others of their devices
    /// @param since older readings are not read
    public static KnownPoints of(
            Connection connection,
            MetersThere meters,
            Collection<String> judged,
            Collection<String> around,
            LocalDate since,
            ReadingChecks checks)
            throws SQLException {
        meters.lookUp(connection, around);
        AgreementsThere agreements = AgreementsThere.of(connection, around);
        return new KnownPoints(
                KnownRegisters.of(connection, meters, agreements, around, since),
                PointLimits.of(connection, meters, agreements, judged, checks));
    }
}
