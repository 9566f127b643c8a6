package org.taswiya.store.billing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Rows;
import org.taswiya.store.population.ReadingKind;

/// Reads, for one batch of accounts after the other, all that their bills depend on.
///
/// A handful of queries for each batch, never one for each account, all on one state of the database. Not for use by
/// several threads.
public final class BillingInputs {
    /// How far back usage is looked at: two years and a longest period.
    private static final int HISTORY_MONTHS = 26;

    /// How many bills make the usual one.
    private static final int USUAL_BILLS = 12;

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final Connection connection;
    private final Cycle cycle;
    private final InputAssembly assembly;

    /// @param tariffs by id; an agreement whose tariff is not there is withheld as failed
    /// @param classPerDay the class average a day by tariff id, to estimate from where nothing else is known
    public BillingInputs(
            Connection connection,
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            Function<String, Optional<Decimal>> classPerDay)
            throws SQLException {
        this.connection = connection;
        this.cycle = cycle;
        this.assembly = new InputAssembly(cycle, policy, tariffs, classPerDay);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            // Every query goes from a list of keys through an index. Right after a bulk load the planner does not know
            // the tables yet and would read them whole.
            statement.execute("set session characteristics as transaction read only");
            for (String method : List.of("seqscan", "hashjoin", "mergejoin", "material")) {
                statement.execute("set enable_" + method + " = off");
            }
        }
        connection.commit();
    }

    /// The batch that follows an account.
    ///
    /// @param after the reference of the account before; empty for the first batch
    /// @param most how many accounts
    public InputBatch read(String after, int most) throws SQLException {
        try {
            return readBatch(after, most);
        } finally {
            connection.rollback();
        }
    }

    private InputBatch readBatch(String after, int most) throws SQLException {
        List<String> accounts = accounts(after, most + 1);
        boolean isLast = accounts.size() <= most;
        int count = Math.min(accounts.size(), most);
        if (count == 0) {
            return new InputBatch(List.of(), List.of(), after, 0, true);
        }
        String last = accounts.get(count - 1);
        Map<String, OpenAgreement> agreements = agreements(after, last);
        readLastBills(agreements, after, last);
        readReopenings(agreements, after, last);
        readBilledPeriods(agreements);
        Map<String, List<OpenAgreement>> byPoint = new HashMap<>();
        Map<String, List<OpenAgreement>> byPremise = new HashMap<>();
        for (OpenAgreement agreement : agreements.values()) {
            byPoint.computeIfAbsent(agreement.usagePoint, _ -> new ArrayList<>(1))
                    .add(agreement);
            byPremise
                    .computeIfAbsent(agreement.premise, _ -> new ArrayList<>(2))
                    .add(agreement);
        }
        readReadings(byPoint, agreements.values());
        readExchanges(byPoint);
        readVacancies(byPremise);
        return assembly.batch(agreements.values(), last, count, isLast);
    }

    private List<String> accounts(String after, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select reference from customer_account where reference > ? order by reference limit ?")) {
            query.setString(1, after);
            query.setInt(2, most);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private Map<String, OpenAgreement> agreements(String after, String last) throws SQLException {
        Map<String, OpenAgreement> agreements = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, a.account, a.usage_point, p.premise, a.tariff, a.households, a.to_day,
                       a.billed_from, m.digits, m.decimals, m.multiplier, m.unit
                from service_agreement a
                join usage_point p on p.reference = a.usage_point
                join premise e on e.reference = p.premise
                left join lateral (
                    select * from meter m where m.usage_point = a.usage_point and m.installed_at <= ?
                    order by m.installed_at desc limit 1) m on true
                where a.account > ? and a.account <= ? and a.billed_from < ? and e.area = coalesce(?, e.area)
                order by a.account, a.reference""")) {
            query.setObject(1, cycle.billedOn());
            query.setString(2, after);
            query.setString(3, last);
            query.setObject(4, cycle.billTo());
            query.setString(5, cycle.area());
            for (OpenAgreement agreement : Rows.list(query, BillingInputs::agreement)) {
                agreements.put(agreement.reference, agreement);
            }
        }
        return agreements;
    }

    private static OpenAgreement agreement(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        int digits = row.getInt("digits");
        Integer dial = row.wasNull() ? null : digits;
        Register register = unit == null
                ? null
                : new Register(
                        dial,
                        row.getInt("decimals"),
                        Rows.decimal(row, "multiplier"),
                        Unit.ofSymbol(unit).orElseThrow());
        return new OpenAgreement(
                row.getString("reference"),
                row.getString("account"),
                row.getString("usage_point"),
                row.getString("premise"),
                row.getString("tariff"),
                row.getInt("households"),
                Rows.dateOrNull(row, "to_day"),
                register,
                Rows.date(row, "billed_from"));
    }

    /// The last bills that stand: where the gap begins, and what a bill usually comes to.
    private void readLastBills(Map<String, OpenAgreement> agreements, String after, String last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, b.next_gap_from, b.usual
                from service_agreement a
                cross join lateral (
                    select (array_agg(l.next_gap_from order by l.run desc))[1] as next_gap_from,
                           round(avg(l.amount))::bigint as usual
                    from (
                        select b.run, b.next_gap_from, b.net + b.tax as amount from bill b
                        where b.agreement = a.reference
                            and not exists (select from cancellation c where c.bill = b.serial)
                        order by b.run desc limit ?) l) b
                where a.account > ? and a.account <= ? and b.usual is not null""")) {
            query.setInt(1, USUAL_BILLS);
            query.setString(2, after);
            query.setString(3, last);
            Rows.each(query, row -> {
                OpenAgreement agreement = agreements.get(row.getString(1));
                if (agreement != null) {
                    agreement.gapFrom = Rows.date(row, "next_gap_from");
                    agreement.usualBill = Money.ofMinor(row.getLong("usual"));
                }
            });
        }
    }

    private void readReopenings(Map<String, OpenAgreement> agreements, String after, String last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select a.reference, min(r.from_day) as from_day
                from service_agreement a join reopening r on r.agreement = a.reference
                where a.account > ? and a.account <= ? and r.after_bill >= coalesce((
                    select max(b.serial) from bill b
                    where b.agreement = a.reference and b.basis = 'reading'
                        and not exists (select from cancellation c where c.bill = b.serial)), 0)
                group by a.reference""")) {
            query.setString(1, after);
            query.setString(2, last);
            Rows.each(query, row -> {
                OpenAgreement agreement = agreements.get(row.getString(1));
                LocalDate from = Rows.date(row, "from_day");
                if (agreement != null && from.isBefore(agreement.gapFrom)) {
                    agreement.gapFrom = from;
                }
            });
        }
    }

    private void readBilledPeriods(Map<String, OpenAgreement> agreements) throws SQLException {
        Map<String, BilledPeriods> periods = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select o.agreement, s.kind = 'estimated' as is_estimated, s.from_day, s.to_day, s.usage,
                       c.bill is not null as is_cancelled,
                       m.is_tax, m.code, m.claimed
                from unnest(?::text[], ?::date[]) as o(agreement, gap_from)
                join bill b on b.agreement = o.agreement and b.billed_to > o.gap_from
                join bill_segment s on s.bill = b.serial and s.from_day >= o.gap_from
                left join cancellation c on c.bill = b.serial
                left join claimed_amount m on m.bill = s.bill and m.segment = s.ordinal
                order by b.serial, s.ordinal""")) {
            query.setArray(1, texts(agreements.keySet()));
            query.setArray(
                    2, dates(agreements.values().stream().map(a -> a.gapFrom).toList()));
            Rows.each(query, row -> {
                BilledPeriods of = periods.computeIfAbsent(row.getString(1), _ -> new BilledPeriods());
                DateRange range = DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day"));
                if (row.getBoolean("is_cancelled")) {
                    of.addCancelled(range);
                    return;
                }
                of.addUsage(range, Rows.decimal(row, "usage"), row.getBoolean("is_estimated"));
                String code = row.getString("code");
                if (code != null) {
                    of.addAmount(range, row.getBoolean("is_tax"), code, Money.ofMinor(row.getLong("claimed")));
                }
            });
        }
        periods.forEach((agreement, of) -> {
            OpenAgreement open = agreements.get(agreement);
            if (open != null) {
                open.billed = of.toList();
            }
        });
    }

    private void readReadings(Map<String, List<OpenAgreement>> byPoint, Collection<OpenAgreement> agreements)
            throws SQLException {
        Map<String, LocalDate> since = new LinkedHashMap<>();
        for (OpenAgreement agreement : agreements) {
            since.merge(
                    agreement.usagePoint,
                    agreement.gapFrom.minusMonths(HISTORY_MONTHS),
                    (a, b) -> a.isBefore(b) ? a : b);
        }
        Map<String, ReadingsInForce> readings = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select o.usage_point, r.at, r.revision, r.kind, r.value, r.provenance
                from unnest(?::text[], ?::date[]) as o(usage_point, since)
                join reading r on r.usage_point = o.usage_point and r.at between o.since and ?""")) {
            query.setArray(1, texts(since.keySet()));
            query.setArray(2, dates(since.values()));
            query.setObject(3, cycle.billedOn());
            Rows.each(query, row -> {
                LocalDate at = Rows.date(row, "at");
                Reading reading = ReadingKind.ofCode(row.getString("kind"))
                        .reading(at, Rows.decimal(row, "value"), row.getString("provenance"));
                readings.computeIfAbsent(row.getString(1), _ -> new ReadingsInForce())
                        .add(reading, row.getInt("revision"));
            });
        }
        readings.forEach((point, inForce) -> byPoint.getOrDefault(point, List.of())
                .forEach(agreement -> {
                    agreement.readings = inForce.toList(agreement.to);
                }));
    }

    private void readExchanges(Map<String, List<OpenAgreement>> byPoint) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select e.usage_point, e.at, e.removed, e.installed from meter_exchange e
                where e.usage_point = any(?) and e.at <= ? order by e.usage_point, e.at""")) {
            query.setArray(1, texts(byPoint.keySet()));
            query.setObject(2, cycle.billedOn());
            Rows.each(query, row -> {
                MeterExchange exchange = new MeterExchange(
                        Rows.date(row, "at"), Rows.decimal(row, "removed"), Rows.decimal(row, "installed"));
                byPoint.getOrDefault(row.getString(1), List.of()).forEach(of -> of.exchanges.add(exchange));
            });
        }
    }

    private void readVacancies(Map<String, List<OpenAgreement>> byPremise) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select v.premise, v.from_day, v.to_day from vacancy v
                where v.premise = any(?) order by v.premise, v.from_day""")) {
            query.setArray(1, texts(byPremise.keySet()));
            Rows.each(query, row -> {
                LocalDate to = Rows.dateOrNull(row, "to_day");
                DateRange range = DateRange.of(Rows.date(row, "from_day"), to == null ? FOREVER : to);
                byPremise.getOrDefault(row.getString(1), List.of()).forEach(of -> of.vacancies.add(range));
            });
        }
    }

    private Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private Array dates(Collection<LocalDate> values) throws SQLException {
        @Nullable Object[] dates = values.stream().map(Date::valueOf).toArray();
        return connection.createArrayOf("date", dates);
    }
}
