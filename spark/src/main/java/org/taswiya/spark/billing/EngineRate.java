package org.taswiya.spark.billing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.run.BilledAccount;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.input.AccountReader;
import org.taswiya.spark.input.AccountToBill;
import org.taswiya.spark.input.AccountWriter;

/// The accounts of some files in memory, billed on plain threads: what Spark's rate is held against.
public final class EngineRate {
    private static final BillNumber ANY = new BillNumber(1);

    private final Terms terms;
    private final List<AccountToBill> accounts;

    private EngineRate(Terms terms, List<AccountToBill> accounts) {
        this.terms = terms;
        this.accounts = accounts;
    }

    /// Reads accounts, up to a number of them.
    public static EngineRate read(SparkSession session, FromFiles files, Terms terms, int most) {
        Rules rules = Rules.of(terms);
        AccountReader reader = new AccountReader(rules.cycle(), rules.policy(), rules::tariff);
        List<AccountToBill> accounts = new ArrayList<>();
        Iterator<InternalRow> rows = session.read()
                .schema(AccountWriter.TABLE.columns())
                .parquet(new Path(files.folder(), "accounts").toString())
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .map(InternalRow::copy) // Spark fills one row again and again
                .toLocalIterator();
        while (rows.hasNext() && accounts.size() < most) {
            accounts.add(reader.read(rows.next()).account());
        }
        return new EngineRate(terms, accounts);
    }

    public int accounts() {
        return accounts.size();
    }

    /// Bills all accounts once, checks and postings with it.
    ///
    /// @return how many bills
    public long bill(int threads) {
        int each = Math.ceilDiv(accounts.size(), threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int from = 0; from < accounts.size(); from += each) {
                List<AccountToBill> part = accounts.subList(from, Math.min(accounts.size(), from + each));
                parts.add(pool.submit(() -> bill(part)));
            }
            long bills = 0;
            for (Future<Long> part : parts) {
                bills += part.get();
            }
            return bills;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long bill(List<AccountToBill> part) {
        Rules rules = Rules.of(terms);
        SharedPrices prices = rules.takePrices();
        long bills = 0;
        long postings = 0;
        for (AccountToBill account : part) {
            BilledAccount billed = BilledAccount.of(account.input(), prices)
                    .checked(rules.checks(), account.customerClass(), account.released(), account.missing());
            for (var outcome : billed.outcome().agreements()) {
                if (outcome instanceof Billed of) {
                    bills++;
                    postings += of.bill()
                            .issue(ANY)
                            .entry()
                            .map(JournalEntry::postings)
                            .map(List::size)
                            .orElse(0);
                }
            }
        }
        rules.giveBack(prices);
        if (bills > 0 && postings == 0) {
            throw new IllegalStateException(bills + " bills have no postings");
        }
        return bills;
    }
}
