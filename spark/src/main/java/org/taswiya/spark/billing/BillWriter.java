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
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.metering.Estimate;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.Table;
import org.taswiya.spark.parquet.TableWriter;

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
    private final Column agreement;
    private final Column account;
    private final Column service;
    private final Column tariff;
    private final Column billedOn;
    private final Column dueOn;
    private final Column basis;
    private final Column net;
    private final Column tax;
    private final Column total;
    private final AmountColumns amounts;
    private final Column stampIfCash;
    private final Column arrears;
    private final Column instalments;
    private final Column firstInstalment;
    private final Column eachInstalment;
    private final EstimateColumns estimate;
    private final SettlementColumns settlement;
    private final SegmentColumns segments;
    private final Group postings;
    private final Column ledgerAccount;
    private final Column amount;
    private final Column digest;

    BillWriter(TableWriter writer) {
        this.writer = writer;
        Group row = writer.row();
        this.agreement = row.column("agreement");
        this.account = row.column("account");
        this.service = row.column("service");
        this.tariff = row.column("tariff");
        this.billedOn = row.column("billedOn");
        this.dueOn = row.column("dueOn");
        this.basis = row.column("basis");
        this.net = row.column("net");
        this.tax = row.column("tax");
        this.total = row.column("total");
        this.amounts = new AmountColumns(row.list("amounts"));
        this.stampIfCash = row.column("stampIfCash");
        this.arrears = row.column("arrears");
        this.instalments = row.column("instalments");
        this.firstInstalment = row.column("firstInstalment");
        this.eachInstalment = row.column("eachInstalment");
        this.estimate = new EstimateColumns(row.part("estimate"));
        this.settlement = new SettlementColumns(row.part("settlement"));
        this.segments = new SegmentColumns(row.list("segments"));
        this.postings = row.list("postings");
        this.ledgerAccount = postings.column("account");
        this.amount = postings.column("amount");
        this.digest = row.column("digest");
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
        agreement.text(0, bill.agreement());
        account.text(0, bill.customerAccount());
        service.word(0, bill.service());
        tariff.word(0, bill.tariff());
        billedOn.day(0, bill.billedOn());
        dueOn.day(0, bill.dueOn());
        write(bill.amounts());
        stampIfCash.big(0, bill.stampIfCash().minorUnits());
        arrears.big(0, due.minorUnits());
        write(bill.instalmentOffer());
        write(bill.basis());
        segments.write(bill.segments());
        postings.each(0, booked, (repetition, posting) -> {
            ledgerAccount.word(repetition, posting.account().name());
            amount.big(repetition, posting.amount().minorUnits());
        });
        if (sum == null) {
            digest.none(0);
        } else {
            digest.text(0, sum);
        }
        writer.endRow();
    }

    private void write(Amounts of) {
        net.big(0, of.net().minorUnits());
        tax.big(0, of.tax().minorUnits());
        total.big(0, of.total().minorUnits());
        amounts.write(of);
    }

    private void write(@Nullable InstalmentOffer offer) {
        if (offer == null) {
            instalments.none(0);
            firstInstalment.none(0);
            eachInstalment.none(0);
        } else {
            instalments.whole(0, offer.instalments());
            firstInstalment.big(0, offer.first().minorUnits());
            eachInstalment.big(0, offer.each().minorUnits());
        }
    }

    private void write(Basis of) {
        switch (of) {
            case Basis.OnEstimate(Estimate made) -> {
                basis.word(0, "estimate");
                estimate.write(made);
                settlement.absent();
            }
            case Basis.OnReading(Settled settled) -> {
                basis.word(0, "reading");
                estimate.absent();
                settlement.write(settled);
            }
        }
    }
}
