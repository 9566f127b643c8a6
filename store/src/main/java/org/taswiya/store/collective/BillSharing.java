package org.taswiya.store.collective;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.collective.Apportionment;
import org.taswiya.core.collective.ApportionmentOutcome;
import org.taswiya.core.collective.ApportionmentReason;
import org.taswiya.core.collective.SubUse;
import org.taswiya.core.metering.MeasuredUsage;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.validation.KnownRegisters;

/// Shares a bill out among the sub-meters behind its meter.
///
/// All meters are looked at over the days of the bill, first to last of its periods: what was used between two readings
/// is cut by days, so meters need not be read on the same day. A sub-meter counts on those of the days on which it
/// stands there, and has that part of its share.
public final class BillSharing {
    private final Connection connection;
    /// Of which meters it is not known what they counted, and why.
    private final List<String> unread = new ArrayList<>();
    private final Map<String, Reading> firstValues = new HashMap<>();

    private BillSharing(Connection connection) {
        this.connection = connection;
    }

    /// What was shared out, and of which bill.
    ///
    /// @param main the usage point of the main meter
    /// @param tariff of its agreement
    /// @param unit in which both count
    public record SharedBill(
            BillNumber number, String main, String tariff, Unit unit, DateRange days, Apportionment apportionment) {}

    /// A bill shared out, or why it is not.
    public sealed interface Answer {
        record Shared(SharedBill bill) implements Answer {}

        record Refused(ApportionmentReason reason, String found) implements Answer {}
    }

