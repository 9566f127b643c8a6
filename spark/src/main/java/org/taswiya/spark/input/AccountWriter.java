package org.taswiya.spark.input;

import java.io.IOException;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.Table;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.spark.parquet.TextColumn;
import org.taswiya.spark.parquet.WordColumn;

/// Writes accounts as rows of `accounts.sql`.
public final class AccountWriter {
    /// One row for each account.
    public static final Table TABLE = Table.stated(AccountWriter.class, "accounts.sql");

    private final TableWriter writer;
    private final TextColumn account;
    private final WordColumn customerClass;
    private final BigColumn arrears;
    private final Group missing;
    private final TextColumn missingAgreement;
    private final AgreementColumns agreements;

    public AccountWriter(TableWriter writer) {
        this.writer = writer;
        this.account = writer.row().text("account");
        this.customerClass = writer.row().word("customerClass");
        this.arrears = writer.row().big("arrears");
        this.missing = writer.row().list("missing");
        this.missingAgreement = missing.text("agreement");
        this.agreements = new AgreementColumns(writer.row().list("agreements"));
    }

    public void write(AccountToBill of) throws IOException {
        AccountInput input = of.input();
        account.put(input.customerAccount());
        customerClass.put(of.customerClass().code());
        arrears.put(input.arrears().minorUnits());
        missing.each(of.missing(), missingAgreement::put);
        agreements.write(input.agreements(), of.released());
        writer.endRow();
    }
}
