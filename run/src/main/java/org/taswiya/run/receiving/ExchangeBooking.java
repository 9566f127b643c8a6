package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Register;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.ExchangeRow;
import org.taswiya.intake.source.SourceRow.NewMeter;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.store.Change;
import org.taswiya.store.decision.ExchangeCorrections;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.population.PopulationRows;
import org.taswiya.store.receiving.EndedDays;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.RecordsThere;

/// Judges exchanges and writes those that are right, whoever brings them: a file or a person. The old meter ends, the
/// new one begins, with the values of both dials; whoever was billed on it is settled anew by the next bill.
final class ExchangeBooking {
    private final LocalDate on;
    private final MetersThere there;
    private final @Nullable ExchangeScreen screen;
    private final Map<String, List<Meter>> meters = new HashMap<>();
    private final Map<String, List<MeterExchange>> exchanges;
    private final List<Meter> added = new ArrayList<>();
    private final EndedDays ended = new EndedDays();
    private final Map<String, List<MeterExchange>> made = new HashMap<>();
    private final List<ExchangeRow> corrected = new ArrayList<>();

    /// @param on the day on which this happens: no exchange is of a later one
    /// @param points of all that will be judged
    /// @param screen by which values are judged; null where a person has looked at them
    ExchangeBooking(
            Connection connection,
            LocalDate on,
            MetersThere there,
            Collection<String> points,
            @Nullable ExchangeScreen screen)
            throws SQLException {
        this.on = on;
        this.there = there;
        this.screen = screen;
        this.exchanges = RecordsThere.exchanges(connection, points);
    }

    /// What becomes of one.
    sealed interface Became {
        /// @param old that ends
        /// @param installed that begins
        record Added(Meter old, Meter installed) implements Became {}

        /// The books have it so.
        record Unchanged() implements Became {}

        record Rejected(Wrong wrong) implements Became {}
    }

    /// Judges one, as if it had come alone after those before it.
    Became take(ExchangeRow of) {
        String point = of.usagePoint();
        MeterExchange exchange = of.exchange();
        if (!there.isPoint(point)) {
            return rejected(RowReason.UNKNOWN_USAGE_POINT, SourceField.POINT, "usage point " + point + " is not known");
        }
        if (exchange.at().isAfter(on)) {
            return rejected(RowReason.FUTURE_DATE, SourceField.AT, "found " + exchange.at());
        }
        List<MeterExchange> known = exchanges.computeIfAbsent(point, _ -> new ArrayList<>(1));
        List<Meter> ofPoint = meters.computeIfAbsent(point, _ -> new ArrayList<>(there.at(point)));
        List<MeterExchange> ofDay =
                known.stream().filter(other -> other.at().equals(exchange.at())).toList();
        if (ofDay.isEmpty()) {
            return exchange(of, ofPoint, known);
        }
        boolean isKnown = ofDay.contains(exchange)
                && ofPoint.stream().anyMatch(meter -> isInstalled(of, meter, oldMeter(exchange.at(), ofPoint)));
        return isKnown
                ? new Became.Unchanged()
                : rejected(
                        RowReason.OTHER_VALUE,
                        SourceField.AT,
                        Differences.words(exchange, ofDay.getLast())
                                + "; `exchange correct` or a mapping with `corrects: true` puts it right");
    }

    private static Became rejected(RowReason reason, SourceField field, String found) {
        return new Became.Rejected(new Wrong(reason, field, found));
    }

    private Became exchange(ExchangeRow of, List<Meter> ofPoint, List<MeterExchange> known) {
        LocalDate at = of.exchange().at();
        Meter old = oldMeter(at, ofPoint);
        if (old == null) {
            return rejected(
                    RowReason.UNKNOWN_METER, SourceField.AT, "no meter was at " + of.usagePoint() + " before " + at);
        }
        Meter installed = installed(of, old);
        Meter present = ofPoint.stream()
                .filter(meter -> meter.installedAt().equals(at))
                .findFirst()
                .orElse(null);
        Wrong wrong = wrongOld(of, old);
        if (wrong == null) {
            wrong = wrongValues(of, old, installed, present, ofPoint);
        }
        if (wrong == null && present == null) {
            wrong = elsewhere(installed, old);
        }
        if (wrong == null && screen != null) {
            wrong = screen.look(of, old, present == null ? installed : present, known, ofPoint);
        }
        if (wrong != null) {
            return new Became.Rejected(wrong);
        }
        end(old, at, ofPoint);
        if (present == null) {
            ofPoint.add(installed);
            added.add(installed);
        }
        known.add(of.exchange());
        made.computeIfAbsent(of.usagePoint(), _ -> new ArrayList<>(1)).add(of.exchange());
        return new Became.Added(old, present == null ? installed : present);
    }

