package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.IntervalUse;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReceivedReading;
import org.taswiya.core.validation.Sibling;
import org.taswiya.core.validation.Validation;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.validation.DeviceSiblings.OtherRegister;
import org.taswiya.store.validation.Suspects.SuspectValue;

/// What is believed of registers and of those beside them, by which readings are judged. Whoever judges says what is
/// believed from then on.
public final class ReadingJudge {
    private final LocalDate since;
    private final Map<String, KnownRegister> believed;
    private final Map<String, ReadingLimits> limits;
    private final Map<String, List<OtherRegister>> siblings;
    private final IntervalDays intervals;
    /// What comes together, so that the registers of a device that stand beside each other in a file are judged as
    /// read together. Empty where days are counted on one after the other, as of feeds.
    private final Map<PointDay, Reading> announced = new HashMap<>();
    /// Days on which somebody read a register, though it is not believed.
    private final Map<String, NavigableSet<LocalDate>> doubted = new HashMap<>();

    private final Set<SuspectValue> suspects = new HashSet<>();

    private ReadingJudge(
            LocalDate since,
            Map<String, KnownRegister> believed,
            Map<String, ReadingLimits> limits,
            Map<String, List<OtherRegister>> siblings,
            IntervalDays intervals) {
        this.since = since;
        this.believed = new HashMap<>(believed);
        this.limits = limits;
        this.siblings = siblings;
        this.intervals = intervals;
    }

    /// @param keys points and days that are judged
    public static ReadingJudge of(Connection connection, ReadingChecks checks, Collection<PointDay> keys)
            throws SQLException {
        return of(
                connection,
                checks,
                true,
                Set.copyOf(keys),
                MetersThere.of(connection, Set.of(), Set.of()),
                new KnownPoints(Map.of(), Map.of()));
    }

