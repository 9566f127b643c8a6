package org.taswiya.store.billing;

import java.sql.Connection;
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
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.billing.ReadingRows.Days;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Reads, for one batch of accounts after the other, all that their bills depend on.
///
/// A handful of queries for each batch, never one for each account, all on one state of the database and streamed in
/// binary form. Not for use by several threads.
public final class BillingInputs {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /// Each agreement with its meter and what its last bill says of those before it.
    private static final String AGREEMENTS = """
            select a.reference, a.account, a.usage_point, p.premise, a.tariff, a.households,
                   a.to_day, a.billed_from,
                   m.unit, m.digits, m.decimals, m.multiplier,
                   b.next_gap_from, b.open_bills, b.recent,
                   exists (select from reopening r
                           where r.agreement = a.reference and r.after_bill >= coalesce(b.serial, 0){reopening}),
                   exists (select from hold_release h
                           where h.agreement = a.reference and h.after_bill >= coalesce(b.serial, 0)),
                   {requested}, coalesce(b.serial, 0)
            from service_agreement a
            join usage_point p on p.reference = a.usage_point
            left join lateral (
                select * from meter m where m.usage_point = a.usage_point and m.installed_at <= {on}{meter}
                order by m.installed_at desc limit 1) m on true
            left join lateral (
                select b.serial, b.next_gap_from, b.open_bills, b.recent from bill b
                where b.agreement = a.reference{bill} order by b.run desc limit 1) b on true
            where {who} and a.billed_from < {to} {area}
            order by a.account, a.reference""";

    /// Asked only off the cycle.
    private static final String REQUESTED = "exists (select from bill_request q"
            + " where q.agreement = a.reference and q.after_bill >= coalesce(b.serial, 0))";

    private static final String EXCHANGES = """
            select e.usage_point, e.at, e.removed, e.installed from meter_exchange e
            where e.usage_point = any({points}) and e.at <= {on}{change} order by e.usage_point, e.at""";

    private static final String VACANCIES = """
            select v.premise, v.from_day, v.to_day from vacancy v
            where v.premise = any({premises}){change} order by v.premise, v.from_day""";

    private final Connection connection;
    private final Cycle cycle;
    private final Known known;
    private final boolean withClasses;
    private final List<EstimationMethod> chain;
    private final CycleAccounts accounts;
    private final InputAssembly assembly;

    /// @param tariffs by id; an agreement whose tariff is not there is withheld as failed
    /// @param classPerDay the class average a day by tariff id, to estimate from where nothing else is known
    /// @param withClasses whether somebody asks of which class customers are
    /// @param known of the books; what came later is not seen
    public BillingInputs(
            Connection connection,
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            Function<String, Optional<Decimal>> classPerDay,
            boolean withClasses,
            Known known)
            throws SQLException {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
        this.withClasses = withClasses;
        this.chain = policy.estimation();
        this.accounts = new CycleAccounts(connection, cycle);
        this.assembly = new InputAssembly(cycle, policy, tariffs, classPerDay);
        makeReader(connection);
    }

