package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ExpectedDial;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReadingsThere;
import org.taswiya.store.validation.OwnReading.Answer;

/// Own readings as their customers give them, one by one: judged at once like those that files bring, and whoever gives
/// an unlikely one is asked before it waits for a person.
public final class GivenReadings {
    private GivenReadings() {}

    /// What is known of a meter that somebody is about to read.
    ///
    /// @param last value that somebody read before the day; null where nobody has
    /// @param expected on the dial; null where nothing is known
    /// @param counting reading of the day itself; null where there is none
    /// @param waiting what was given for the day and waits for a person; null where nothing does
    /// @param overtaken what was given for the day last, waited, and waits no more because what counts came later;
    ///     null where there is none
    public record Outlook(
            Register register,
            @Nullable Reading last,
            @Nullable ExpectedDial expected,
            @Nullable Reading counting,
            @Nullable Decimal waiting,
            @Nullable Decimal overtaken) {}

    /// What is known of the meter at a usage point; empty where there is none.
    public static Optional<Outlook> outlook(Database database, String usagePoint, LocalDate on) {
        try (Connection connection = database.connect()) {
            KnownRegister known = known(connection, usagePoint, on);
            if (known == null) {
                return Optional.empty();
            }
            Decimal waiting = given(connection, Suspects.WAITING, usagePoint, on);
            return Optional.of(new Outlook(
                    known.registerOn(on),
                    known.measuringBefore(on).orElse(null),
                    ExpectedDial.on(on, known).orElse(null),
                    counting(there(connection, new PointDay(usagePoint, on))),
                    waiting,
                    waiting == null ? given(connection, "table suspect_reading", usagePoint, on) : null));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Takes readings within a transaction of [BooksChange], each as if it came alone, by a few queries for all of
    /// them. The same again changes nothing and is answered as before; another one of the day takes the place of what
    /// the customer gave first.
    public static Map<OwnReading, Answer> give(Connection connection, List<OwnReading> given, ReadingChecks checks)
            throws SQLException {
        Map<OwnReading, Answer> answers = new HashMap<>();
        List<OwnReading> left = given;
        while (!left.isEmpty()) {
            Map<String, OwnReading> ofPoints = new LinkedHashMap<>();
            List<OwnReading> later = new ArrayList<>();
            for (OwnReading one : left) {
                if (ofPoints.putIfAbsent(one.usagePoint(), one) != null) {
                    later.add(one);
                }
            }
            answers.putAll(GivenBatch.give(connection, List.copyOf(ofPoints.values()), checks));
            left = later;
        }
        return answers;
    }

    static @Nullable KnownRegister known(Connection connection, String usagePoint, LocalDate on) throws SQLException {
        LocalDate since = lastRead(connection, usagePoint, on).minusYears(KnownRegisters.YEARS);
        return KnownRegisters.of(connection, List.of(usagePoint), since).get(usagePoint);
    }

    /// The day on which somebody last read it before a day; that day where nobody has.
    private static LocalDate lastRead(Connection connection, String usagePoint, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(max(at), ?) as at from reading
                where usage_point = ? and at < ? and kind <> 'estimated'""")) {
            query.setObject(1, on);
            query.setString(2, usagePoint);
            query.setObject(3, on);
            return Rows.list(query, row -> Rows.date(row, "at")).getFirst();
        }
    }

    static List<StandingReading> there(Connection connection, PointDay day) throws SQLException {
        return ReadingsThere.of(connection, List.of(day)).getOrDefault(day, List.of());
    }

    static @Nullable Reading counting(List<StandingReading> there) {
        return there.isEmpty() ? null : there.getLast().reading();
    }

    /// The last of what a customer gave for a day and nobody has decided.
    ///
    /// @param suspects those to look among, as SQL
    private static @Nullable Decimal given(Connection connection, String suspects, String usagePoint, LocalDate on)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select s.value from (%s) s
                where s.usage_point = ? and s.at = ? and s.kind = 'customer' and not exists (
                    select from suspect_decision d
                    where d.usage_point = s.usage_point and d.at = s.at and d.change > s.change)
                order by s.change desc, s.ordinal desc limit 1""".formatted(suspects))) {
            query.setString(1, usagePoint);
            query.setObject(2, on);
            List<Decimal> values = Rows.list(query, row -> Rows.decimal(row, "value"));
            return values.isEmpty() ? null : values.getFirst();
        }
    }
}
