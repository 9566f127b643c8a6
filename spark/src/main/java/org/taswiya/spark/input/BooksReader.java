package org.taswiya.spark.input;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Database;
import org.taswiya.store.bill.Known;
import org.taswiya.store.input.AccountRange;
import org.taswiya.store.input.BillingInputs;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.input.InputBatch;
import org.taswiya.store.input.LearntClasses;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Withheld;

/// Reads ranges of accounts from PostgreSQL, each over a connection of its own, with the queries of the run on one
/// machine.
public final class BooksReader {
    /// As many as the run on one machine reads at once.
    private static final int ACCOUNTS_AT_ONCE = 2_000;

    private final String url;
    private final Cycle cycle;
    private final BillingPolicy policy;
    private final Function<String, Optional<Tariff>> tariffs;
    private final boolean withClasses;

    /// @param url as [Database#url] gives it
    /// @param tariffs by id
    /// @param withClasses whether somebody besides the policy asks of which class customers are
    public BooksReader(
            String url,
            Cycle cycle,
            BillingPolicy policy,
            Function<String, Optional<Tariff>> tariffs,
            boolean withClasses) {
        this.url = url;
        this.cycle = cycle;
        this.policy = policy;
        this.tariffs = tariffs;
        this.withClasses = withClasses;
    }

    /// Hands over the accounts of a range, in their order.
    public void read(AccountRange range, AccountSink sink) throws IOException {
        try (Database database = Database.at(url);
                Connection connection = database.connect()) {
            BillingInputs inputs = new BillingInputs(
                    connection,
                    cycle,
                    policy,
                    tariffs,
                    withClasses,
                    Known.ALL,
                    new LearntClasses(cycle, policy, Known.ALL, Map.of()));
            CycleAccounts accounts = new CycleAccounts(connection, cycle);
            String after = range.after();
            int left = range.count();
            while (left > 0) {
                InputBatch batch = inputs.read(accounts.after(after, Math.min(left, ACCOUNTS_AT_ONCE)));
                hand(batch, sink);
                if (batch.accountCount() == 0) {
                    throw new IllegalStateException("the accounts after " + after + " are gone: " + range);
                }
                left -= batch.accountCount();
                after = batch.lastAccount();
            }
        } catch (SQLException e) {
            throw new IOException("the accounts after " + range.after() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void hand(InputBatch batch, AccountSink sink) throws IOException {
        for (AccountInput account : batch.accounts()) {
            String reference = account.customerAccount();
            sink.account(new AccountToBill(
                    account, batch.customerClass(reference), batch.released(), batch.missing(reference)));
        }
        for (Withheld agreement : batch.withheld()) {
            sink.withheld(agreement);
        }
    }
}
