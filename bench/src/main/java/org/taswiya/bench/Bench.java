package org.taswiya.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.bench.CopyFloor.Floor;
import org.taswiya.bench.FloorInputs.Days;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.run.BillingRun;
import org.taswiya.run.RunSettings;
import org.taswiya.run.ShadowReport;
import org.taswiya.run.ShadowRun;
import org.taswiya.run.TrialRun;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// The whole measurement, in the order of the story: a month that is read, three that are not, the reading that settles
/// them; after each the same bills by the rival, beside them the floor.
public final class Bench {
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final int IN_MEMORY_ACCOUNTS = 10_000;
    private static final int PAPERS = 5_000;
    private static final long FLOOR_BILLS = 200_000;

    /// Around the same dates of earlier years, as a run reads them for an estimate.
    private static final int DAYS_AROUND = 35;

    private final Order order;
    private final Town town;
    private final Database database;
    private final BenchListener listener;
    private final List<BenchRow> rows = new ArrayList<>();

    /// What is to be measured.
    ///
    /// @param accounts in the town; one bill each
    /// @param withSql whether the rival makes the same bills, which takes as much time and disk again
    /// @param withDocuments whether the whole chain is measured, which makes a document for every account
    /// @param papers in whose name and in which languages bills are drawn
    /// @param roundSeconds how long each of the rounds in memory takes
    /// @param folder for what is put aside on the way
    public record Order(
            int accounts,
            int cores,
            boolean withSql,
            boolean withDocuments,
            PrintTerms papers,
            double roundSeconds,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            Path folder) {}

    /// Sees how far it is.
    public interface BenchListener {
        /// A stage begins, of so many.
        void stage(String name, long of);

        /// So many more are done.
        void done(long more);
    }

    private Bench(Order order, Database database, BenchListener listener) {
        this.order = order;
        this.town = new Town(order.accounts());
        this.database = database;
        this.listener = listener;
    }

    /// Measures everything on an empty database.
    ///
    /// @throws DatabaseException when the database refuses
    /// @throws IllegalStateException when the rival's bills are not ours
    public static BenchReport measure(Order order, Database database, BenchListener listener)
            throws IOException, InterruptedException {
        try {
            return new Bench(order, database, listener).measure();
        } catch (SQLException e) {
            throw new DatabaseException(DatabaseException.Fault.FAILED, "The measurement broke off: " + e, e);
        }
    }

    private BenchReport measure() throws IOException, InterruptedException, SQLException {
        listener.stage("town", order.accounts());
        town.fill(database, listener::done);
        List<AccountInput> plain = inputs(settings(Town.LAST_READ));
        bill(Town.LAST_READ, "plain");
        trial("trial", settings(APRIL));
        trial("best", best(APRIL));
        List<AccountInput> unread = inputs(best(APRIL));
        shadow(APRIL);
        List<AccountInput> settling;
        try (Rival rival = order.withSql() ? new Rival(database, tariffs(), Town.LAST_READ) : null) {
            estimated(rival);
            read();
            settling = inputs(settings(Town.READ_AGAIN));
            settled(rival);
        }
        listener.stage("money", 0);
        rows.addAll(new MoneyTrial(database, settings(Town.READ_AGAIN), order.cores()).measure());
        inMemory("rate", InMemory.billing(plain));
        inMemory("best-memory", InMemory.billing(unread));
        inMemory("settle-memory", InMemory.billing(settling));
        Tariff household = tariffs().getFirst();
        inMemory("totals", () -> TotalsTrial.simple(household));
        inMemory("totals-bands", TotalsTrial::bands);
        papers(plain, unread);
        if (order.withDocuments()) {
            chain(Town.READ_AGAIN.plusMonths(1));
        }
        return new BenchReport(Machine.here(), order.accounts(), rows, Shape.of(database));
    }

    private void estimated(@Nullable Rival rival) throws IOException, SQLException {
        double sql = 0;
        double ours = 0;
        long first = 0;
        for (LocalDate to : List.of(APRIL, MAY, JUNE)) {
            first = bill(to, "estimated to " + to);
            ours += rows.removeLast().seconds();
            if (rival != null) {
                listener.stage("SQL: estimated to " + to, order.accounts());
                sql += rival.estimate(to.minusMonths(1), to);
                requireSame(rival, to);
            }
        }
        FloorInputs inputs = new FloorInputs(new Days(Town.LAST_READ, JUNE), List.of(sameDates(1), sameDates(2)), 1);
        Floor floor = floor(first, inputs);
        long bills = 3L * order.accounts();
        rows.add(beside(BenchRow.of("bill", "bills", bills, ours, order.cores()), floor, sql));
    }

    private void settled(@Nullable Rival rival) throws IOException, SQLException {
        long first = bill(Town.READ_AGAIN, "settle");
        double sql = 0;
        if (rival != null) {
            listener.stage("SQL: settled", order.accounts());
            sql = rival.settle(Town.LAST_READ, Town.READ_AGAIN);
            requireSame(rival, Town.READ_AGAIN);
        }
        FloorInputs inputs = new FloorInputs(new Days(Town.LAST_READ, Town.READ_AGAIN), List.of(), 3);
        Floor floor = floor(first, inputs);
        rows.add(beside(rows.removeLast(), floor, sql));
    }

