package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.validation.OwnReading.Answer;

/// What readers of the utility type before meters: judged as own readings are, and never asked back, because whoever
/// typed it has gone on.
public final class ReadersReadings {
    /// As many registers as are known at once.
    private static final int AT_ONCE = 100;

    private ReadersReadings() {}

    /// What the dials of meters are expected to show on a day, as what they show is judged; those of which nothing is
    /// known are not there.
    public static Map<String, ExpectedDial> expected(Database database, List<String> usagePoints, LocalDate on) {
        Map<String, ExpectedDial> expected = new HashMap<>();
        try (Connection connection = database.connect()) {
            for (int from = 0; from < usagePoints.size(); from += AT_ONCE) {
                List<String> some = usagePoints.subList(from, Math.min(from + AT_ONCE, usagePoints.size()));
                LocalDate since = longestUnread(connection, some, on).minusYears(KnownRegisters.YEARS);
                KnownRegisters.of(connection, some, since)
                        .forEach((point, known) ->
                                ExpectedDial.on(on, known).ifPresent(dial -> expected.put(point, dial)));
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
        return expected;
    }

    /// The day on which the meter that was not read the longest was read last; that day where none was.
    private static LocalDate longestUnread(Connection connection, List<String> points, LocalDate on)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(min(last.at), ?) as at from (
                    select max(r.at) as at from reading r
                    where r.usage_point = any(?) and r.at < ? and r.kind <> 'estimated'
                    group by r.usage_point) last""")) {
            query.setObject(1, on);
            query.setArray(2, SqlArrays.texts(connection, points));
            query.setObject(3, on);
            return Rows.list(query, row -> Rows.date(row, "at")).getFirst();
        }
    }

    /// Takes what a reader read, in a transaction of the caller's. What is doubtful waits for a person, and so does
    /// another value of a day that somebody else of the utility has read: neither of the two is believed by itself.
    ///
    /// @param change that is named where something is written
    /// @return never [Answer.Unlikely]; [Answer.ReadByUtility] where it waits for that reason
    public static Answer take(
            Connection connection, String usagePoint, ActualReading reading, ReadingChecks checks, long change)
            throws SQLException {
        KnownRegister known = GivenReadings.known(connection, usagePoint, reading.at());
        if (known == null) {
            return new Answer.NoMeter();
        }
        List<StandingReading> there = GivenReadings.there(connection, new PointDay(usagePoint, reading.at()));
        Reading counting = GivenReadings.counting(there);
        if (counting instanceof ActualReading && counting.value().compareTo(reading.value()) == 0) {
            return new Answer.Taken();
        }
        boolean isReadByAnother = counting instanceof ActualReading(var _, var _, var provenance)
                && !provenance.equals(reading.provenance());
        KnownRegister beside = isReadByAnother ? known : known.without(reading.at());
        JudgedReading judged = new JudgedReading(
                connection, usagePoint, reading, known.registerOn(reading.at()).unit(), there.size() + 1, () -> change);
        ReadingLimits limits =
                PointLimits.of(connection, List.of(usagePoint), checks).getOrDefault(usagePoint, ReadingLimits.NONE);
        Answer answer = judged.answer(JudgedReading.outcome(beside, reading, limits), checks, true);
        return isReadByAnother && answer instanceof Answer.Waiting ? new Answer.ReadByUtility() : answer;
    }
}
