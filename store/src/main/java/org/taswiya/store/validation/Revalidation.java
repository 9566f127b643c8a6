package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Rows;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReceivedReadings;
import org.taswiya.store.validation.RevalidatedReading.Standing;
import org.taswiya.store.validation.UseWatch.Written;

/// Judges readings anew when something has come that they were not judged beside, each as if all had come in the order
/// of their days: so what is doubtful is said by what is known, not by when it came.
///
/// A suspect of which nothing is found any more counts from then on; one of which something else is found waits with
/// that. What counts and is doubtful now does not count until somebody decides, unless a bill may rest on it: then it
/// goes on counting. What a person, a correcting file or another system has said is judged by nobody.
public final class Revalidation {
    /// Who decides where nothing is found any more.
    public static final String AUTHOR = "program";

    private final Connection connection;
    private final ReadingChecks checks;
    private final Change why;
    private final List<Suspect> found = new ArrayList<>();
    private final List<RevalidatedReading> explained = new ArrayList<>();
    private final List<RevalidatedReading> withheld = new ArrayList<>();

    /// What has come.
    public enum Beside {
        READINGS("readings that came since"),
        EXCHANGES("an exchange that came since"),
        METERS("a meter that came since"),
        DECISIONS("what was decided about another");

        private final String words;

        Beside(String words) {
            this.words = words;
        }
    }

    private Revalidation(Connection connection, ReadingChecks checks, Change why) {
        this.connection = connection;
        this.checks = checks;
        this.why = why;
    }

    /// Judges what was read from a day on at usage points, in the transaction in which that came.
    ///
    /// @param from by usage point
    /// @param checks by whose limits; where there are none, nothing is doubted, and nothing is judged anew
    /// @param at when it came
    public static void of(
            Connection connection, Map<String, LocalDate> from, ReadingChecks checks, Instant at, Beside beside)
            throws SQLException {
        of(connection, from, checks, at, beside, 0);
    }

    /// The same beside readings of a batch, which are among them: each was judged beside what had come before it.
    ///
    /// @param judged the change of the batch; 0 where somebody vouches for it
    public static void ofBatch(
            Connection connection, Map<String, LocalDate> from, ReadingChecks checks, Instant at, long judged)
            throws SQLException {
        of(connection, from, checks, at, Beside.READINGS, judged);
    }

    private static void of(
            Connection connection,
            Map<String, LocalDate> from,
            ReadingChecks checks,
            Instant at,
            Beside beside,
            long judged)
            throws SQLException {
        if (from.isEmpty() || checks.equals(ReadingChecks.NONE)) {
            return;
        }
        List<RevalidatedReading> all = RevalidatedReading.of(connection, from, judged);
        if (!all.isEmpty()) {
            Change why = new Change(at, AUTHOR, "judged anew beside " + beside.words);
            Revalidation revalidation = new Revalidation(connection, checks, why);
            revalidation.judge(all);
            revalidation.write();
        }
    }

