package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.validation.FindingReason;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.core.validation.Severity;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.ExchangeRow;
import org.taswiya.intake.source.SourceRow.NewMeter;
import org.taswiya.run.receiving.ExchangeBooking.Became;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.receiving.PointDay;
import org.taswiya.store.receiving.RecordsThere;
import org.taswiya.store.validation.ReadingJudge;

/// Judges the values of exchanges as readings are: what the meter showed that is taken away, beside what it showed
/// before; what the new one shows, by what was read on it since.
final class ExchangeScreen {
    private final ReadingJudge judge;
    private final LocalDate on;

    private ExchangeScreen(ReadingJudge judge, LocalDate on) {
        this.judge = judge;
        this.on = on;
    }

    static ExchangeScreen of(Connection connection, ReadingChecks checks, LocalDate on, Collection<ExchangeRow> rows)
            throws SQLException {
        List<PointDay> keys = rows.stream()
                .map(row -> new PointDay(row.usagePoint(), row.exchange().at()))
                .toList();
        return new ExchangeScreen(ReadingJudge.of(connection, checks, keys), on);
    }

    /// What a person has to see who books one, by what one of a file comes back for; empty where nothing is found.
    static String doubts(Connection connection, ReadingChecks checks, LocalDate on, MetersThere there, ExchangeRow row)
            throws SQLException {
        ExchangeScreen screen = of(connection, checks, on, List.of(row));
        ExchangeBooking judging = new ExchangeBooking(connection, on, there, List.of(row.usagePoint()), screen);
        return judging.take(row) instanceof Became.Rejected(var wrong) && wrong.reason() == RowReason.DOUBTFUL
                ? wrong.found()
                : "";
    }

    /// The same of one that is in the books, with what is said of it now.
    static String doubtsOfRecorded(
            Connection connection, ReadingChecks checks, LocalDate on, String usagePoint, MeterExchange exchange)
            throws SQLException {
        List<Meter> meters =
                MetersThere.of(connection, List.of(usagePoint), List.of()).at(usagePoint);
        Meter old = ExchangeBooking.oldMeter(exchange.at(), meters);
        Meter installed = meters.stream()
                .filter(meter -> meter.installedAt().equals(exchange.at()))
                .findFirst()
                .orElse(null);
        if (old == null || installed == null) {
            return "";
        }
        NewMeter as = new NewMeter(installed.serial(), null, null, null, null);
        ExchangeRow row = new ExchangeRow(usagePoint, exchange, null, as);
        List<MeterExchange> known =
                RecordsThere.exchanges(connection, List.of(usagePoint)).getOrDefault(usagePoint, List.of());
        Wrong wrong = of(connection, checks, on, List.of(row)).look(row, old, installed, known, meters);
        return wrong == null ? "" : wrong.found();
    }

    /// Why a person has to look at it; null where nothing is found.
    ///
    /// @param known the exchanges of the usage point
    /// @param meters those that are there, the old one and the new one included
    @Nullable Wrong look(ExchangeRow of, Meter old, Meter installed, List<MeterExchange> known, List<Meter> meters) {
        KnownRegister register = judge.believed(of.usagePoint());
        if (register == null) {
            return null;
        }
        LocalDate at = of.exchange().at();
        KnownRegister before = until(at, register, old, known, meters);
        Reading removed = new ActualReading(at, of.exchange().removed(), "");
        if (judged(of, before, removed, old) instanceof Doubtful doubtful) {
            return wrong(SourceField.REMOVED, doubtful.findings());
        }
        Reading next = register.measuringOn(at)
                .or(() -> register.measuringAfter(at))
                .filter(reading -> meters.stream()
                        .noneMatch(meter -> meter.installedAt().isAfter(at)
                                && !meter.installedAt().isAfter(reading.at())))
                .orElse(null);
        if (next == null || next.value().compareTo(of.exchange().installed()) >= 0) {
            return null;
        }
        KnownRegister with = new KnownRegister(
                installed.register(),
                before.readings(),
                List.of(of.exchange().of(old.register(), installed.register())),
                register.installedAt(),
                null,
                Map.of(),
                register.inactive(),
                register.billedOnEstimates());
        return judged(of, with, next, installed) instanceof Doubtful doubtful
                        && doubtful.findings().stream().anyMatch(one -> one.reason() == FindingReason.NEGATIVE)
                ? wrong(SourceField.INSTALLED, doubtful.findings())
                : null;
    }

    private ValidationOutcome judged(ExchangeRow of, KnownRegister register, Reading reading, Meter meter) {
        return judge.judge(of.usagePoint(), register, reading, meter.register().unit(), false, on);
    }

    /// What was known of the old meter while it was there, and of those before it.
    private static KnownRegister until(
            LocalDate at, KnownRegister register, Meter old, List<MeterExchange> known, List<Meter> meters) {
        return new KnownRegister(
                old.register(),
                register.readings().stream()
                        .filter(reading -> reading.at().isBefore(at))
                        .toList(),
                known.stream()
                        .filter(exchange -> exchange.at().isBefore(at))
                        .map(exchange -> exchange.of(
                                removedAt(exchange.at(), old, meters).register(), old.register()))
                        .toList(),
                register.installedAt(),
                null,
                Map.of(),
                register.inactive(),
                register.billedOnEstimates());
    }

    /// The meter that an exchange took away.
    private static Meter removedAt(LocalDate day, Meter old, List<Meter> meters) {
        return meters.stream()
                .filter(meter -> meter.installedAt().isBefore(day))
                .reduce((one, other) -> one.installedAt().isAfter(other.installedAt()) ? one : other)
                .orElse(old);
    }

    private static Wrong wrong(SourceField field, List<ReadingFinding> findings) {
        String found = findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(finding -> finding.reason().code() + ": " + finding.found())
                .collect(Collectors.joining("; "));
        return new Wrong(RowReason.DOUBTFUL, field, found);
    }
}