    private static void makeReader(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction read only");
        }
        readByIndex(connection);
        connection.commit();
    }

    /// Makes every query of a connection go from a list of keys through an index. Right after a bulk load the planner
    /// does not know the tables yet and would read them whole. What a key finds is few rows and asked for once, so
    /// bitmaps and memory of what was found cost more than they save.
    public static void readByIndex(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String method : List.of("seqscan", "bitmapscan", "hashjoin", "mergejoin", "material", "memoize")) {
                statement.execute("set enable_" + method + " = off");
            }
        }
    }

    /// The batch that follows an account.
    ///
    /// @param after the reference of the account before; empty for the first batch
    /// @param most how many accounts
    public InputBatch read(String after, int most) throws SQLException {
        try {
            Span span = accounts.after(after, most);
            Map<String, OpenAgreement> read = read(span.of("a.account"), span.of("i.account"));
            Around around = new AroundRows(connection).read(span, withClasses, cycle.releasedOnly(), read.keySet());
            return assembly.batch(read.values(), around, span, lastChange());
        } finally {
            connection.rollback();
        }
    }

    /// Some agreements, whichever accounts they belong to.
    public InputBatch read(Collection<String> agreements) throws SQLException {
        try {
            String named = " = any(" + Literals.texts(agreements) + ")";
            Map<String, OpenAgreement> read = read("a.reference" + named, "i.agreement" + named);
            int count = Math.toIntExact(
                    read.values().stream().map(of -> of.account).distinct().count());
            return assembly.batch(
                    read.values(), Around.NOTHING, new Span("", "", count, true, List.of()), lastChange());
        } finally {
            connection.rollback();
        }
    }

    private Map<String, OpenAgreement> read(String who, String whoseInstructions) throws SQLException {
        Map<String, OpenAgreement> agreements = agreements(who);
        if (!agreements.isEmpty()) {
            new ReopenedBooks(connection, known).read(agreements);
            BilledPeriods.read(connection, agreements, known);
            readExchanges(agreements.values());
            readVacancies(agreements.values());
            EstimateInstructions.read(connection, whoseInstructions + known.change("i"), agreements);
            readReadings(List.copyOf(agreements.values()));
        }
        return agreements;
    }

    private void readReadings(List<OpenAgreement> agreements) throws SQLException {
        ReadingRows rows = new ReadingRows(connection, known);
        List<Days> sinceGap = agreements.stream()
                .map(agreement -> new Days(agreement, agreement.gapFrom, cycle.readTo()))
                .toList();
        rows.read(sinceGap, true);
        sinceGap.forEach(days -> days.of.readings = days.readings());
        new UsageHistory(rows, cycle.billTo(), chain).read(agreements);
    }

    private long lastChange() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from change")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Map<String, OpenAgreement> agreements(String who) throws SQLException {
        Map<String, OpenAgreement> agreements = new LinkedHashMap<>();
        // A value and not a join, which would begin with the premises of the whole area for each batch.
        String ofArea = cycle.area() == null
                ? ""
                : "and (select e.area from premise e where e.reference = p.premise) = " + Literals.of(cycle.area());
        String select = AGREEMENTS
                .replace("{on}", Literals.of(cycle.readTo()))
                .replace("{who}", who)
                .replace("{meter}", known.change("m"))
                .replace("{bill}", known.bill("b"))
                .replace("{reopening}", known.change("r"))
                .replace("{to}", Literals.of(cycle.billTo()))
                .replace("{requested}", cycle.releasedOnly() ? REQUESTED : "false")
                .replace("{area}", ofArea + CycleAccounts.ofChosen(cycle, "a.account"));
        CopiedRows.each(connection, select, row -> {
            OpenAgreement agreement = OpenAgreement.of(row);
            if (cycle.releasedOnly() && !agreement.isReleased && !agreement.isRequested) {
                return;
            }
            agreements.put(agreement.reference, agreement);
        });
        return agreements;
    }

    private void readExchanges(Collection<OpenAgreement> agreements) throws SQLException {
        Map<String, List<OpenAgreement>> byPoint = new HashMap<>();
        for (OpenAgreement agreement : agreements) {
            byPoint.computeIfAbsent(agreement.usagePoint, _ -> new ArrayList<>(1))
                    .add(agreement);
        }
        String select = EXCHANGES
                .replace("{on}", Literals.of(cycle.readTo()))
                .replace("{change}", known.change("e"))
                .replace("{points}", Literals.texts(byPoint.keySet()));
        CopiedRows.each(connection, select, row -> {
            List<OpenAgreement> of = byPoint.getOrDefault(row.text(), List.of());
            MeterExchange exchange = new MeterExchange(row.date(), row.numeric(), row.numeric());
            of.forEach(agreement -> agreement.exchanges.add(exchange));
        });
    }

    private void readVacancies(Collection<OpenAgreement> agreements) throws SQLException {
        Map<String, List<OpenAgreement>> byPremise = new HashMap<>();
        for (OpenAgreement agreement : agreements) {
            byPremise
                    .computeIfAbsent(agreement.premise, _ -> new ArrayList<>(2))
                    .add(agreement);
        }
        String select = VACANCIES
                .replace("{change}", known.change("v"))
                .replace("{premises}", Literals.texts(byPremise.keySet()));
        CopiedRows.each(connection, select, row -> {
            List<OpenAgreement> of = byPremise.getOrDefault(row.text(), List.of());
            LocalDate from = row.date();
            LocalDate to = row.dateOrNull();
            DateRange range = DateRange.of(from, to == null ? FOREVER : to);
            of.forEach(agreement -> agreement.vacancies.add(range));
        });
    }
}