    /// The same beside readings that somebody gave.
    ///
    /// @param change that brought the last of them
    static void besideGiven(Connection connection, Map<String, LocalDate> from, ReadingChecks checks, long change)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select made_at from change where id = ?")) {
            query.setLong(1, change);
            OffsetDateTime at = Rows.list(query, row -> row.getObject(1, OffsetDateTime.class))
                    .getFirst();
            of(connection, from, checks, at.toInstant(), Beside.READINGS);
        }
    }

    /// Judges what was read since a meter is otherwise at usage points, and whatever waits there: what was found may be
    /// of how it was thought to count.
    ///
    /// @param checks null where nothing is doubted
    public static void ofMeters(
            Connection connection,
            Map<String, LocalDate> from,
            @Nullable ReadingChecks checks,
            Instant at,
            Beside beside)
            throws SQLException {
        if (from.isEmpty() || checks == null) {
            return;
        }
        Map<String, LocalDate> first = new HashMap<>(from);
        for (OpenSuspect suspect : Suspects.open(connection, from.keySet())) {
            first.merge(suspect.usagePoint(), suspect.reading().at(), (a, b) -> a.isBefore(b) ? a : b);
        }
        of(connection, first, checks, at, beside);
    }

    private void judge(List<RevalidatedReading> all) throws SQLException {
        ReadingJudge judge = ReadingJudge.of(
                connection, checks, all.stream().map(RevalidatedReading::key).toList());
        TreeMap<LocalDate, List<RevalidatedReading>> byDay = new TreeMap<>();
        for (RevalidatedReading one : all) {
            if (one.standing() == Standing.COUNTS) {
                forget(judge, one.key());
            }
            byDay.computeIfAbsent(one.reading().at(), _ -> new ArrayList<>()).add(one);
        }
        byDay.values().forEach(ofDay -> judgeDay(judge, ofDay));
    }

    private static void forget(ReadingJudge judge, PointDay key) {
        KnownRegister register = judge.believed(key.usagePoint());
        if (register != null) {
            judge.believe(key.usagePoint(), register.without(key.at()));
        }
    }

    /// All registers that were read on a day are judged by what was believed before it.
    private void judgeDay(ReadingJudge judge, List<RevalidatedReading> ofDay) {
        ofDay.stream()
                .filter(RevalidatedReading::isBesideOthers)
                .forEach(one -> judge.announce(one.key(), one.reading()));
        Map<RevalidatedReading, ValidationOutcome> outcomes = new LinkedHashMap<>();
        for (RevalidatedReading one : ofDay) {
            KnownRegister register = judge.believed(one.usagePoint());
            if (register != null) {
                outcomes.put(
                        one,
                        judge.judge(
                                one.usagePoint(),
                                register,
                                one.reading(),
                                register.registerOn(one.reading().at()).unit(),
                                one.isBesideOthers(),
                                one.reading().at()));
            }
        }
        outcomes.forEach((one, outcome) -> take(judge, one, outcome));
    }

    private void take(ReadingJudge judge, RevalidatedReading one, ValidationOutcome outcome) {
        KnownRegister register = judge.believed(one.usagePoint());
        if (register == null) {
            return;
        }
        switch (outcome) {
            case Accepted _ -> {
                judge.believe(one.usagePoint(), register.with(one.reading(), one.leastHour()));
                if (one.suspect() != null) {
                    explained.add(one);
                }
            }
            case Doubtful doubtful -> {
                forget(judge, one.key());
                judge.doubt(one.key());
                if (one.standing() == Standing.COUNTS) {
                    withheld.add(one);
                }
                if (!isKnown(one.suspect(), doubtful)) {
                    found.add(new Suspect(
                            one.usagePoint(),
                            one.reading(),
                            register.registerOn(one.reading().at()).unit(),
                            doubtful,
                            one.leastHour()));
                }
            }
        }
    }

    /// Whether just this was found before.
    private static boolean isKnown(@Nullable OpenSuspect suspect, Doubtful doubtful) {
        return suspect != null
                && suspect.findings()
                        .equals(doubtful.findings().stream()
                                .map(SuspectFinding::of)
                                .toList());
    }

    private void write() throws SQLException {
        if (found.isEmpty() && explained.isEmpty() && withheld.isEmpty()) {
            return;
        }
        long change = Changes.record(connection, why);
        for (RevalidatedReading one : withheld) {
            WithheldReadings.add(connection, change, one.usagePoint(), one.reading());
        }
        if (!found.isEmpty()) {
            Suspects.add(connection, change, found);
        }
        ReceivedReadings received = new ReceivedReadings();
        for (RevalidatedReading one : explained) {
            explain(change, one);
            if (one.standing() == Standing.WAITS) {
                received.add(one.usagePoint(), one.reading(), one.revisions() + 1, one.leastHour());
            }
        }
        if (!received.isEmpty()) {
            received.write(connection, change);
        }
        for (RevalidatedReading one : explained) {
            if (one.standing() == Standing.WAITS) {
                UseWatch.look(connection, new Written(change, one.usagePoint(), one.reading()), checks);
            }
        }
    }

    private void explain(long change, RevalidatedReading one) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into suspect_decision (usage_point, at, change, outcome, value)
                values (?, ?, ?, 'explained', null)""")) {
            insert.setString(1, one.usagePoint());
            insert.setObject(2, one.reading().at());
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }
}