    /// Says anew what the dials showed, of an exchange of the day that the books have otherwise.
    ///
    /// @return why it cannot be; null when it is
    @Nullable Wrong correct(ExchangeRow of) {
        String point = of.usagePoint();
        MeterExchange exchange = of.exchange();
        List<Meter> ofPoint = meters.getOrDefault(point, List.of());
        Meter old = oldMeter(exchange.at(), ofPoint);
        Meter installed = ofPoint.stream()
                .filter(meter -> isInstalled(of, meter, old))
                .findFirst()
                .orElse(null);
        if (old == null || installed == null) {
            return new Wrong(
                    RowReason.METER_NOT_IN_PLACE,
                    SourceField.SERIAL,
                    "found " + of.installed().serial() + ", another meter was installed on " + exchange.at());
        }
        Wrong wrong = wrongOld(of, old);
        wrong = wrong != null ? wrong : PlaceCheck.value(old, exchange.removed(), null, SourceField.REMOVED);
        wrong = wrong != null ? wrong : PlaceCheck.value(installed, exchange.installed(), null, SourceField.INSTALLED);
        if (wrong == null) {
            exchanges.computeIfAbsent(point, _ -> new ArrayList<>(1)).add(exchange);
            corrected.add(of);
        }
        return wrong;
    }

    /// The last of a day is in force.
    boolean isInForce(ExchangeRow of) {
        List<MeterExchange> ofDay = exchanges.getOrDefault(of.usagePoint(), List.of()).stream()
                .filter(other -> other.at().equals(of.exchange().at()))
                .toList();
        return ofDay.isEmpty() || ofDay.getLast().equals(of.exchange());
    }

    /// Whether there is anything to be added.
    boolean isAdding() {
        return !made.isEmpty();
    }

    /// Writes what was corrected, each as a change of its own, after what was added.
    void writeCorrected(Connection connection, Change why) throws SQLException {
        for (ExchangeRow of : corrected) {
            MeterExchange now = of.exchange();
            ExchangeCorrections.correct(connection, of.usagePoint(), now.at(), now.removed(), now.installed(), why);
        }
    }

    /// Writes all that was added.
    void write(Connection connection, long change) throws SQLException {
        ended.write(connection);
        PopulationRows population = new PopulationRows(change);
        added.forEach(population::add);
        made.forEach((point, ofPoint) -> ofPoint.forEach(exchange -> population.add(point, exchange)));
        population.send(connection);
        Reopenings.openForReadings(connection, change, firstMade());
    }

    private Map<String, LocalDate> firstMade() {
        Map<String, LocalDate> first = new HashMap<>();
        made.forEach((point, ofPoint) ->
                ofPoint.forEach(exchange -> first.merge(point, exchange.at(), ExchangeBooking::earlier)));
        return first;
    }

