package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.UnbilledRevenue;
import org.taswiya.core.receivables.Provision;
import org.taswiya.core.receivables.ProvisionRules;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.BilledBatches.BilledBatch;
import org.taswiya.run.MonthCloseAnswer.Closed;
import org.taswiya.run.MonthCloseAnswer.Reason;
import org.taswiya.run.MonthCloseAnswer.Refused;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.books.RevenueAcross;
import org.taswiya.store.ledger.ClosedMonths;
import org.taswiya.store.receivables.Provisions;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.run.RunTotals;

/// Closes a month: what was supplied and not billed by its end is booked in it and taken back on the day after, and
/// nothing is booked in it any more.
///
/// Everybody is billed up to the end of the month as a trial, by the readings known by then and by estimates where none
/// are; whoever was billed since is counted by those bills. So the month has the same revenue whether it is closed
/// before or after the bills of its end were made.
public final class MonthClose {
    private static final int ACCOUNTS_PER_BATCH = 2_000;

    private final Database database;
    private final YearMonth month;
    private final LocalDate end;
    private final RunSettings settings;
    private final ProvisionRules provision;
    private final UnbilledRevenue unbilled = new UnbilledRevenue();
    private final BatchTally tally = new BatchTally();

    private MonthClose(
            Database database,
            YearMonth month,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            ProvisionRules provision,
            Change why) {
        this.database = database;
        this.month = month;
        this.end = month.plusMonths(1).atDay(1);
        this.provision = provision;
        this.settings = new RunSettings(new Cycle(end, end), policy, BillChecks.NONE, tariffs, ACCOUNTS_PER_BATCH, why);
    }

    /// Closes a month, in one transaction. No run bills meanwhile.
    ///
    /// @param provision which debts are not expected to be paid
    /// @param today the month has to be over
    /// @param isTrial whether nothing is stored
    public static MonthCloseAnswer close(
            Database database,
            YearMonth month,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            ProvisionRules provision,
            LocalDate today,
            Change why,
            boolean isTrial,
            BillingListener listener) {
        MonthClose close = new MonthClose(database, month, policy, tariffs, provision, why);
        return BooksChange.make(database, isTrial, connection -> {
            Optional<Refused> refused = close.refused(connection, today);
            return refused.isPresent() ? refused.get() : close.close(connection, listener);
        });
    }

    private Optional<Refused> refused(Connection connection, LocalDate today) throws SQLException {
        if (end.isAfter(today)) {
            return Optional.of(
                    new Refused(Reason.NOT_OVER, month + " ends on " + end.minusDays(1) + " and today is " + today));
        }
        LocalDate openFrom = ClosedMonths.openFrom(connection);
        if (!end.isAfter(openFrom)) {
            return Optional.of(new Refused(
                    Reason.CLOSED_ALREADY,
                    month + " is closed already: nothing is booked before " + openFrom
                            + "; `./taswiya close list` shows who closed it"));
        }
        return RunTable.unfinishedBefore(connection, settings.cycle())
                .map(cycle -> new Refused(
                        Reason.RUN_NOT_FINISHED,
                        "the " + cycle + " was begun and not finished; finish it with `./taswiya run resume`, or give"
                                + " it up with `./taswiya run cancel`"));
    }

    private Closed close(Connection connection, BillingListener listener) throws SQLException {
        bill(listener);
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            RevenueAcross.add(reader, end, unbilled);
            reader.rollback();
        }
        RunTotals totals = tally.totals(true);
        long withheld = totals.held() + totals.failed();
        long change = Changes.record(connection, settings.why());
        Provision provided = Provisions.book(connection, provision, month, change);
        ClosedMonths.close(connection, change, month, unbilled.accrued(month).orElse(null), totals.bills(), withheld);
        return new Closed(month, unbilled.byAccount(), unbilled.total(), totals.bills(), withheld, provided);
    }

    private void bill(BillingListener listener) throws SQLException {
        RunClock clock = new RunClock();
        try (BilledBatches batches = BilledBatches.ofTrial(database, settings, clock)) {
            for (BilledBatch batch = batches.next(); batch != null; batch = batches.next()) {
                batch.accounts().forEach(this::add);
                tally.add(batch);
                listener.committed(
                        clock.progress(tally.totals(false), tally.totals(false).bills()));
            }
        }
    }

    private void add(BilledAccount account) {
        List<AgreementInput> inputs = account.input().agreements();
        List<AgreementOutcome> outcomes = account.outcome().agreements();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Billed(DraftBill bill) && !isBilledBeyond(inputs.get(i))) {
                unbilled.add(bill);
            }
        }
    }

    /// Then bills that were made since tell what was supplied.
    private boolean isBilledBeyond(AgreementInput input) {
        return input.billed().stream().anyMatch(period -> !period.range().to().isBefore(end));
    }
}
