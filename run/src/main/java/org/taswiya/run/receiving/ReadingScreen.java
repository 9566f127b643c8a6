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
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReceivedReading;
import org.taswiya.core.validation.Validation;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.validation.KnownRegisters;
import org.taswiya.store.validation.PointLimits;
import org.taswiya.store.validation.Suspect;
import org.taswiya.store.validation.Suspects;
import org.taswiya.store.validation.Suspects.SuspectValue;

/// Judges the readings of a batch beside what is known of their registers, each as if it had come alone after those
/// before it. What is doubtful is kept for a person and does not count.
final class ReadingScreen {
    /// As far back as the year view looks, and the year that it is beside.
    private static final int YEARS = 4;

    private final LocalDate on;
    private final LocalDate since;
    private final Map<String, KnownRegister> known;
    private final Map<String, ReadingLimits> limits;
    private final Set<SuspectValue> waiting;
    private final Map<String, ValidationOutcome> ahead = new HashMap<>();
    private final List<Suspect> found = new ArrayList<>();

    private ReadingScreen(
            LocalDate on,
            LocalDate since,
            Map<String, KnownRegister> known,
            Map<String, ReadingLimits> limits,
            Set<SuspectValue> waiting) {
        this.on = on;
        this.since = since;
        this.known = new HashMap<>(known);
        this.limits = limits;
        this.waiting = new HashSet<>(waiting);
    }

    /// @param keys points and days of the readings that come
    static ReadingScreen of(Connection connection, ReadingChecks checks, LocalDate on, Set<PointDay> keys)
            throws SQLException {
        Set<String> points = new HashSet<>();
        LocalDate first = on;
        for (PointDay key : keys) {
            points.add(key.usagePoint());
            first = key.at().isBefore(first) ? key.at() : first;
        }
        LocalDate since = first.minusYears(YEARS);
        return new ReadingScreen(
                on,
                since,
                KnownRegisters.of(connection, points, since),
                PointLimits.of(connection, points, checks),
                Suspects.values(connection, points));
    }

    /// Looks again at what the books have of some usage points; what was judged of them does not count.
    void lookAgain(Connection connection, Set<String> points) throws SQLException {
        points.forEach(known::remove);
        known.putAll(KnownRegisters.of(connection, points, since));
        waiting.removeIf(value -> points.contains(value.usagePoint()));
        waiting.addAll(Suspects.values(connection, points));
        points.forEach(ahead::remove);
    }

    /// Judges readings side by side that are the only ones of their registers in a batch: nothing in it changes what is
    /// known of these.
    ///
    /// @param readings by usage point
    void judge(Map<String, Reading> readings) {
        List<Map.Entry<String, Reading>> order = List.copyOf(readings.entrySet());
        List<Optional<ValidationOutcome>> outcomes = order.parallelStream()
                .map(one -> {
                    KnownRegister register = known.get(one.getKey());
                    return register == null || !one.getValue().isMeasuring()
                            ? Optional.<ValidationOutcome>empty()
                            : Optional.of(judged(one.getKey(), register, one.getValue()));
                })
                .toList();
        for (int i = 0; i < order.size(); i++) {
            String point = order.get(i).getKey();
            outcomes.get(i).ifPresent(outcome -> ahead.put(point, outcome));
        }
    }

    private ValidationOutcome judged(String usagePoint, KnownRegister register, Reading reading) {
        Unit unit = register.register().unit();
        ReceivedReading received = ReceivedReading.of(register.without(reading.at()), reading, unit);
        return Validation.validate(received, limits.getOrDefault(usagePoint, ReadingLimits.NONE), on);
    }

    /// Whether a reading waits for a person. The same value again waits with the first one.
    boolean doubts(String usagePoint, Reading reading) {
        KnownRegister register = known.get(usagePoint);
        if (register == null || !reading.isMeasuring()) {
            return false;
        }
        ValidationOutcome seen = ahead.get(usagePoint);
        return switch (seen == null ? judged(usagePoint, register, reading) : seen) {
            case Accepted _ -> {
                known.put(usagePoint, register.with(reading));
                yield false;
            }
            case Doubtful doubtful -> {
                if (waiting.add(SuspectValue.of(usagePoint, reading))) {
                    found.add(
                            new Suspect(usagePoint, reading, register.register().unit(), doubtful));
                }
                yield true;
            }
        };
    }

    boolean hasFound() {
        return !found.isEmpty();
    }

    void write(Connection connection, long change) throws SQLException {
        Suspects.add(connection, change, found);
    }
}
