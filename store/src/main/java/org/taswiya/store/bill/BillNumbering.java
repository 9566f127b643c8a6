package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.core.tariff.ChargeRate;
import org.taswiya.store.ledger.Dictionary;
import org.taswiya.store.ledger.NumberSeries;

/// The numbers that a run gives: of bills, and of the charge rates and codes that their rows name.
///
/// Ahead of the database by the batches that are not committed yet, and never wrong: only a billing run gives these
/// numbers, one run is at work at a time, and its batches are committed in order or not at all.
///
/// Entries are numbered only when they are sent, because payments and people book at the same time.
public final class BillNumbering {
    private final long run;
    private final Dictionary<ChargeRate> rates = ChargeRates.dictionary();
    private final Dictionary<String> codes = Dictionary.ofTexts("amount_code", "name");
    private long last;

    private BillNumbering(long run) {
        this.run = run;
    }

    /// Goes on where the database is.
    ///
    /// @param run to which the bills belong
    public static BillNumbering of(Connection connection, long run) throws SQLException {
        BillNumbering numbering = new BillNumbering(run);
        numbering.last = NumberSeries.BILL.last(connection);
        numbering.rates.load(connection);
        numbering.codes.load(connection);
        return numbering;
    }

    /// The number of the last bill in the books; zero before the first.
    public static long lastIssued(Connection connection) throws SQLException {
        return NumberSeries.BILL.last(connection);
    }

    /// Room for the bills of the next batch.
    public BillRows batch() {
        return new BillRows(this);
    }

    public long run() {
        return run;
    }

    /// The number of the last bill issued.
    public long last() {
        return last;
    }

    /// The number is given.
    public void give(long number) {
        last = number;
    }

    Dictionary<ChargeRate> rates() {
        return rates;
    }

    Dictionary<String> codes() {
        return codes;
    }
}
