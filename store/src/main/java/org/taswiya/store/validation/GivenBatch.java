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
import java.util.Set;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.metering.StandingReading.Word;
import org.taswiya.core.metering.Supersession;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReadingsThere;
import org.taswiya.store.receiving.ReceivedReadings;
import org.taswiya.store.validation.OwnReading.Answer;
import org.taswiya.store.validation.UseWatch.Written;

/// Own readings of several usage points, one of each, in one transaction: judged and written as [GivenReadings] does
/// with one, by a few queries for all.
final class GivenBatch {
    private final Connection connection;
    private final ReadingChecks checks;
    private final Map<OwnReading, Answer> answers = new LinkedHashMap<>();
    private final List<Accepted> accepted = new ArrayList<>();

    private GivenBatch(Connection connection, ReadingChecks checks) {
        this.connection = connection;
        this.checks = checks;
    }

    /// What can be written without asking anybody.
    private record Accepted(OwnReading given, int revision) {}

    /// @param given each of another usage point
    static Map<OwnReading, Answer> give(Connection connection, List<OwnReading> given, ReadingChecks checks)
            throws SQLException {
        GivenBatch batch = new GivenBatch(connection, checks);
        batch.judge(given);
        batch.write();
        return batch.answers;
    }

    private void judge(List<OwnReading> all) throws SQLException {
        List<String> points = all.stream().map(OwnReading::usagePoint).toList();
        Map<String, KnownRegister> known =
                KnownRegisters.of(connection, points, earliestLastRead(all).minusYears(KnownRegisters.YEARS));
        Map<PointDay, List<StandingReading>> there =
                ReadingsThere.of(connection, all.stream().map(GivenBatch::day).toList());
        Map<String, ReadingLimits> limits = PointLimits.of(connection, points, checks);
        Set<PointDay> looked = readByUtility(all);
        for (OwnReading given : all) {
            KnownRegister register = known.get(given.usagePoint());
            answers.put(
                    given,
                    register == null
                            ? new Answer.NoMeter()
                            : looked.contains(day(given))
                                    ? new Answer.ReadByUtility()
                                    : judged(
                                            given,
                                            register,
                                            there.getOrDefault(day(given), List.of()),
                                            limits.getOrDefault(given.usagePoint(), ReadingLimits.NONE)));
        }
    }

    /// Days on which the utility has read a meter and a person has yet to look at that: whatever they decide, the
    /// customer's own does not push it aside.
    private Set<PointDay> readByUtility(List<OwnReading> all) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct s.usage_point, s.at
                from unnest(?::text[], ?::date[]) as g (usage_point, at)
                join suspect_reading s on s.usage_point = g.usage_point and s.at = g.at and s.kind <> 'customer'
                where not exists (select from suspect_decision d
                                  where d.usage_point = s.usage_point and d.at = s.at and d.change > s.change)
                    and not exists (select from reading r
                                    where r.usage_point = s.usage_point and r.at = s.at and r.change > s.change)""")) {
            points(all, query);
            return Set.copyOf(
                    Rows.list(query, row -> new PointDay(row.getString("usage_point"), Rows.date(row, "at"))));
        }
    }

    private void points(List<OwnReading> all, PreparedStatement query) throws SQLException {
        query.setArray(
                1,
                SqlArrays.texts(
                        connection, all.stream().map(OwnReading::usagePoint).toList()));
        query.setArray(
                2,
                connection.createArrayOf(
                        "date", all.stream().map(given -> given.reading().at()).toArray()));
    }

    private Answer judged(OwnReading given, KnownRegister known, List<StandingReading> there, ReadingLimits limits)
            throws SQLException {
        CustomerReading reading = given.reading();
        return switch (Supersession.of(there, new StandingReading(reading, Word.PERSON))) {
            case SAME -> new Answer.Taken();
            case OUTRANKED, OTHER_VALUE -> new Answer.ReadByUtility();
            case FIRST, SUPERSEDES -> {
                ValidationOutcome outcome = JudgedReading.outcome(known.without(reading.at()), reading, limits);
                if (outcome instanceof ValidationOutcome.Accepted) {
                    accepted.add(new Accepted(given, there.size() + 1));
                    yield new Answer.Taken();
                }
                yield new JudgedReading(
                                connection,
                                given.usagePoint(),
                                reading,
                                known.registerOn(reading.at()).unit(),
                                there.size() + 1,
                                () -> Changes.record(connection, given.why()))
                        .answer(outcome, checks, given.isMeant());
            }
        };
    }

    /// The day on which the meter that was not read the longest was read last; that of its reading where none was.
    private LocalDate earliestLastRead(List<OwnReading> all) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select min(coalesce((select max(r.at) from reading r
                                     where r.usage_point = g.usage_point and r.at < g.at and r.kind <> 'estimated'),
                                    g.at)) as at
                from unnest(?::text[], ?::date[]) as g (usage_point, at)""")) {
            points(all, query);
            return Rows.list(query, row -> Rows.date(row, "at")).getFirst();
        }
    }

    private static PointDay day(OwnReading given) {
        return new PointDay(given.usagePoint(), given.reading().at());
    }

    private void write() throws SQLException {
        if (accepted.isEmpty()) {
            return;
        }
        List<Change> changes = accepted.stream().map(one -> one.given().why()).toList();
        long change = Changes.record(connection, changes);
        ReceivedReadings received = new ReceivedReadings();
        List<Written> written = new ArrayList<>();
        for (Accepted one : accepted) {
            OwnReading given = one.given();
            received.add(given.usagePoint(), given.reading(), one.revision(), change);
            written.add(new Written(change, given.usagePoint(), given.reading()));
            change++;
        }
        received.write(connection, change - 1);
        UseWatch.look(connection, written, checks);
        Map<String, LocalDate> from = new HashMap<>();
        written.forEach(one -> from.put(one.usagePoint(), one.reading().at()));
        Revalidation.besideGiven(connection, from, checks, change - 1);
    }
}
