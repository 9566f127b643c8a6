package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.AbnormalUse;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.DeviceSiblings.OtherRegister;
import org.taswiya.store.validation.NoticeCandidates.Raised;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.ReadingJudge;
import org.taswiya.store.validation.Revalidation;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.Suspects.SuspectValue;
import org.taswiya.store.validation.Suspects;

/// Judges the readings of a batch beside what is known of their registers, each as if it had come alone after those
/// before it. What is doubtful is kept for a person and does not count. What counts is looked at for abnormal use, of
/// which its customer should be told. What comes before something that is known has all that is later judged anew, once
/// it is written ([Revalidation]).
final class ReadingScreen {
    private final ReadingChecks checks;
    private final boolean isDoubting;
    private final LocalDate on;
    private final ReadingJudge judge;
    private final Set<SuspectValue> waiting;
    private final Map<String, Judged> ahead = new HashMap<>();
    private final List<Suspect> found = new ArrayList<>();
    private final List<Raised> alarms = new ArrayList<>();
    /// From which day on registers are judged anew.
    private final Map<String, LocalDate> anew = new HashMap<>();

    /// @param alarms of a reading that is accepted
    private record Judged(ValidationOutcome outcome, List<UseAlarm> alarms) {}

    private ReadingScreen(
            ReadingChecks checks, boolean isDoubting, LocalDate on, ReadingJudge judge, Set<SuspectValue> waiting) {
        this.checks = checks;
        this.isDoubting = isDoubting;
        this.on = on;
        this.judge = judge;
        this.waiting = new HashSet<>(waiting);
    }

    /// @param isDoubting false where a person vouches for all of them, so that they are only looked at for alarms
    /// @param keys points and days of the readings that come
    static ReadingScreen of(
            Connection connection, ReadingChecks checks, boolean isDoubting, LocalDate on, Set<PointDay> keys)
            throws SQLException {
        ReadingJudge judge = ReadingJudge.of(connection, checks, isDoubting, keys);
        return new ReadingScreen(checks, isDoubting, on, judge, Suspects.values(connection, judge.points()));
    }

    /// Says what a batch brings, before any of it is judged.
    void announce(List<Placed> placed) {
        for (Placed one : placed) {
            if (one.reading().isMeasuring()) {
                judge.announce(new PointDay(one.usagePoint(), one.reading().at()), one.reading());
            }
        }
    }

    /// Looks again at what the books have of some usage points; what was judged of them or beside them does not count.
    void lookAgain(Connection connection, Set<String> points) throws SQLException {
        Set<String> seen = new HashSet<>(points);
        seen.retainAll(judge.points());
        if (seen.isEmpty()) {
            return;
        }
        judge.lookAgain(connection, seen);
        waiting.removeIf(value -> seen.contains(value.usagePoint()));
        waiting.addAll(Suspects.values(connection, seen));
        ahead.keySet()
                .removeIf(point -> seen.contains(point)
                        || judge.siblings(point).stream().anyMatch(other -> seen.contains(other.usagePoint())));
    }

    /// Judges readings side by side that are the only ones of their registers in a batch: nothing in it changes what is
    /// known of these.
    ///
    /// @param readings by usage point
    void judge(Map<String, Reading> readings) {
        List<Map.Entry<String, Reading>> order = List.copyOf(readings.entrySet());
        List<Optional<Judged>> outcomes = order.parallelStream()
                .map(one -> {
                    KnownRegister register = judge.believed(one.getKey());
                    return register == null || !one.getValue().isMeasuring()
                            ? Optional.<Judged>empty()
                            : Optional.of(judged(one.getKey(), register, one.getValue(), null));
                })
                .toList();
        for (int i = 0; i < order.size(); i++) {
            String point = order.get(i).getKey();
            outcomes.get(i).ifPresent(outcome -> ahead.put(point, outcome));
        }
    }

    private Judged judged(String usagePoint, KnownRegister register, Reading reading, @Nullable Decimal leastHour) {
        ValidationOutcome outcome = isDoubting
                ? judge.judge(usagePoint, register, reading, register.register().unit(), true, on)
                : new Accepted(List.of());
        AlarmLimits alarm = judge.limits(usagePoint).alarm();
        return new Judged(
                outcome,
                alarm != null && outcome instanceof Accepted
                        ? AbnormalUse.look(register, reading, leastHour, alarm)
                        : List.of());
    }

    /// Whether a reading waits for a person. The same value again waits with the first one.
    boolean doubts(Placed placed) {
        String usagePoint = placed.usagePoint();
        Reading reading = placed.reading();
        KnownRegister register = judge.believed(usagePoint);
        if (register == null || !reading.isMeasuring()) {
            return false;
        }
        Judged seen = ahead.get(usagePoint);
        Judged judged = seen == null ? judged(usagePoint, register, reading, placed.leastHour()) : seen;
        lookForOthers(new PointDay(usagePoint, reading.at()));
        return switch (judged.outcome()) {
            case Accepted _ -> {
                judged.alarms().forEach(alarm -> alarms.add(new Raised(usagePoint, alarm)));
                judge.believe(usagePoint, register.with(reading, placed.leastHour()));
                yield false;
            }
            case Doubtful doubtful -> {
                judge.doubt(new PointDay(usagePoint, reading.at()));
                if (waiting.add(SuspectValue.of(usagePoint, reading))) {
                    Unit unit = register.register().unit();
                    found.add(new Suspect(usagePoint, reading, unit, doubtful, placed.leastHour()));
                }
                yield true;
            }
        };
    }

    /// What is known of later days was judged without this one, and what is known of the other registers of its device
    /// that day, too.
    private void lookForOthers(PointDay key) {
        if (judge.isReadAfter(key)) {
            judgeAnew(key.usagePoint(), key.at());
        }
        for (OtherRegister other : judge.siblings(key.usagePoint())) {
            PointDay beside = new PointDay(other.usagePoint(), key.at());
            if (other.isThere(key.at()) && judge.isRead(beside) && !judge.isTogether(beside)) {
                judgeAnew(key.usagePoint(), key.at());
                judgeAnew(other.usagePoint(), key.at());
            }
        }
    }

    private void judgeAnew(String usagePoint, LocalDate from) {
        anew.merge(usagePoint, from, (one, other) -> one.isBefore(other) ? one : other);
    }

    /// The usage points that are judged anew.
    Set<String> judgedAnew() {
        return Set.copyOf(anew.keySet());
    }

    /// After the readings that count.
    void write(BatchTransaction transaction) throws SQLException {
        if (!found.isEmpty()) {
            Suspects.add(transaction.connection(), transaction.change(), found);
        }
        if (!alarms.isEmpty()) {
            NoticeCandidates.raise(transaction.connection(), transaction.change(), alarms);
        }
        Revalidation.of(
                transaction.connection(), anew, checks, transaction.why().at(), Revalidation.Beside.READINGS);
    }
}