    private BenchRow beside(BenchRow row, Floor floor, double sql) {
        BenchRow besideFloor = row.withFloor(floor.secondsFor(row.count()));
        return order.withSql() ? besideFloor.withSql(sql) : besideFloor;
    }

    /// As of the last estimate. How many bills were open is taken as in the middle of the three months.
    private static Days sameDates(int yearsBefore) {
        return new Days(
                MAY.minusYears(yearsBefore).minusDays(DAYS_AROUND),
                JUNE.minusYears(yearsBefore).plusDays(DAYS_AROUND));
    }

    private Floor floor(long first, FloorInputs inputs) throws IOException, SQLException {
        listener.stage("floor", 0);
        int perBatch = RunSettings.ACCOUNTS_PER_BATCH;
        return new CopyFloor(database, order.folder().resolve("floor"), Math.min(perBatch, order.accounts()))
                .measure(first, Math.min(FLOOR_BILLS, order.accounts()), inputs);
    }

    private void requireSame(Rival rival, LocalDate billedOn) throws SQLException {
        long differing = rival.differing(billedOn);
        if (differing != 0) {
            throw new IllegalStateException(
                    differing + " bills of " + billedOn + " are not what statements on sets make of them");
        }
    }

    /// @return the number of the run's first bill
    private long bill(LocalDate to, String name) {
        listener.stage(name, order.accounts());
        Counting counting = new Counting(listener);
        long begin = System.nanoTime();
        RunReport report = BillingRun.execute(database, settings(to), counting);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (report.totals().bills() != order.accounts()) {
            throw new IllegalStateException("the run to " + to + " made " + report.totals());
        }
        rows.add(BenchRow.of(name, "bills", report.totals().bills(), seconds, order.cores()));
        return counting.first();
    }

    private void trial(String name, RunSettings settings) {
        listener.stage(name, order.accounts());
        long begin = System.nanoTime();
        RunTotals totals = TrialRun.execute(database, settings, new Counting(listener), _ -> {});
        if (totals.bills() != order.accounts()) {
            throw new IllegalStateException("the trial " + name + " came to " + totals);
        }
        rows.add(BenchRow.of(name, "accounts", order.accounts(), (System.nanoTime() - begin) / 1e9, order.cores()));
    }

    /// The books in use against themselves, so that the sum can be checked: it costs what other books cost.
    private void shadow(LocalDate to) {
        listener.stage("shadow", order.accounts());
        Map<String, Tariff> same = tariffs().stream().collect(Collectors.toMap(Tariff::id, Function.identity()));
        long begin = System.nanoTime();
        ShadowReport report = ShadowRun.execute(database, settings(to), same, 0, new Counting(listener), _ -> {});
        if (report.all().bills() != order.accounts()
                || !report.all().after().equals(report.all().before())) {
            throw new IllegalStateException("the books differ from themselves: " + report.all());
        }
        rows.add(BenchRow.of("shadow", "accounts", order.accounts(), (System.nanoTime() - begin) / 1e9, order.cores()));
    }

    private void chain(LocalDate to) throws IOException {
        listener.stage("chain", 0);
        rows.add(new Chain(town, database, order.folder().resolve("chain")).measure(settings(to), order.cores()));
    }

    private void read() {
        listener.stage("readings", order.accounts());
        long begin = System.nanoTime();
        town.read(database, Town.READ_AGAIN);
        rows.add(BenchRow.of("readings", "readings", order.accounts(), (System.nanoTime() - begin) / 1e9, 1));
    }

    private void inMemory(String name, Supplier<LongSupplier> passes) throws InterruptedException {
        listener.stage(name, 0);
        rows.add(new InMemory(passes, order.cores(), order.roundSeconds()).measure(name));
    }

    /// Half of them of a month that was read, half of one that was not.
    private void papers(List<AccountInput> read, List<AccountInput> unread) throws IOException, InterruptedException {
        List<AccountInput> some = new ArrayList<>();
        for (int i = 0; i < Math.min(unread.size(), PAPERS / 2); i++) {
            some.add(read.get(i));
            some.add(unread.get(i));
        }
        PaperTrial trial = new PaperTrial(PaperTrial.bills(some, town), order.papers(), order.cores());
        listener.stage("paper", 0);
        rows.add(trial.documents());
        listener.stage("sheets", 0);
        rows.add(trial.sheets(order.folder()));
    }

    private List<AccountInput> inputs(RunSettings settings) throws SQLException {
        try (Connection connection = database.connect()) {
            return settings.inputs(connection, false)
                    .read(new CycleAccounts(connection, settings.cycle()).after("", IN_MEMORY_ACCOUNTS))
                    .accounts();
        }
    }

    private List<Tariff> tariffs() {
        return List.of(Town.ELECTRICITY, Town.WATER).stream()
                .map(id -> order.tariffs().apply(id).orElseThrow())
                .toList();
    }

    private RunSettings settings(LocalDate to) {
        return settings(to, order.policy());
    }

    /// Estimated by our own best method and no other.
    private RunSettings best(LocalDate to) {
        BillingPolicy policy = order.policy();
        return settings(
                to,
                new BillingPolicy(
                        policy.allocation(),
                        List.of(EstimationMethod.BEST),
                        policy.estimatesInARowMost(),
                        policy.backBilling(),
                        policy.instalments()));
    }

    private RunSettings settings(LocalDate to, BillingPolicy policy) {
        return Town.settings(to, policy, order.tariffs());
    }
}