    public static Answer of(Database database, BillNumber number) {
        try (Connection connection = database.connect()) {
            return new BillSharing(connection).share(number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private record Billed(String point, String tariff, Money total, DateRange days) {}

    private Answer share(BillNumber number) throws SQLException {
        Optional<Billed> billed = billed(number);
        if (billed.isEmpty()) {
            return new Answer.Refused(
                    ApportionmentReason.UNKNOWN_BILL, "bill " + number + " is not there or was cancelled");
        }
        Billed bill = billed.get();
        List<SubMeter> subs = SubMeters.behind(connection, bill.point()).stream()
                .filter(sub -> sub.within(bill.days()).isPresent())
                .toList();
        if (subs.isEmpty()) {
            return new Answer.Refused(
                    ApportionmentReason.NO_SUB_METERS,
                    "no sub-meter stands behind " + bill.point() + " in " + bill.days()
                            + "; `sub-meter add` puts one there");
        }
        return share(number, bill, subs);
    }

    private Answer share(BillNumber number, Billed bill, List<SubMeter> subs) throws SQLException {
        Set<String> points = new HashSet<>(Set.of(bill.point()));
        subs.forEach(sub -> points.add(sub.sub()));
        Map<String, KnownRegister> registers = KnownRegisters.of(connection, points, LocalDate.EPOCH);
        readFirstValues(points);
        KnownRegister main = registers.get(bill.point());
        Fraction used = used(main, bill.point(), bill.days());
        List<SubUse> uses = new ArrayList<>();
        for (SubMeter sub : joined(subs)) {
            KnownRegister register = registers.get(sub.sub());
            uses.add(use(register, sub, subs, bill.days()));
            requireUnit(register, main, sub.sub());
        }
        if (main == null || !unread.isEmpty()) {
            return new Answer.Refused(ApportionmentReason.NOT_READ, String.join("; ", unread));
        }
        return switch (Apportionment.of(bill.total(), used, uses)) {
            case ApportionmentOutcome.Apportioned(var apportionment) ->
                new Answer.Shared(new SharedBill(
                        number, bill.point(), bill.tariff(), main.register().unit(), bill.days(), apportionment));
            case ApportionmentOutcome.Refused(var reason, var found) -> new Answer.Refused(reason, found);
        };
    }

    /// One of each usage point: it may have stood there, gone and come back.
    private static List<SubMeter> joined(List<SubMeter> subs) {
        Set<String> seen = new HashSet<>();
        return subs.stream().filter(sub -> seen.add(sub.sub())).toList();
    }

    private SubUse use(@Nullable KnownRegister register, SubMeter of, List<SubMeter> all, DateRange days) {
        Fraction own = Fraction.ZERO;
        Fraction share = Fraction.ZERO;
        for (SubMeter sub : all) {
            DateRange there = sub.within(days).orElseThrow();
            if (sub.sub().equals(of.sub())) {
                own = own.plus(used(register, sub.sub(), there));
                share = share.plus(Fraction.of(sub.share()).times(Fraction.of(there.days(), days.days())));
            }
        }
        return new SubUse(of.sub(), own, share);
    }

    private void requireUnit(@Nullable KnownRegister sub, @Nullable KnownRegister main, String point) {
        if (sub != null
                && main != null
                && sub.register().unit() != main.register().unit()) {
            unread.add(point + " counts " + sub.register().unit().symbol() + ", the main meter "
                    + main.register().unit().symbol());
        }
    }

    /// What a meter counted; nothing, and `unread` says why, where that is not known.
    private Fraction used(@Nullable KnownRegister known, String point, DateRange days) {
        if (known == null) {
            unread.add(point + " has no meter");
            return Fraction.ZERO;
        }
        List<Reading> read = measuring(known, point);
        if (read.isEmpty()
                || read.getFirst().at().isAfter(days.from())
                || read.getLast().at().isBefore(days.to())) {
            String when = read.isEmpty()
                    ? "on no day"
                    : "from " + read.getFirst().at() + " to " + read.getLast().at();
            unread.add(point + " is read " + when + ", and the days shared out are " + days
                    + "; share the bill out when it has been read");
            return Fraction.ZERO;
        }
        return switch (new Measurement(known.register(), known.exchanges(), null).measure(read)) {
            case Measured(var intervals) ->
                Usage.within(days, intervals.stream().map(BillSharing::usage).toList());
            case HeldMeasurement(var hold) -> {
                unread.add("what " + point + " counted cannot be told: " + hold.found());
                yield Fraction.ZERO;
            }
        };
    }

    /// With what the first meter showed when it was put up.
    private List<Reading> measuring(KnownRegister known, String point) {
        List<Reading> read = new ArrayList<>(
                known.readings().stream().filter(Reading::isMeasuring).toList());
        Reading first = firstValues.get(point);
        if (first != null
                && (read.isEmpty() || first.at().isBefore(read.getFirst().at()))) {
            read.addFirst(first);
        }
        return read;
    }

    private void readFirstValues(Collection<String> points) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct on (usage_point) usage_point, installed_at, first_value from meter
                where usage_point = any(?) order by usage_point, installed_at""")) {
            query.setArray(1, SqlArrays.texts(connection, points));
            Rows.each(
                    query,
                    row -> firstValues.put(
                            row.getString("usage_point"),
                            new ActualReading(
                                    Rows.date(row, "installed_at"), Rows.decimal(row, "first_value"), "installation")));
        }
    }

    private static Usage usage(MeasuredUsage measured) {
        return new Usage(measured.range(), measured.usage(), UsageQuality.ACTUAL);
    }

    private Optional<Billed> billed(BillNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select a.usage_point, a.tariff, b.net + b.tax as total, min(s.from_day) as from_day,
                       max(s.to_day) as to_day
                from bill b
                join service_agreement a on a.reference = b.agreement
                join bill_segment s on s.bill = b.serial
                where b.serial = ? and not exists (select from cancellation c where c.bill = b.serial)
                group by a.usage_point, a.tariff, b.net, b.tax""")) {
            query.setLong(1, number.serial());
            return Rows.list(
                            query,
                            row -> new Billed(
                                    row.getString("usage_point"),
                                    row.getString("tariff"),
                                    Money.ofMinor(row.getLong("total")),
                                    DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day"))))
                    .stream()
                    .findFirst();
        }
    }
}
