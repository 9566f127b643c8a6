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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.estimation.OrdinaryUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.AbnormalUse;
import org.taswiya.core.validation.AlarmLimits;
import org.taswiya.core.validation.IntervalUse;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReceivedReading;
import org.taswiya.core.validation.Sibling;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.core.validation.Validation;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.run.receiving.CarriedRegisters.Carried;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.ReadingsThere;
import org.taswiya.store.validation.DeviceSiblings;
import org.taswiya.store.validation.DeviceSiblings.OtherRegister;
import org.taswiya.store.validation.KnownPoints;
import org.taswiya.store.validation.KnownRegisters;
import org.taswiya.store.validation.NoticeCandidates;
import org.taswiya.store.validation.NoticeCandidates.Raised;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.Suspects;
import org.taswiya.store.validation.Suspects.SuspectValue;

/// Judges the readings of a batch beside what is known of their registers, each as if it had come alone after those
/// before it. What is doubtful is kept for a person and does not count. What counts is looked at for abnormal use, of
/// which its customer should be told.
final class ReadingScreen {
    /// As far back as the year view looks, and the year that it is beside.
    private static final int YEARS = Math.max(4, OrdinaryUse.YEARS_SEEN);

    private final LocalDate on;
    private final LocalDate since;
    private final boolean isDoubting;
    private final Map<String, KnownRegister> known;
    private final Map<String, ReadingLimits> limits;
    /// Those of the readings' days for which the books have a reading, whatever is believed.
    private final Set<PointDay> read;
    private final MetersThere meters;
    private final Set<SuspectValue> waiting;
    private final Map<String, List<OtherRegister>> siblings;
    private final IntervalDays intervals;
    /// What the batch brings, so that the registers of a device that stand beside each other in a file are judged as
    /// read together. Empty where days are counted on one after the other, as of feeds.
    private final Map<PointDay, Reading> announced = new HashMap<>();
    private final Map<String, Judged> ahead = new HashMap<>();
    private final List<Suspect> found = new ArrayList<>();
    /// That count, and were found doubtful beside one that came late.
    private final List<Suspect> again = new ArrayList<>();
    private final List<Raised> alarms = new ArrayList<>();

    /// @param alarms of a reading that is accepted
    private record Judged(ValidationOutcome outcome, List<UseAlarm> alarms) {}

    private ReadingScreen(
            LocalDate on,
            LocalDate since,
            boolean isDoubting,
            Map<String, KnownRegister> known,
            Map<String, ReadingLimits> limits,
            Set<PointDay> read,
            MetersThere meters,
            Set<SuspectValue> waiting,
            Map<String, List<OtherRegister>> siblings,
            IntervalDays intervals) {
        this.on = on;
        this.since = since;
        this.isDoubting = isDoubting;
        this.known = new HashMap<>(known);
        this.limits = limits;
        this.read = read;
        this.meters = meters;
        this.waiting = new HashSet<>(waiting);
        this.siblings = siblings;
        this.intervals = intervals;
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
        Set<String> points = new HashSet<>();
        LocalDate first = on;
        for (PointDay key : keys) {
            points.add(key.usagePoint());
            first = key.at().isBefore(first) ? key.at() : first;
        }
        points.removeAll(carried.keySet());
        Map<String, List<OtherRegister>> siblings = DeviceSiblings.of(connection, points);
        Set<String> withSiblings = new HashSet<>(points);
        siblings.values().forEach(others -> others.forEach(other -> withSiblings.add(other.usagePoint())));
        LocalDate since = first.minusYears(YEARS);
        KnownPoints asked = KnownPoints.of(connection, meters, points, withSiblings, since, checks);
        Map<String, KnownRegister> known = new HashMap<>(asked.registers());
        Map<String, ReadingLimits> limits = new HashMap<>(asked.limits());
        carried.forEach((point, of) -> {
            known.put(point, of.register().since(since));
            limits.put(point, of.limits());
        });
        Set<SuspectValue> suspects = Suspects.values(connection, withSiblings);
        return new ReadingScreen(
                on,
                since,
                isDoubting,
                believed(connection, known, suspects),
                limits,
                read(keys, known),
                meters,
                suspects,
                siblings,
                isDoubting ? IntervalDays.of(connection, keys, limits) : IntervalDays.NONE);
    }

    /// Without what counts and waits for a person all the same.
    ///
    /// @param suspects of their points, whatever became of them
    private static Map<String, KnownRegister> believed(
            Connection connection, Map<String, KnownRegister> known, Set<SuspectValue> suspects) throws SQLException {
        if (suspects.isEmpty()) {
            return known;
        }
        Set<String> points = new HashSet<>();
        suspects.forEach(suspect -> points.add(suspect.usagePoint()));
        Map<String, KnownRegister> believed = new HashMap<>(known);
        for (SuspectValue waiting : Suspects.waiting(connection, points)) {
            believed.computeIfPresent(
                    waiting.usagePoint(),
                    (_, register) -> register.measuringOn(waiting.at())
                            .filter(reading -> SuspectValue.of(waiting.usagePoint(), reading)
                                    .equals(waiting))
                            .map(reading -> register.without(reading.at()))
                            .orElse(register));
        }
        return believed;
    }

