package org.taswiya.run;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.run.RenewedInputs.Renewed;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.RunTotals;

/// Bills a cycle twice on the same inputs, with the books in use and with new ones, stores nothing, and says who pays
/// more and by how much.
///
/// What is compared is what the *periods* of a bill are due: each period priced whole, by the one book and by the
/// other. For a plain month that is the bill itself. A bill that settles claims due less billed, and what was billed
/// was priced by the book of its time; to subtract that from periods priced by the new book would charge a single bill
/// with the change of price of all its months, and the customer whose meter could not be read would look hit many times
/// harder than the neighbour with the same usage whose meter was. A regulator asks what the same supply costs under
/// either book, whenever it happened to be read. So what was billed before stays as it was billed, on both sides, and
/// drops out of the difference, as does a limit on back-billing; a bill for four months is compared over four months.
///
/// Everything else is the same: readings, estimates, days. Where the policy divides a gap in the customer's favour,
/// each book divides it by its own prices, as it would. Bills of books that no new one replaces are counted apart.
///
/// The new books are taken as if they had been in use for this run and these periods. What they would hold is what that
/// run would hold, by the same checks; a bill that only a check holds is compared all the same.
///
/// Three batches are in memory at a time, whatever the number of accounts; nothing of an account is kept but what it
/// adds to the sums.
public final class ShadowRun {
    private final RunSettings settings;
    private final ShadowAccount.Rules rules;
    private final BillingListener listener;
    private final Consumer<ShadowBill> each;
    private final ShadowTally tally;
    private final BatchTally inUse = new BatchTally();
    private final RunClock clock = new RunClock();

    /// What many bills share, for each thread its own.
    private final ThreadLocal<SharedPrices> prices = ThreadLocal.withInitial(SharedPrices::new);

    private ShadowRun(
            RunSettings settings,
            Map<String, Tariff> instead,
            int hardestMost,
            BillingListener listener,
            Consumer<ShadowBill> each) {
        this.settings = settings;
        this.rules = new ShadowAccount.Rules(Map.copyOf(instead), settings.checks());
        this.tally = new ShadowTally(hardestMost);
        this.listener = listener;
        this.each = each;
    }

    /// Bills all accounts twice.
    ///
    /// @param instead by the id of a tariff in use, the one to bill with in its place
    /// @param hardestMost how many of the hardest hit accounts are named
    /// @param each is given every bill that is compared, in the order of the accounts
    public static ShadowReport execute(
            Database database,
            RunSettings settings,
            Map<String, Tariff> instead,
            int hardestMost,
            BillingListener listener,
            Consumer<ShadowBill> each) {
        return new ShadowRun(settings, instead, hardestMost, listener, each).execute(database);
    }

    private ShadowReport execute(Database database) {
        try (BilledBatches batches = BilledBatches.unchecked(database, settings, clock);
                RenewedInputs renewed = new RenewedInputs(database, settings, rules.instead())) {
            for (BilledBatch batch = batches.next(); batch != null; batch = batches.next()) {
                compare(batch, renewed.of(batch.inputs()));
            }
            return tally.report(inUse.totals(true).accounts());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private void compare(BilledBatch batch, Renewed renewed) {
        List<ShadowAccount> compared = batch.accounts().parallelStream()
                .map(account -> ShadowAccount.of(
                        account,
                        batch.inputs().customerClass(account.input().customerAccount()),
                        rules,
                        renewed,
                        batch.inputs().released(),
                        prices.get()))
                .toList();
        batch.inputs().withheld().forEach(tally::addWithheld);
        for (ShadowAccount account : compared) {
            tally.add(account);
            account.bills().forEach(each);
        }
        inUse.add(batch);
        RunTotals soFar = inUse.totals(false);
        listener.committed(clock.progress(soFar, soFar.bills()));
    }
}
