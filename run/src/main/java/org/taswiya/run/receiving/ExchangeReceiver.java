package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Register;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.ExchangeRow;
import org.taswiya.intake.source.SourceRow.NewMeter;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.run.receiving.ReadingReceiver.Names;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.population.PopulationRows;
import org.taswiya.store.receiving.EndedDays;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.RecordsThere;
import org.taswiya.store.run.BatchTransaction;

/// Takes exchanges into the books: the old meter ends, the new one begins, with the values of both dials. A meter that
/// was set back ends and begins on the day, under its own serial.
final class ExchangeReceiver implements BatchReceiver {
    private final LocalDate on;

    ExchangeReceiver(LocalDate on) {
        this.on = on;
    }

    /// What a batch does, point by point.
    private record Work(
            Map<String, List<Meter>> meters,
            Map<String, List<MeterExchange>> exchanges,
            List<Meter> added,
            EndedDays ended,
            Map<String, List<MeterExchange>> made) {}

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Connection connection = transaction.connection();
        Names names = new Names();
        rows.forEach(row -> names.add(((ExchangeRow) row.row()).usagePoint(), null));
        MetersThere there = names.lookUp(connection);
        List<String> points = rows.stream()
                .map(row -> ((ExchangeRow) row.row()).usagePoint())
                .distinct()
                .toList();
        Work work = new Work(
                new HashMap<>(),
                RecordsThere.exchanges(connection, points),
                new ArrayList<>(),
                new EndedDays(),
                new HashMap<>());
        for (AcceptedRow row : rows) {
            ExchangeRow of = (ExchangeRow) row.row();
            String point = of.usagePoint();
            work.meters().computeIfAbsent(point, _ -> new ArrayList<>(there.at(point)));
            Wrong wrong = there.isPoint(point)
                    ? take(of, work, tally)
                    : new Wrong(
                            RowReason.UNKNOWN_USAGE_POINT, SourceField.POINT, "usage point " + point + " is not known");
            if (wrong != null) {
                tally.reject(row, wrong.reason(), wrong.field(), wrong.found());
            }
        }
        write(transaction, work);
    }

    private static void write(BatchTransaction transaction, Work work) throws SQLException {
        if (work.made().isEmpty()) {
            return;
        }
        work.ended().write(transaction.connection());
        PopulationRows population = new PopulationRows(transaction.change());
        work.added().forEach(population::add);
        Map<String, LocalDate> first = new HashMap<>();
        work.made()
                .forEach((point, exchanges) -> exchanges.forEach(exchange -> {
                    population.add(point, exchange);
                    first.merge(point, exchange.at(), (a, b) -> a.isBefore(b) ? a : b);
                }));
        population.send(transaction.connection());
        Reopenings.openForReadings(transaction.connection(), transaction.change(), first);
    }

    /// Why an exchange is rejected; null when it is not, and then it is counted.
    private @Nullable Wrong take(ExchangeRow of, Work work, BatchTally tally) {
        MeterExchange exchange = of.exchange();
        if (exchange.at().isAfter(on)) {
            return new Wrong(RowReason.FUTURE_DATE, SourceField.AT, "found " + exchange.at());
        }
        List<MeterExchange> known = work.exchanges().computeIfAbsent(of.usagePoint(), _ -> new ArrayList<>(1));
        List<Meter> meters = work.meters().getOrDefault(of.usagePoint(), List.of());
        List<MeterExchange> ofDay =
                known.stream().filter(other -> other.at().equals(exchange.at())).toList();
        if (ofDay.isEmpty()) {
            return exchange(of, meters, known, work, tally);
        }
        boolean isKnown = ofDay.contains(exchange)
                && meters.stream().anyMatch(meter -> isInstalled(of, meter, oldMeter(exchange.at(), meters)));
        if (!isKnown) {
            String found = Differences.words(exchange, ofDay.getLast());
            return new Wrong(RowReason.OTHER_VALUE, SourceField.AT, found + "; `exchange correct` puts it right");
        }
        tally.unchanged();
        return null;
    }

    private static @Nullable Wrong exchange(
            ExchangeRow of, List<Meter> meters, List<MeterExchange> known, Work work, BatchTally tally) {
        LocalDate at = of.exchange().at();
        Meter old = oldMeter(at, meters);
        Wrong wrong = wrongOld(of, old);
        if (old == null || wrong != null) {
            return wrong;
        }
        Meter installed = installed(of, old);
        Meter there = meters.stream()
                .filter(meter -> meter.installedAt().equals(at))
                .findFirst()
                .orElse(null);
        wrong = wrongValues(of, old, installed, there, meters);
        if (wrong != null) {
            return wrong;
        }
        end(old, at, meters, work);
        if (there == null) {
            meters.add(installed);
            work.added().add(installed);
        }
        known.add(of.exchange());
        work.made().computeIfAbsent(of.usagePoint(), _ -> new ArrayList<>(1)).add(of.exchange());
        tally.added();
        return null;
    }

    /// The meter that was there before a day; null when there was none.
    private static @Nullable Meter oldMeter(LocalDate day, List<Meter> meters) {
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

    private static @Nullable Wrong wrongOld(ExchangeRow of, @Nullable Meter old) {
        LocalDate at = of.exchange().at();
        String named = of.removedSerial();
        if (old == null) {
            return new Wrong(
                    RowReason.UNKNOWN_METER, SourceField.AT, "no meter was at " + of.usagePoint() + " before " + at);
        }
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

    private static void end(Meter old, LocalDate at, List<Meter> meters, Work work) {
        if (old.removedAt() != null) {
            return;
        }
        Meter ended = old.ending(at);
        meters.remove(old);
        meters.add(ended);
        if (work.added().remove(old)) {
            work.added().add(ended);
        } else {
            work.ended().meter(old.usagePoint(), old.installedAt(), at);
        }
    }
}