    private static Set<PointDay> read(Set<PointDay> keys, Map<String, KnownRegister> known) {
        Set<PointDay> read = new HashSet<>();
        for (PointDay key : keys) {
            KnownRegister register = known.get(key.usagePoint());
            if (register == null || register.on(key.at()).isPresent()) {
                read.add(key);
            }
        }
        return read;
    }

    /// The points and days of the readings that come for which the books may have some already.
    Set<PointDay> read() {
        return read;
    }

    /// Says what a batch brings, before any of it is judged.
    void announce(List<Placed> placed) {
        for (Placed one : placed) {
            if (one.reading().isMeasuring()) {
                announced.put(new PointDay(one.usagePoint(), one.reading().at()), one.reading());
            }
        }
    }

    /// Looks again at what the books have of some usage points; what was judged of them or beside them does not count.
    ///
    /// @param carried what is known of some of them now
    void lookAgain(Connection connection, Set<String> points, Map<String, Carried> carried) throws SQLException {
        Set<String> seen = new HashSet<>(points);
        seen.retainAll(known.keySet());
        if (seen.isEmpty()) {
            return;
        }
        Set<String> asked = new HashSet<>(seen);
        asked.removeAll(carried.keySet());
        Set<SuspectValue> suspects = asked.isEmpty() ? Set.of() : Suspects.values(connection, asked);
        known.putAll(believed(connection, KnownRegisters.of(connection, asked, since), suspects));
        carried.forEach((point, of) -> known.computeIfPresent(point, (_, _) -> of.register().since(since)));
        waiting.removeIf(value -> seen.contains(value.usagePoint()));
        waiting.addAll(suspects);
        ahead.keySet()
                .removeIf(point -> seen.contains(point)
                        || siblings.getOrDefault(point, List.of()).stream()
                                .anyMatch(other -> seen.contains(other.usagePoint())));
    }