    /// The day of the first that was added or corrected at each usage point.
    Map<String, LocalDate> first() {
        Map<String, LocalDate> first = firstMade();
        corrected.forEach(of -> first.merge(of.usagePoint(), of.exchange().at(), ExchangeBooking::earlier));
        return first;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// The meter that was there before a day; null when there was none.
    static @Nullable Meter oldMeter(LocalDate day, List<Meter> meters) {
        Meter old = null;
        for (Meter meter : meters) {
            if (meter.installedAt().isBefore(day)
                    && (old == null || meter.installedAt().isAfter(old.installedAt()))) {
                old = meter;
            }
        }
        return old;
    }

    private static boolean isInstalled(ExchangeRow of, Meter meter, @Nullable Meter old) {
        String serial = of.installed().serial();
        String expected = serial != null ? serial : old == null ? "" : old.serial();
        return meter.installedAt().equals(of.exchange().at()) && meter.serial().equals(expected);
    }

    private static @Nullable Wrong wrongOld(ExchangeRow of, Meter old) {
        LocalDate at = of.exchange().at();
        String named = of.removedSerial();
        if (named != null && !named.equals(old.serial())) {
            return new Wrong(
                    RowReason.METER_NOT_IN_PLACE,
                    SourceField.REMOVED_SERIAL,
                    "found " + named + ", meter " + old.serial() + " was at " + of.usagePoint() + " before " + at);
        }
        LocalDate removed = old.removedAt();
        return removed == null || removed.equals(at)
                ? null
                : new Wrong(
                        RowReason.AFTER_REMOVAL,
                        SourceField.AT,
                        "found " + at + ", meter " + old.serial() + " was removed on " + removed);
    }

    private static Meter installed(ExchangeRow of, Meter old) {
        NewMeter as = of.installed();
        Register before = old.register();
        Integer digits = as.digits() == null ? before.digits() : as.digits();
        Register register = new Register(
                digits,
                as.decimals() == null ? before.decimals() : as.decimals(),
                as.multiplier() == null ? before.multiplier() : as.multiplier(),
                as.unit() == null ? before.unit() : as.unit());
        String serial = as.serial();
        return new Meter(
                serial == null ? old.serial() : serial,
                of.usagePoint(),
                register,
                of.exchange().at(),
                of.exchange().installed(),
                null,
                old.deviceRegister());
    }

    private static @Nullable Wrong wrongValues(
            ExchangeRow of, Meter old, Meter installed, @Nullable Meter there, List<Meter> meters) {
        if (there != null && !there.serial().equals(installed.serial())) {
            return new Wrong(
                    RowReason.METER_NOT_IN_PLACE,
                    SourceField.SERIAL,
                    "found " + installed.serial() + ", meter " + there.serial() + " was installed on "
                            + there.installedAt());
        }
        for (Meter later : meters) {
            if (there == null && later.installedAt().isAfter(installed.installedAt())) {
                return new Wrong(
                        RowReason.OVERLAP,
                        SourceField.AT,
                        "meter " + later.serial() + " was installed later, on " + later.installedAt());
            }
        }
        Wrong wrong = PlaceCheck.value(old, of.exchange().removed(), null, SourceField.REMOVED);
        return wrong != null
                ? wrong
                : PlaceCheck.value(
                        there == null ? installed : there, of.exchange().installed(), null, SourceField.INSTALLED);
    }

    /// A meter hangs at one place. What counts otherwise may bear the same number by chance, and so do the registers of
    /// one device.
    private @Nullable Wrong elsewhere(Meter installed, Meter old) {
        if (installed.serial().equals(old.serial()) || installed.deviceRegister() != null) {
            return null;
        }
        return Stream.concat(there.withSerial(installed.serial()).stream(), added.stream())
                .filter(other -> other.serial().equals(installed.serial())
                        && !other.usagePoint().equals(installed.usagePoint())
                        && other.register().unit() == installed.register().unit()
                        && isThereOn(other, installed.installedAt()))
                .findFirst()
                .map(other -> new Wrong(
                        RowReason.SERIAL_TWICE,
                        SourceField.SERIAL,
                        "found " + other.serial() + ", which hangs at " + other.usagePoint() + " since "
                                + other.installedAt()))
                .orElse(null);
    }

    private static boolean isThereOn(Meter meter, LocalDate day) {
        LocalDate removed = meter.removedAt();
        return removed == null || removed.isAfter(day);
    }

    private void end(Meter old, LocalDate at, List<Meter> ofPoint) {
        if (old.removedAt() != null) {
            return;
        }
        Meter until = old.ending(at);
        ofPoint.remove(old);
        ofPoint.add(until);
        if (added.remove(old)) {
            added.add(until);
        } else {
            ended.meter(old.usagePoint(), old.installedAt(), at);
        }
    }
}
