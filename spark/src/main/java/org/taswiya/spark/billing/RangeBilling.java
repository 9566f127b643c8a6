package org.taswiya.spark.billing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.BilledAccount;
import org.taswiya.spark.input.AccountSink;
import org.taswiya.spark.input.AccountToBill;
import org.taswiya.spark.input.WithheldTable;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.spark.parquet.WholeFile;
import org.taswiya.store.run.Withheld;

/// Bills the accounts of one range into three files: the agreements without a bill, the rates that lines name, and the
/// bills, which have no numbers yet. The file of bills appears last and says that the range is done.
final class RangeBilling implements AccountSink, AutoCloseable {
    /// Stands for every number where only the postings of an entry are wanted.
    private static final BillNumber ANY = new BillNumber(1);

    private final Rules rules;
    private final SharedPrices prices;
    private final RangeTally.Counter counter = new RangeTally.Counter();
    private final WholeFile billsFile;
    private final WholeFile withheldFile;
    private final WholeFile ratesFile;
    private final TableWriter billRows;
    private final TableWriter withheldRows;
    private final TableWriter rateRows;
    private final RateNumbers rates = new RateNumbers();
    private final BillWriter bills;
    private final WithheldTable withheld;
    private final List<Withheld> withheldHere = new ArrayList<>();

    RangeBilling(Rules rules, OutputFolder folder, String range, Configuration configuration) throws IOException {
        this.rules = rules;
        this.prices = rules.takePrices();
        this.billsFile = new WholeFile(configuration, folder.passing(), folder.staged(range));
        this.withheldFile = new WholeFile(configuration, folder.passing(), folder.withheld(range));
        this.ratesFile = new WholeFile(configuration, folder.passing(), folder.rates(range));
        this.billRows = new TableWriter(BillWriter.STAGED, configuration, billsFile.passing());
        this.withheldRows = new TableWriter(WithheldTable.TABLE, configuration, withheldFile.passing());
        this.rateRows = new TableWriter(RateTable.TABLE, configuration, ratesFile.passing());
        this.bills = new BillWriter(billRows, rates);
        this.withheld = new WithheldTable(withheldRows);
    }

    @Override
    public void account(AccountToBill account) throws IOException {
        counter.add(account.input().customerAccount());
        BilledAccount billed = BilledAccount.of(account.input(), prices)
                .checked(rules.checks(), account.customerClass(), account.released(), account.missing());
        for (Withheld agreement : billed.withheld()) {
            withheld(agreement);
        }
        for (AgreementOutcome outcome : billed.outcome().agreements()) {
            if (outcome instanceof Billed(DraftBill bill)) {
                write(bill, billed.input());
            }
        }
    }

    /// A bill that cannot be booked is withheld as failed, and nothing else with it, as on one machine.
    private void write(DraftBill bill, AccountInput account) throws IOException {
        List<Posting> postings;
        try {
            postings = bill.issue(ANY).entry().map(JournalEntry::postings).orElse(List.of());
        } catch (RuntimeException e) {
            withheld(Withheld.failed(bill.agreement(), "failed", e.toString(), usualBill(account, bill)));
            return;
        }
        String digest = rules.withDigests() ? BillsDigest.of(bill, account, postings) : null;
        bills.write(bill, account.arrears(), postings, digest);
        counter.add(bill);
    }

    private static @Nullable Money usualBill(AccountInput account, DraftBill bill) {
        return account.agreements().stream()
                .filter(agreement -> agreement.agreement().equals(bill.agreement()))
                .findFirst()
                .map(AgreementInput::usualBill)
                .orElse(null);
    }

    @Override
    public void withheld(Withheld agreement) {
        withheldHere.add(agreement);
        counter.add(agreement);
    }

    /// Lets all files appear. Agreements without a bill are in their own order, wherever they were withheld.
    RangeTally finish() throws IOException {
        withheldHere.sort(Comparator.comparing(Withheld::agreement));
        for (Withheld agreement : withheldHere) {
            withheld.write(agreement);
        }
        RateTable rateTable = new RateTable(rateRows);
        for (var rate : rates.all().entrySet()) {
            rateTable.write(rate.getKey(), rate.getValue());
        }
        RangeTally tally = counter.tally();
        withheldRows.finish(tally.facts());
        rateRows.finish(tally.facts());
        billRows.finish(tally.facts());
        withheldRows.close();
        rateRows.close();
        billRows.close();
        withheldFile.appear();
        ratesFile.appear();
        billsFile.appear();
        rules.giveBack(prices);
        return tally;
    }

    @Override
    public void close() throws IOException {
        try (billRows;
                withheldRows;
                rateRows) {
            billsFile.discard();
            ratesFile.discard();
            withheldFile.discard();
        }
    }
}
