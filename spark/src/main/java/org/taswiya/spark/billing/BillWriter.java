package org.taswiya.spark.billing;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.Table;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.spark.parquet.TextColumn;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// Writes bills as rows of `bills.sql`, all but the columns of the number.
final class BillWriter {
    /// One row for each bill.
    static final Table BILLS = Table.stated(BillWriter.class, "bills.sql");

    private static final Set<String> NUMBER = Set.of("serial", "number");

    /// The columns of the number alone.
    static final Table NUMBERS = columns(true);

    /// Bills that have no number yet.
    static final Table STAGED = columns(false);

    private final TableWriter writer;
    private final TextColumn agreement;
    private final TextColumn account;
    private final WordColumn service;
    private final WordColumn tariff;
    private final WholeColumn billedOn;
    private final WholeColumn dueOn;
    private final WordColumn basis;
    private final BigColumn net;
    private final BigColumn tax;
    private final BigColumn total;
    private final BigColumn stampIfCash;
    private final BigColumn arrears;
    private final WholeColumn instalments;
    private final BigColumn firstInstalment;
    private final BigColumn eachInstalment;
    private final EstimateColumns estimate;
    private final SettlementColumns settlement;
    private final SegmentColumns segments;
    private final Group postings;
    private final WordColumn ledgerAccount;
    private final BigColumn amount;
    private final TextColumn digest;

    /// @param rates takes note of the rates that lines name
    BillWriter(TableWriter writer, RateNumbers rates) {
        this.writer = writer;
        Group row = writer.row();
        this.agreement = row.text("agreement");
        this.account = row.text("account");
        this.service = row.word("service");
        this.tariff = row.word("tariff");
        this.billedOn = row.whole("billedOn");
        this.dueOn = row.whole("dueOn");
        this.basis = row.word("basis");
        this.net = row.big("net");
        this.tax = row.big("tax");
        this.total = row.big("total");
        this.stampIfCash = row.big("stampIfCash");
        this.arrears = row.big("arrears");
        this.instalments = row.whole("instalments");
        this.firstInstalment = row.big("firstInstalment");
        this.eachInstalment = row.big("eachInstalment");
        this.estimate = new EstimateColumns(row.part("estimate"));
        this.settlement = new SettlementColumns(row.part("settlement"));
        this.segments = new SegmentColumns(row.list("segments"), rates);
        this.postings = row.list("postings");
        this.ledgerAccount = postings.word("account");
        this.amount = postings.big("amount");
        this.digest = row.text("digest");
    }

    private static Table columns(boolean ofNumber) {
        return Table.of(new StructType(Arrays.stream(BILLS.columns().fields())
                .filter(field -> NUMBER.contains(field.name()) == ofNumber)
                .toArray(StructField[]::new)));
    }

    /// @param due what was due before and is unpaid
    /// @param booked the postings of the bill's entry; empty where it has none
    /// @param sum the bill's digest; null where none is asked for
    void write(DraftBill bill, Money due, List<Posting> booked, @Nullable String sum) throws IOException {
        agreement.put(bill.agreement());
        account.put(bill.customerAccount());
        service.put(bill.service());
        tariff.put(bill.tariff());
        billedOn.put(bill.billedOn());
        dueOn.put(bill.dueOn());
        write(bill.amounts());
        stampIfCash.put(bill.stampIfCash().minorUnits());
        arrears.put(due.minorUnits());
        write(bill.instalmentOffer());
        write(bill.basis());
        segments.write(bill.segments(), bill.basis());
        postings.each(booked, posting -> {
            ledgerAccount.put(posting.account().name());
            amount.put(posting.amount().minorUnits());
        });
        if (sum == null) {
            digest.none();
        } else {
            digest.put(sum);
        }
        writer.endRow();
    }

    private void write(Amounts of) {
        net.put(of.net().minorUnits());
        tax.put(of.tax().minorUnits());
        total.put(of.total().minorUnits());
    }

    private void write(@Nullable InstalmentOffer offer) {
        if (offer == null) {
            instalments.none();
            firstInstalment.none();
            eachInstalment.none();
        } else {
            instalments.put(offer.instalments());
            firstInstalment.put(offer.first().minorUnits());
            eachInstalment.put(offer.each().minorUnits());
        }
    }

    private void write(Basis of) {
        switch (of) {
            case Basis.OnEstimate(Estimate made) -> {
                basis.put("estimate");
                estimate.write(made);
                settlement.absent();
            }
            case Basis.OnReading(Settled settled) -> {
                basis.put("reading");
                estimate.absent();
                settlement.write(settled);
            }
        }
    }
}
