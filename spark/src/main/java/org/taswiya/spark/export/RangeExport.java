package org.taswiya.spark.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BilledPast;
import org.taswiya.spark.input.AccountSink;
import org.taswiya.spark.input.AccountToBill;
import org.taswiya.spark.input.AccountWriter;
import org.taswiya.spark.input.WithheldTable;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.spark.parquet.WholeFile;
import org.taswiya.store.run.Withheld;

/// Writes the accounts of one range into a file, and beside it the agreements of which no input can be put together.
/// The file of accounts appears last and says that the range is done.
final class RangeExport implements AccountSink, AutoCloseable {
    private final WholeFile accountsFile;
    private final WholeFile withheldFile;
    private final TableWriter accountRows;
    private final TableWriter withheldRows;
    private final AccountWriter accounts;
    private final WithheldTable withheld;

    RangeExport(Configuration configuration, String folder, String range) throws IOException {
        Path passing = new Path(folder, "_work");
        this.accountsFile = new WholeFile(configuration, passing, new Path(new Path(folder, "accounts"), range));
        this.withheldFile = new WholeFile(configuration, passing, new Path(new Path(folder, "withheld"), range));
        this.accountRows = new TableWriter(AccountWriter.TABLE, configuration, accountsFile.passing());
        this.withheldRows = new TableWriter(WithheldTable.TABLE, configuration, withheldFile.passing());
        this.accounts = new AccountWriter(accountRows);
        this.withheld = new WithheldTable(withheldRows);
    }

    @Override
    public void account(AccountToBill account) throws IOException {
        AccountInput input = account.input();
        List<AgreementInput> kept = new ArrayList<>();
        List<String> missing = new ArrayList<>(account.missing());
        for (AgreementInput agreement : input.agreements()) {
            if (isWhole(agreement.askedFor())) {
                kept.add(agreement);
            } else {
                withheld(notInFiles(agreement));
                missing.add(agreement.agreement());
            }
        }
        accounts.write(
                kept.size() == input.agreements().size()
                        ? account
                        : new AccountToBill(
                                new AccountInput(
                                        input.customerAccount(),
                                        input.billTo(),
                                        input.billedOn(),
                                        input.policy(),
                                        input.arrears(),
                                        kept,
                                        input.dueOn()),
                                account.customerClass(),
                                account.released(),
                                missing));
    }

    /// Whether files hold all that is known of an agreement.
    private static boolean isWhole(AskedFor known) {
        return known.past().equals(BilledPast.NOTHING) && known.unmetered() == null;
    }

    private static Withheld notInFiles(AgreementInput agreement) {
        return Withheld.failed(
                agreement.agreement(),
                "not-in-files",
                "its tariff " + agreement.tariff().id() + " hangs on what was used before or on lamps, which exported"
                        + " files do not hold: bill it on one machine, or by Spark from the database",
                agreement.usualBill());
    }

    @Override
    public void withheld(Withheld agreement) throws IOException {
        withheld.write(agreement);
    }

    /// Lets both files appear.
    void finish() throws IOException {
        withheldRows.finish(Map.of());
        accountRows.finish(Map.of());
        withheldRows.close();
        accountRows.close();
        withheldFile.appear();
        accountsFile.appear();
    }

    @Override
    public void close() throws IOException {
        try (accountRows;
                withheldRows) {
            accountsFile.discard();
            withheldFile.discard();
        }
    }
}
