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
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.AbnormalUse;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.run.receiving.CarriedRegisters.Carried;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.DeviceSiblings.OtherRegister;
import org.taswiya.store.validation.KnownPoints;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeCandidates.Raised;
import org.taswiya.store.validation.ReadingJudge;
import org.taswiya.store.validation.Revalidation;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.Suspects;
import org.taswiya.store.validation.Suspects.SuspectValue;

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
    private final MetersThere meters;
    /// Those of the readings' days for which the books may have a reading, whatever is believed.
    private final Set<PointDay> read;
    private final Map<String, Judged> ahead = new HashMap<>();
    private final List<Suspect> found = new ArrayList<>();
    private final List<Raised> alarms = new ArrayList<>();
    /// From which day on registers are judged anew.
    private final Map<String, LocalDate> anew = new HashMap<>();
    private @Nullable String moving;

    /// @param alarms of a reading that is accepted
    private record Judged(ValidationOutcome outcome, List<UseAlarm> alarms) {}

    private ReadingScreen(
            ReadingChecks checks,
            boolean isDoubting,
            LocalDate on,
            MetersThere meters,
            ReadingJudge judge,
            Set<PointDay> read) {
        this.checks = checks;
        this.meters = meters;
        this.read = read;
        this.isDoubting = isDoubting;
        this.on = on;
        this.judge = judge;
        this.waiting = new HashSet<>(judge.suspects());
    }

    /// @param isDoubting false where a person vouches for all of them, so that they are only looked at for alarms
    /// @param keys points and days of the readings that come
    /// @param meters as far as they have been looked up
    /// @param carried what is known already of some of the points
    static ReadingScreen of(
            Connection connection,
            ReadingChecks checks,
            boolean isDoubting,
            LocalDate on,
            Set<PointDay> keys,
            MetersThere meters,
            Map<String, Carried> carried)
            throws SQLException {
        Map<String, ReadingLimits> limits = new HashMap<>();
        carried.forEach((point, of) -> limits.put(point, of.limits()));
        ReadingJudge judge = ReadingJudge.of(
                connection, checks, isDoubting, keys, meters, new KnownPoints(registers(carried), limits));
        Set<PointDay> read = new HashSet<>(keys);
        read.removeIf(key -> !judge.mayHave(key));
        return new ReadingScreen(checks, isDoubting, on, meters, judge, read);
    }

    private static Map<String, KnownRegister> registers(Map<String, Carried> carried) {
        Map<String, KnownRegister> registers = new HashMap<>();
        carried.forEach((point, of) -> registers.put(point, of.register()));
        return registers;
    }

    /// The points and days of the readings that come for which the books may have some already.
    Set<PointDay> read() {
        return read;
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
    ///
    /// @param carried what is known of some of them now
    void lookAgain(Connection connection, Set<String> points, Map<String, Carried> carried) throws SQLException {
        Set<String> seen = new HashSet<>(points);
        seen.retainAll(judge.points());
        if (seen.isEmpty()) {
            return;
        }
        Map<String, KnownRegister> now = registers(carried);
        now.keySet().retainAll(seen);
        judge.lookAgain(connection, seen, now);
        waiting.clear();
        waiting.addAll(judge.suspects());
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
                        ? AbnormalUse.look(register, reading, leastHour, usagePoint.equals(moving), alarm)
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

    /// Says of which usage point days are counted anew, so that those behind are not known yet; null for none.
    void moving(@Nullable String usagePoint) {
        moving = usagePoint;
    }

    /// Takes what a day was counted anew to in place of what was known of it, unjudged.
    void believe(String usagePoint, Reading reading, @Nullable Decimal leastHour) {
        KnownRegister register = judge.believed(usagePoint);
        if (register != null && reading.isMeasuring()) {
            AlarmLimits alarm = judge.limits(usagePoint).alarm();
            if (alarm != null) {
                AbnormalUse.lookAnew(register, reading, leastHour, alarm)
                        .ifPresent(found -> alarms.add(new Raised(usagePoint, found)));
            }
            judge.believe(usagePoint, register.with(reading, leastHour));
        }
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

    /// Carries what is known of the usage points of a batch once it is written, of those that stand alone: the only
    /// register of a device, no reading of which was ever doubtful or judged anew, and nothing billed on estimates
    /// since it was read.
    ///
    /// @param taken those of the batch, of which an estimate is written and not looked at
    void carry(CarriedRegisters carried, List<Placed> taken) {
        Set<String> alone = new HashSet<>(taken.size() * 2);
        taken.forEach(one -> alone.add(one.usagePoint()));
        Set<String> hanging = new HashSet<>(anew.keySet());
        waiting.forEach(value -> hanging.add(value.usagePoint()));
        taken.stream().filter(one -> !one.reading().isMeasuring()).forEach(one -> hanging.add(one.usagePoint()));
        for (String point : alone) {
            KnownRegister register = judge.believed(point);
            UsagePoint there = meters.point(point);
            boolean isAlone = !hanging.contains(point) && judge.siblings(point).isEmpty();
            carried.keep(
                    point,
                    isAlone
                                    && there != null
                                    && register != null
                                    && register.billedOnEstimates().isEmpty()
                            ? new Carried(there, meters.at(point), register, judge.limits(point))
                            : null);
        }
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
        Long change = transaction.changeOrNull();
        Revalidation.ofBatch(
                transaction.connection(),
                anew,
                checks,
                transaction.why().at(),
                isDoubting && change != null ? change : 0);
    }
}
