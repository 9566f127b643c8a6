package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Rows;
import org.taswiya.store.population.ReadingKind;

/// A reading of an agreement's meter put right by a person, and the agreement billed again off the cycle.
///
/// @param usagePoint where the meter is
/// @param before what that day's reading was; null where there was none
/// @param change under which it was written; null when it was just so before
/// @param isReopened whether bills rest on it, so that the next one settles them anew
public record CorrectedReading(
        String usagePoint,
        @Nullable Reading before,
        @Nullable Long change,
        boolean isReopened) {

    /// Whether it was written now.
    public boolean isNew() {
        return change != null;
    }

    /// The change under which it is written, recorded only when something is.
    public interface Recorded {
        long change() throws SQLException;
    }

    /// Adds the reading as the next revision of its day, in a transaction of the caller's.
    ///
    /// @throws DecisionRefused when there is no such agreement, or its meter cannot show this on that day
    public static CorrectedReading add(Connection connection, String agreement, Reading reading, Recorded why)
            throws SQLException {
        return add(connection, agreement, reading, null, why);
    }

    /// The same.
    ///
    /// @param leastHour of the day that it ends; null where that is not known
    public static CorrectedReading add(
            Connection connection, String agreement, Reading reading, @Nullable Decimal leastHour, Recorded why)
            throws SQLException {
        return billed(connection, agreement, write(connection, agreement, reading, leastHour, why), why);
    }

    /// The same of a register of the agreement's device.
    ///
    /// @param register as the utility tells it apart
    /// @throws DecisionRefused when there is no such agreement or register, or it cannot show this on that day
    public static CorrectedReading add(
            Connection connection, String agreement, String register, Reading reading, Recorded why)
            throws SQLException {
        MeterThere meter = MeterThere.of(connection, agreement, register, reading.at());
        return billed(connection, agreement, write(connection, meter, reading, null, why), why);
    }

    private static CorrectedReading billed(
            Connection connection, String agreement, CorrectedReading written, Recorded why) throws SQLException {
        if (written.isNew()) {
            BillRequests.add(connection, why.change(), List.of(agreement));
            BillRequests.addWaitingBeside(connection, why.change(), List.of(agreement));
        }
        return written;
    }

    /// The same, and nothing is billed because of it before its cycle comes.
    ///
    /// @throws DecisionRefused when there is no such agreement, or its meter cannot show this on that day
    public static CorrectedReading write(
            Connection connection, String agreement, Reading reading, @Nullable Decimal leastHour, Recorded why)
            throws SQLException {
        return write(connection, MeterThere.of(connection, agreement, reading.at()), reading, leastHour, why);
    }

    private static CorrectedReading write(
            Connection connection, MeterThere meter, Reading reading, @Nullable Decimal leastHour, Recorded why)
            throws SQLException {
        meter.dial().require(reading.value());
        Reading before = inForce(connection, meter.usagePoint(), reading.at()).orElse(null);
        if (before != null
                && ReadingKind.of(before) == ReadingKind.of(reading)
                && before.value().compareTo(reading.value()) == 0) {
            return new CorrectedReading(meter.usagePoint(), before, null, false);
        }
        long change = why.change();
        boolean isReopened = ReadingCorrections.add(connection, change, meter.usagePoint(), reading, leastHour);
        return new CorrectedReading(meter.usagePoint(), before, change, isReopened);
    }

    private static Optional<Reading> inForce(Connection connection, String usagePoint, LocalDate at)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select kind::text, value, provenance from counting_reading
                where usage_point = ? and at = ? order by revision desc limit 1""")) {
            query.setString(1, usagePoint);
            query.setObject(2, at);
            return Rows.list(
                            query,
                            row -> ReadingKind.ofCode(row.getString(1))
                                    .reading(at, Rows.decimal(row, "value"), row.getString(3)))
                    .stream()
                    .findFirst();
        }
    }

    /// The meter of an agreement, and where it is.
    private record MeterThere(String usagePoint, Dial dial) {
        private static final String OF = """
                select a.usage_point, m.digits, m.decimals from service_agreement a
                join meter m on m.usage_point = a.usage_point and m.installed_at <= ?
                where a.reference = ? and a.from_day <= ? and (a.to_day is null or a.to_day >= ?)
                order by m.installed_at desc limit 1""";

        private static final String REGISTER = """
                select o.usage_point, o.digits, o.decimals from service_agreement a
                join usage_point p on p.reference = a.usage_point
                join lateral (
                    select m.serial from meter m where m.usage_point = a.usage_point and m.installed_at <= ?
                    order by m.installed_at desc limit 1) m on true
                join meter o on o.serial = m.serial and lower(o.register_name) = lower(?) and o.installed_at <= ?
                join usage_point q on q.reference = o.usage_point and q.premise = p.premise
                where a.reference = ? and a.from_day <= ? and (a.to_day is null or a.to_day >= ?)
                order by o.installed_at desc limit 1""";

        static MeterThere of(Connection connection, String agreement, String register, LocalDate at)
                throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(REGISTER)) {
                query.setObject(1, at);
                query.setString(2, register);
                query.setObject(3, at);
                query.setString(4, agreement);
                query.setObject(5, at);
                query.setObject(6, at);
                return Rows.list(query, MeterThere::of).stream()
                        .findFirst()
                        .orElseThrow(() -> new DecisionRefused(
                                DecisionRefusal.NO_METER,
                                "the meter of " + agreement + " has no register " + register + " on " + at
                                        + ", or there is no such agreement",
                                HoldFigures.NONE.day(DecisionRefused.DAY, at)));
            }
        }

        static MeterThere of(Connection connection, String agreement, LocalDate at) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(OF)) {
                query.setObject(1, at);
                query.setString(2, agreement);
                query.setObject(3, at);
                query.setObject(4, at);
                return Rows.list(query, MeterThere::of).stream()
                        .findFirst()
                        .orElseThrow(() -> new DecisionRefused(
                                DecisionRefusal.NO_METER,
                                agreement + " has no meter on " + at + ", or there is no such agreement",
                                HoldFigures.NONE.day(DecisionRefused.DAY, at)));
            }
        }

        private static MeterThere of(ResultSet row) throws SQLException {
            String point = row.getString(1);
            return new MeterThere(
                    point, new Dial("The meter at " + point, row.getObject(2, Integer.class), row.getInt("decimals")));
        }
    }
}
