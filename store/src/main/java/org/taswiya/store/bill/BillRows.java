package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.NumberSeries;

/// The bills of a batch as rows, numbered in the order in which they are added, with their entries.
///
/// Made without the database ([#issue]) and then sent to it ([#send]) in a transaction of the caller's. Not for use by
/// several threads.
public final class BillRows {
    private final CopyRows bills = new CopyRows(
            "bill",
            "serial",
            "agreement",
            "account",
            "run",
            "billed_on",
            "due_on",
            "basis",
            "gap_from",
            "billed_to",
            "next_gap_from",
            "net",
            "tax",
            "stamp_if_cash",
            "instalments",
            "first_instalment",
            "each_instalment",
            "estimation_method",
            "on_estimates",
            "estimate_low",
            "estimate_high",
            "open_bills",
            "recent",
            "arrears");
    private final CopyRows estimates = new CopyRows("estimate", "bill", "from_days", "to_days", "quantities");
    private final CopyRows settlements = new CopyRows(
            "settlement", "bill", "usage", "true_up", "month_wise", "lump", "cheapest", "dearest", "written_off");
    private final SegmentRows segments;
    private final SortedMap<Long, JournalEntry> entries = new TreeMap<>();
    private final BillNumbering numbering;
    private final long lastBefore;
    private long last;

    public BillRows(BillNumbering numbering) {
        this.numbering = numbering;
        this.segments = new SegmentRows(numbering);
        this.lastBefore = numbering.last();
        this.last = lastBefore;
    }

    /// The number of the last bill issued.
    public long lastNumber() {
        return last;
    }

    /// Gives a bill the next number, to be written with its entry. Where that fails, the number is not given and no row
    /// is left of it.
    ///
    /// @param input what it was made from
    /// @param before what the agreement's bills came to before this one
    /// @param arrears of the account, as the bill states them
    public IssuedBill issue(AgreementInput input, BillsBefore before, Money arrears, DraftBill draft) {
        List<CopyRows.Mark> marks = List.of(bills.mark(), estimates.mark(), settlements.mark());
        SegmentRows.Mark segmentMark = segments.mark();
        last = numbering.last() + 1;
        try {
            IssuedBill issued = draft.issue(new BillNumber(last));
            add(input, before, arrears, draft);
            issued.entry().ifPresent(entry -> entries.put(last, entry));
            numbering.give(last);
            return issued;
        } catch (RuntimeException e) {
            bills.back(marks.get(0));
            estimates.back(marks.get(1));
            settlements.back(marks.get(2));
            segments.back(segmentMark);
            last = numbering.last();
            throw e;
        }
    }

    private void add(AgreementInput input, BillsBefore before, Money arrears, DraftBill draft) {
        addBill(input, before, draft);
        bills.money(arrears);
        int ordinal = 0;
        for (BillSegment segment : draft.segments()) {
            segments.add(last, ++ordinal, segment);
        }
        switch (draft.basis()) {
            case Basis.OnEstimate(Estimate estimate) -> addBasis(estimate);
            case Basis.OnReading(Settled settled) -> addSettlement(input, settled);
        }
    }

    private void addBill(AgreementInput input, BillsBefore before, DraftBill draft) {
        Estimate estimate = draft.basis() instanceof Basis.OnEstimate(Estimate of) ? of : null;
        LocalDate billedTo = draft.segments().getLast().range().to();
        LocalDate nextGapFrom = estimate == null ? nextGapFrom(input, draft) : firstReading(input);
        bills.row()
                .bigint(last)
                .text(draft.agreement())
                .text(draft.customerAccount())
                .bigint(numbering.run())
                .date(draft.billedOn())
                .date(draft.dueOn())
                .text(estimate == null ? "reading" : "estimate")
                .date(firstReading(input))
                .date(billedTo)
                .date(nextGapFrom)
                .money(draft.amounts().net())
                .money(draft.amounts().tax())
                .money(draft.stampIfCash());
        addOffer(draft.offer().orElse(null));
        if (estimate == null) {
            bills.empty().empty().empty().empty();
        } else {
            bills.text(estimate.method().code())
                    .bool(estimate.onEstimates())
                    .numeric(estimate.low())
                    .numeric(estimate.high());
        }
        bills.smallint(nextGapFrom.isBefore(billedTo) ? before.open() + 1 : 0)
                .bigints(before.recentWith(draft.total()));
    }

    private void addOffer(@Nullable InstalmentOffer offer) {
        if (offer == null) {
            bills.empty().empty().empty();
        } else {
            bills.smallint(offer.instalments()).money(offer.first()).money(offer.each());
        }
    }

    private static LocalDate firstReading(AgreementInput input) {
        LocalDate first = null;
        for (Reading reading : input.readings()) {
            if (reading instanceof ActualReading
                    && (first == null || reading.at().isBefore(first))) {
                first = reading.at();
            }
        }
        return Objects.requireNonNull(first);
    }

    /// The last actual reading up to which every period is measured to its end.
    private static LocalDate nextGapFrom(AgreementInput input, DraftBill draft) {
        LocalDate last = null;
        for (Reading reading : input.readings()) {
            boolean isLater = last == null || reading.at().isAfter(last);
            if (reading instanceof ActualReading && isLater && isBound(reading.at(), draft)) {
                last = reading.at();
            }
        }
        return Objects.requireNonNull(last);
    }

    private static boolean isBound(LocalDate day, DraftBill draft) {
        for (BillSegment segment : draft.segments()) {
            if (segment.range().from().equals(day) || segment.range().to().equals(day)) {
                return true;
            }
        }
        return false;
    }

    private void addBasis(Estimate estimate) {
        List<Usage> basis = estimate.basis();
        if (!basis.isEmpty()) {
            estimates
                    .row()
                    .bigint(last)
                    .dates(basis, usage -> usage.range().from())
                    .dates(basis, usage -> usage.range().to())
                    .numerics(basis, Usage::quantity);
        }
    }

    /// A plain month settles nothing that was billed before, and says nothing new here.
    private void addSettlement(AgreementInput input, Settled settled) {
        if (input.billed().isEmpty() && settled.writtenOff().total().isZero()) {
            return;
        }
        settlements
                .row()
                .bigint(last)
                .numeric(settled.usage())
                .money(settled.trueUp().total())
                .money(settled.proof().monthWise())
                .money(settled.proof().lump())
                .money(settled.proof().cheapest().total())
                .money(settled.proof().dearest().total())
                .money(settled.writtenOff().total());
    }

    /// Sends everything, the parts before the whole.
    ///
    /// @throws IllegalStateException when somebody else has issued bills meanwhile
    public void send(Connection connection) throws SQLException {
        long found = NumberSeries.BILL.lock(connection);
        if (found != lastBefore) {
            throw new IllegalStateException(
                    "the last bill is number " + found + ", not " + lastBefore + ": somebody else issues bills");
        }
        EntryRows booked = new EntryRows();
        booked.begin(connection);
        entries.forEach(booked::add);
        booked.send(connection);
        segments.send(connection);
        estimates.send(connection);
        settlements.send(connection);
        bills.send(connection);
    }

    static String code(BillSegment.Kind kind) {
        return switch (kind) {
            case ESTIMATED -> "estimated";
            case ACTUAL -> "actual";
            case TRUE_UP -> "true-up";
        };
    }
}