    /// Judges readings side by side that are the only ones of their registers in a batch: nothing in it changes what is
    /// known of these.
    ///
    /// @param readings by usage point
    void judge(Map<String, Reading> readings) {
        List<Map.Entry<String, Reading>> order = List.copyOf(readings.entrySet());
        List<Optional<Judged>> outcomes = order.parallelStream()
                .map(one -> {
                    KnownRegister register = known.get(one.getKey());
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
        Unit unit = register.register().unit();
        KnownRegister others = register.without(reading.at());
        ReadingLimits by = limits.getOrDefault(usagePoint, ReadingLimits.NONE);
        ReceivedReading received = isDoubting
                ? ReceivedReading.of(others, reading, unit, siblings(usagePoint, others, reading.at()))
                        .with(intervals(usagePoint, others, reading.at()))
                : new ReceivedReading(others, reading, unit, List.of(), null, null);
        ValidationOutcome outcome = isDoubting ? Validation.validate(received, by, on) : new Accepted(List.of());
        AlarmLimits alarm = by.alarm();
        return new Judged(
                outcome,
                alarm != null && outcome instanceof Accepted
                        ? AbnormalUse.look(register, reading, leastHour, alarm)
                        : List.of());
    }

    /// What its device kept since it was last read.
    private @Nullable IntervalUse intervals(String usagePoint, KnownRegister register, LocalDate day) {
        return register.measuringBefore(day)
                .map(before -> intervals.between(
                        usagePoint, before.at(), day, register.register().unit()))
                .orElse(null);
    }

    /// The other registers of the device on a day, each once.
    private List<Sibling> siblings(String usagePoint, KnownRegister register, LocalDate day) {
        List<OtherRegister> others = siblings.getOrDefault(usagePoint, List.of());
        if (announced.isEmpty() || others.isEmpty()) {
            return List.of();
        }
        LocalDate since = register.measuringBefore(day).map(Reading::at).orElse(null);
        Map<String, Sibling> there = new TreeMap<>();
        for (OtherRegister other : others) {
            KnownRegister of = known.get(other.usagePoint());
            if (of == null || !other.isThere(day)) {
                continue;
            }
            Reading beside = announced.get(new PointDay(other.usagePoint(), day));
            Sibling sibling =
                    Sibling.of(other.name(), other.isBandOfThis(), beside == null ? of : of.with(beside), since, day);
            there.put(other.usagePoint(), isDoubted(other.usagePoint(), day) ? read(sibling) : sibling);
        }
        return List.copyOf(there.values());
    }

    /// Whether somebody read it, though it is not believed.
    private boolean isDoubted(String usagePoint, LocalDate day) {
        return waiting.stream()
                .anyMatch(value ->
                        value.usagePoint().equals(usagePoint) && value.at().equals(day));
    }

    private static Sibling read(Sibling sibling) {
        return new Sibling(sibling.name(), sibling.isBandOfThis(), true, sibling.use(), sibling.shown());
    }

    /// Whether a reading waits for a person. The same value again waits with the first one.
    boolean doubts(Placed placed) {
        String usagePoint = placed.usagePoint();
        Reading reading = placed.reading();
        KnownRegister register = known.get(usagePoint);
        if (register == null || !reading.isMeasuring()) {
            return false;
        }
        Judged seen = ahead.get(usagePoint);
        Judged judged = seen == null ? judged(usagePoint, register, reading, placed.leastHour()) : seen;
        return switch (judged.outcome()) {
            case Accepted _ -> {
                judged.alarms().forEach(alarm -> alarms.add(new Raised(usagePoint, alarm)));
                KnownRegister more = register.with(reading, placed.leastHour());
                known.put(usagePoint, isDoubting ? lookAtLater(usagePoint, register, more, reading.at()) : more);
                yield false;
            }
            case Doubtful doubtful -> {
                if (waiting.add(SuspectValue.of(usagePoint, reading))) {
                    Unit unit = register.register().unit();
                    found.add(new Suspect(usagePoint, reading, unit, doubtful, placed.leastHour()));
                }
                yield true;
            }
        };
    }

    /// A reading that comes late divides what the next one has shown, so that one is judged anew: what was nothing
    /// doubtful of two months may be of the second alone. What is found then waits for a person, and the one behind it
    /// is judged by what is believed. It goes on counting until somebody decides.
    ///
    /// @param before what was known without the late one
    /// @return what is believed
    private KnownRegister lookAtLater(String usagePoint, KnownRegister before, KnownRegister more, LocalDate late) {
        KnownRegister believed = more;
        LocalDate day = late;
        while (true) {
            Reading later = believed.measuringAfter(day).orElse(null);
            if (later == null
                    || judged(usagePoint, before, later, null).outcome() instanceof Doubtful
                    || !(judged(usagePoint, believed, later, null).outcome() instanceof Doubtful doubtful)
                    || !waiting.add(SuspectValue.of(usagePoint, later))) {
                return believed;
            }
            Unit unit = believed.register().unit();
            again.add(new Suspect(usagePoint, later, unit, doubtful, believed.leastHour(later.at())));
            day = later.at();
            believed = believed.without(day);
        }
    }

    /// Carries what is known of the usage points of a batch once it is written, of those that stand alone: the only
    /// register of a device, no reading of which was ever doubtful, and nothing billed on estimates since it was read.
    ///
    /// @param taken those of the batch, of which an estimate is written and not looked at
    void carry(CarriedRegisters carried, List<Placed> taken) {
        Set<String> alone = new HashSet<>(taken.size() * 2);
        taken.forEach(one -> alone.add(one.usagePoint()));
        Set<String> hanging = new HashSet<>(siblings.keySet());
        waiting.forEach(value -> hanging.add(value.usagePoint()));
        taken.stream()
                .filter(one -> !one.reading().isMeasuring())
                .forEach(one -> hanging.add(one.usagePoint()));
        for (String point : alone) {
            KnownRegister register = known.get(point);
            UsagePoint there = meters.point(point);
            ReadingLimits by = limits.get(point);
            boolean isAlone = register != null
                    && !hanging.contains(point)
                    && register.billedOnEstimates().isEmpty();
            carried.keep(
                    point,
                    isAlone && there != null && by != null
                            ? new Carried(there, meters.at(point), register, by)
                            : null);
        }
    }

    boolean hasFound() {
        return !found.isEmpty() || !again.isEmpty() || !alarms.isEmpty();
    }

    /// After the readings that count.
    void write(Connection connection, long change) throws SQLException {
        found.addAll(notVouchedFor(connection));
        if (!found.isEmpty()) {
            Suspects.add(connection, change, found);
        }
        NoticeCandidates.raise(connection, change, alarms);
    }

    /// What a person or a correction has said is not doubted.
    private List<Suspect> notVouchedFor(Connection connection) throws SQLException {
        Set<PointDay> keys = new HashSet<>();
        again.forEach(one -> keys.add(day(one)));
        Map<PointDay, List<StandingReading>> there = ReadingsThere.of(connection, keys);
        return again.stream()
                .filter(one -> there.getOrDefault(day(one), List.of()).stream()
                        .allMatch(standing -> standing.word() == StandingReading.Word.SOURCE))
                .toList();
    }

    private static PointDay day(Suspect of) {
        return new PointDay(of.usagePoint(), of.reading().at());
    }
}
