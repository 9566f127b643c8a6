package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Changes;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.input.ReadingRows.Days;
import org.taswiya.store.run.Cycle;

/// Reads, for one batch of accounts after the other, all that their bills depend on.
///
/// A handful of queries for each batch, never one for each account, all on one state of the database and streamed in
/// binary form. Not for use by several threads.
public final class BillingInputs {
    private final Connection connection;
    private final Cycle cycle;
    private final Known known;
    private final boolean withClasses;
    private final BillingPolicy policy;
    private final AgreementRows rows;
    private final LearntClasses classes;
    private final InputAssembly assembly;
    private final AskedForRows askedFor;
    private final LampRows lamps;
    private final BandRegisterRows registers;
    private final boolean isCallers;

    /// @param tariffs by id; an agreement whose tariff is not there is withheld as failed
    /// @param withClasses whether somebody besides the policy asks of which class customers are
    /// @param known of the books; what came later is not seen
    /// @param classes what is learnt of classes of meters; readers beside this one may share it
    public BillingInputs(
            Connection connection,
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            boolean withClasses,
            Known known,
            LearntClasses classes)
            throws SQLException {
        this(connection, cycle, policy, tariffs, withClasses, known, classes, false);
        makeReader(connection);
    }

    /// In a transaction of the caller's, which has changed what the bills depend on, and which is neither ended nor
    /// changed by reading.
    public static BillingInputs within(
            Connection connection, Cycle cycle, BillingPolicy policy, Function<String, Optional<Tariff>> tariffs)
            throws SQLException {
        return within(connection, cycle, policy, tariffs, new LearntClasses(cycle, policy, Known.ALL, Map.of()));
    }

    /// The same.
    ///
    /// @param classes what is learnt of classes of meters
    public static BillingInputs within(
            Connection connection,
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            LearntClasses classes)
            throws SQLException {
        return new BillingInputs(connection, cycle, policy, tariffs, true, Known.ALL, classes, true);
    }

    private BillingInputs(
            Connection connection,
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            boolean withClasses,
            Known known,
            LearntClasses classes,
            boolean isCallers)
            throws SQLException {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
        this.withClasses = withClasses || policy.differs();
        this.policy = policy;
        this.rows = new AgreementRows(connection, cycle, known);
        this.classes = classes;
        this.assembly = new InputAssembly(cycle, policy, tariffs);
        this.askedFor = new AskedForRows(connection, cycle, known, tariffs);
        this.lamps = new LampRows(connection, cycle, known);
        this.registers = new BandRegisterRows(connection, cycle, known, tariffs);
        this.isCallers = isCallers;
    }

    private void end() throws SQLException {
        if (!isCallers) {
            connection.rollback();
        }
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

    /// The batch of a span of accounts.
    public InputBatch read(Span span) throws SQLException {
        try {
            Map<String, OpenAgreement> read = read(span.of("a.account"), span.of("i.account"), span.of("k.reference"));
            Map<String, List<String>> waiting =
                    cycle.releasedOnly() ? new AroundRows(connection).waiting(span, read.keySet()) : Map.of();
            return assembly.batch(read.values(), waiting, span, Changes.last(connection));
        } finally {
            end();
        }
    }

    /// Some agreements, whichever accounts they belong to.
    public InputBatch read(Collection<String> agreements) throws SQLException {
        try {
            String named = " = any(" + Literals.texts(agreements) + ")";
            Map<String, OpenAgreement> read = read(
                    "a.reference" + named,
                    "i.agreement" + named,
                    "k.reference in (select a.account from service_agreement a where a.reference" + named + ")");
            int count = Math.toIntExact(
                    read.values().stream().map(of -> of.account).distinct().count());
            return assembly.batch(
                    read.values(), Map.of(), new Span("", "", count, true, List.of()), Changes.last(connection));
        } finally {
            end();
        }
    }

    /// What some agreements used in the months before their gaps, as it is known, whether a bill depends on it or not.
    public Map<String, List<Usage>> usedBefore(List<String> agreements, int months) throws SQLException {
        try {
            Map<String, OpenAgreement> read = rows.read("a.reference = any(" + Literals.texts(agreements) + ")");
            rows.readMeters(read.values());
            return new UsageHistory(new ReadingRows(connection, known), cycle.billTo(), policy)
                    .before(List.copyOf(read.values()), months);
        } finally {
            end();
        }
    }

    /// What is known of agreements besides their dials in some days, as to a bill of all of these days, and what stands
    /// billed in them. Meters and readings are looked at for registers by time band alone: nobody estimates here.
    ///
    /// @param tariff by which all are priced
    /// @param days by agreement
    Map<String, KnownBesides> besides(Tariff tariff, Map<String, DateRange> days) throws SQLException {
        try {
            String named = " = any(" + Literals.texts(days.keySet()) + ")";
            Map<String, OpenAgreement> read = rows.read("a.reference" + named);
            GapsBefore.tell(connection, read.values(), days);
            Function<OpenAgreement, LocalDate> until =
                    one -> Objects.requireNonNull(days.get(one.reference)).to();
            if (tariff.timeBands().size() > 1) {
                rows.readMeters(read.values());
                readReadings(List.copyOf(read.values()), until);
            }
            askedFor.read(read.values(), until);
            Map<String, KnownBesides> besides = new HashMap<>();
            read.values().forEach(one -> besides.put(one.reference, new KnownBesides(one.askedFor, one.unmeasured)));
            return besides;
        } finally {
            end();
        }
    }

    private Map<String, OpenAgreement> read(String who, String whoseInstructions, String whoseAccounts)
            throws SQLException {
        Map<String, OpenAgreement> agreements = rows.read(who);
        if (!agreements.isEmpty()) {
            if (withClasses) {
                new AroundRows(connection).tellClasses(whoseAccounts, agreements.values());
            }
            new ReopenedBooks(connection, known).read(agreements);
            AccountArrears.tell(connection, cycle, known, agreements.values());
            FormerBills.read(connection, agreements.values(), known);
            BilledPeriods.read(connection, agreements, known);
            PeriodsOfBill.read(connection, agreements, known);
            rows.readMeters(agreements.values());
            EstimateInstructions.read(connection, whoseInstructions + known.change("i"), agreements);
            readReadings(List.copyOf(agreements.values()), this::lastPriced);
            askedFor.read(agreements.values());
            lamps.read(agreements.values());
            classes.tell(connection, agreements.values());
        }
        return agreements;
    }

    /// The day up to which a bill may price: it is estimated, read, or billed already.
    private LocalDate lastPriced(OpenAgreement one) {
        return Stream.of(cycle.billTo(), cycle.readTo(), one.billedTo())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /// @param until the day up to which an agreement is priced
    private void readReadings(List<OpenAgreement> agreements, Function<OpenAgreement, LocalDate> until)
            throws SQLException {
        ReadingRows readings = new ReadingRows(connection, known);
        List<OpenAgreement> ofBands = registers.read(agreements, until);
        if (!ofBands.isEmpty()) {
            rows.readExchanges(ofBands);
        }
        List<Days> sinceGap = Stream.concat(agreements.stream(), ofBands.stream())
                .map(agreement -> new Days(agreement, agreement.gapFrom, cycle.readTo()))
                .toList();
        readings.read(sinceGap, true);
        sinceGap.forEach(days -> days.of.readings = days.readings());
        agreements.forEach(OpenAgreement::takeRegisters);
        new UsageHistory(readings, cycle.billTo(), policy).read(agreements);
    }
}