    /// @param isDoubting false where nothing is judged, but only what is known of registers is asked for
    /// @param keys points and days that are judged
    /// @param meters as far as they have been looked up
    /// @param carried what is known already of some of the points, none of which was ever doubtful
    public static ReadingJudge of(
            Connection connection,
            ReadingChecks checks,
            boolean isDoubting,
            Set<PointDay> keys,
            MetersThere meters,
            KnownPoints carried)
            throws SQLException {
        Set<String> points = new HashSet<>();
        LocalDate first = LocalDate.MAX;
        for (PointDay key : keys) {
            points.add(key.usagePoint());
            first = key.at().isBefore(first) ? key.at() : first;
        }
        LocalDate since = keys.isEmpty() ? first : first.minusYears(KnownRegisters.YEARS);
        points.removeAll(carried.registers().keySet());
        Map<String, List<OtherRegister>> siblings = DeviceSiblings.of(connection, points);
        Set<String> withSiblings = new HashSet<>(points);
        siblings.values().forEach(others -> others.forEach(other -> withSiblings.add(other.usagePoint())));
        KnownPoints asked = KnownPoints.of(connection, meters, points, withSiblings, since, checks);
        Map<String, KnownRegister> known = new HashMap<>(asked.registers());
        carried.registers().forEach((point, register) -> known.put(point, register.since(since)));
        Map<String, ReadingLimits> limits = new HashMap<>(asked.limits());
        limits.putAll(carried.limits());
        Set<SuspectValue> suspects = Suspects.values(connection, withSiblings);
        ReadingJudge judge = new ReadingJudge(
                since,
                believed(connection, known, suspects),
                limits,
                siblings,
                isDoubting ? IntervalDays.of(connection, keys, limits) : IntervalDays.NONE);
        judge.doubt(suspects);
        return judge;
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

    /// The registers that are known: those that are judged and the others of their devices.
    public Set<String> points() {
        return Set.copyOf(believed.keySet());
    }

    /// Null where no meter is known.
    public @Nullable KnownRegister believed(String usagePoint) {
        return believed.get(usagePoint);
    }

    public void believe(String usagePoint, KnownRegister register) {
        believed.put(usagePoint, register);
    }

    public ReadingLimits limits(String usagePoint) {
        return limits.getOrDefault(usagePoint, ReadingLimits.NONE);
    }

    /// The other registers of its device.
    public List<OtherRegister> siblings(String usagePoint) {
        return siblings.getOrDefault(usagePoint, List.of());
    }

    /// Says what comes together, before any of it is judged.
    public void announce(PointDay key, Reading reading) {
        announced.put(key, reading);
    }

    /// Whether it comes with the others, or nothing is said of what comes together.
    public boolean isTogether(PointDay key) {
        return announced.isEmpty() || announced.containsKey(key);
    }

    /// Says that somebody read it that day, though it is not believed.
    public void doubt(PointDay key) {
        doubted.computeIfAbsent(key.usagePoint(), _ -> new TreeSet<>()).add(key.at());
    }

    /// Whether somebody read it on a day, believed or not.
    public boolean isRead(PointDay key) {
        KnownRegister register = believed(key.usagePoint());
        return isDoubted(key)
                || (register != null && register.measuringOn(key.at()).isPresent());
    }

    /// Whether somebody read it after a day, believed or not.
    public boolean isReadAfter(PointDay key) {
        KnownRegister register = believed(key.usagePoint());
        NavigableSet<LocalDate> ofPoint = doubted.get(key.usagePoint());
        return (ofPoint != null && ofPoint.higher(key.at()) != null)
                || (register != null && register.measuringAfter(key.at()).isPresent());
    }

    private boolean isDoubted(PointDay key) {
        return doubted.getOrDefault(key.usagePoint(), Collections.emptyNavigableSet())
                .contains(key.at());
    }

    private void doubt(Set<SuspectValue> values) {
        values.forEach(value -> doubt(new PointDay(value.usagePoint(), value.at())));
        suspects.addAll(values);
    }

    /// All values that were ever doubtful, decided or not.
    public Set<SuspectValue> suspects() {
        return Set.copyOf(suspects);
    }

    /// Whether the books may have a reading of a day, believed or not.
    public boolean mayHave(PointDay key) {
        KnownRegister register = believed(key.usagePoint());
        return register == null || isDoubted(key) || register.on(key.at()).isPresent();
    }

    /// Looks again at what the books have of some usage points.
    ///
    /// @param carried what is known of some of them now
    public void lookAgain(Connection connection, Set<String> points, Map<String, KnownRegister> carried)
            throws SQLException {
        Set<String> asked = new HashSet<>(points);
        asked.removeAll(carried.keySet());
        Set<SuspectValue> now = asked.isEmpty() ? Set.of() : Suspects.values(connection, asked);
        believed.putAll(believed(connection, KnownRegisters.of(connection, asked, since), now));
        carried.forEach((point, register) -> believed.put(point, register.since(since)));
        doubted.keySet().removeAll(points);
        suspects.removeIf(value -> points.contains(value.usagePoint()));
        doubt(now);
    }

    /// What a reading comes to beside all that is believed but what was read that day.
    ///
    /// @param unit in which it was sent
    /// @param isBesideOthers whether the other registers of its device are looked at
    /// @param today no reading is of a later day
    public ValidationOutcome judge(
            String usagePoint,
            KnownRegister register,
            Reading reading,
            Unit unit,
            boolean isBesideOthers,
            LocalDate today) {
        KnownRegister others = register.without(reading.at());
        List<Sibling> beside = isBesideOthers ? siblings(usagePoint, others, reading.at()) : List.of();
        ReceivedReading received =
                ReceivedReading.of(others, reading, unit, beside).with(intervals(usagePoint, others, reading.at()));
        return Validation.validate(received, limits(usagePoint), today);
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
        List<OtherRegister> others = siblings(usagePoint);
        if (announced.isEmpty() || others.isEmpty()) {
            return List.of();
        }
        LocalDate before = register.measuringBefore(day).map(Reading::at).orElse(null);
        Map<String, Sibling> there = new TreeMap<>();
        for (OtherRegister other : others) {
            KnownRegister of = believed(other.usagePoint());
            if (of == null || !other.isThere(day)) {
                continue;
            }
            PointDay key = new PointDay(other.usagePoint(), day);
            Reading beside = announced.get(key);
            Sibling sibling =
                    Sibling.of(other.name(), other.isBandOfThis(), beside == null ? of : of.with(beside), before, day);
            there.put(other.usagePoint(), isDoubted(key) ? read(sibling) : sibling);
        }
        return List.copyOf(there.values());
    }

    private static Sibling read(Sibling sibling) {
        return new Sibling(sibling.name(), sibling.isBandOfThis(), true, sibling.use(), sibling.shown());
    }
}
