package org.taswiya.run;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.metering.Usage;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.run.Reprint.MadeAgain;
import org.taswiya.run.Reprint.MadeBill;
import org.taswiya.run.Reprint.Rules;
import org.taswiya.run.ReprintedBill.Different;
import org.taswiya.run.ReprintedBill.Reason;
import org.taswiya.run.ReprintedBill.Same;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.bill.BilledRange.RangeBill;
import org.taswiya.store.bill.StoredBill;
import org.taswiya.store.run.Withheld;

/// Lays bills that were made again beside those of the books, and says of each that differs why.
///
/// A bill is the same when the books would get the same rows for it and its document has the digest of the first one.
/// Where nobody wrote a first one, or it named somebody who is forgotten since, nothing else may have changed that it
/// would have shown.
///
/// @param made by agreement, what billing the batch again gave
/// @param addressees by agreement
/// @param before by agreement, what was used before its bill, where that is asked for
/// @param photos by agreement and day, as [Same] has them
/// @param preceding by serial, the bills that it settles
/// @param unknown accounts of whom nobody knows a telephone number or an e-mail address, as [Same] has it
/// @param changedBooks by id: they charge something else for the days of the run, or of days before, than it billed by
record ReprintComparison(
        BilledRange range,
        Rules rules,
        MadeAgain made,
        Map<String, Addressee> addressees,
        Map<String, List<Usage>> before,
        Map<String, Map<LocalDate, String>> photos,
        Map<Long, List<PrecedingBill>> preceding,
        Set<String> unknown,
        Set<String> changedBooks) {

    private static final String UNKNOWN_TARIFF = "unknown-tariff";

    private Same same(StoredBill stored, BillDocument document, byte[] bytes, boolean isAsFirst) {
        String agreement = stored.agreement();
        return new Same(
                stored,
                document,
                before.getOrDefault(agreement, List.of()),
                photos.getOrDefault(agreement, Map.of()),
                preceding.getOrDefault(stored.number().serial(), List.of()),
                unknown.contains(document.account().customerAccount()),
                new String(bytes, StandardCharsets.UTF_8),
                isAsFirst);
    }

    ReprintedBill of(RangeBill bill) {
        StoredBill stored = bill.bill();
        MadeBill again = made.bills().get(stored.agreement());
        if (again == null) {
            return different(bill, notMade(made.withheld().get(stored.agreement())));
        }
        IssuedBill issued = again.draft().issue(stored.number());
        StoredBill anew = StoredBill.of(issued, !again.input().billed().isEmpty());
        if (!anew.equals(stored)) {
            return different(bill, whereTheBooksDiffer(stored, anew, bookChanged(again)));
        }
        Addressee addressee = addressees.get(stored.agreement());
        BillDocument document = rules.notes().document(issued, again.account(), addressee);
        byte[] bytes = document.bytes();
        String digest = DocumentSeal.stated(bytes).orElseThrow();
        if (bill.digest().equals(digest)) {
            return same(stored, document, bytes, true);
        }
        boolean isForgotten = addressee != null && addressee.isErased();
        if (!bill.digest().isEmpty() && !isForgotten) {
            return different(bill, bookChanged(again).orElseGet(ReprintComparison::firstDiffers));
        }
        return engineChanged()
                .or(() -> dataChanged(bill, ""))
                .or(() -> bookChanged(again))
                .<ReprintedBill>map(cause -> new Different(stored, cause.reason(), cause.found()))
                .orElseGet(() -> same(stored, document, bytes, false));
    }

    private record Cause(Reason reason, String found) {}

    /// @param seen what follows from whatever has changed
    private ReprintedBill different(RangeBill bill, Cause seen) {
        Cause cause = engineChanged()
                .or(() -> dataChanged(bill, "; now " + seen.found()))
                .orElse(seen);
        return new Different(bill.bill(), cause.reason(), cause.found());
    }

    private static Optional<Cause> dataChanged(RangeBill bill, String so) {
        return bill.changed().isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        Reason.DATA_CHANGED,
                        bill.changed() + " was changed after the bill, and what it was before is not kept" + so));
    }

    /// Where the first document is known and comes out the same, nobody asks: what has changed is not of its days.
    private Optional<Cause> bookChanged(MadeBill again) {
        String id = again.input().tariff().id();
        return changedBooks.contains(id)
                ? Optional.of(new Cause(
                        Reason.PRICE_BOOK_CHANGED,
                        "the price book " + id + " charges something else now than when run " + range.run()
                                + " billed by it"))
                : Optional.empty();
    }

    private Optional<Cause> engineChanged() {
        return range.engine().isEmpty() || range.engine().equals(AccountBilling.ENGINE)
                ? Optional.empty()
                : Optional.of(new Cause(
                        Reason.ENGINE_CHANGED, "billed by " + range.engine() + ", this is " + AccountBilling.ENGINE));
    }

    private static Cause notMade(@Nullable Withheld why) {
        if (why == null) {
            return new Cause(Reason.DIFFERS_FROM_THE_BOOKS, "there is nothing to bill with what is known of that time");
        }
        Withheld.Reason reason = why.reasons().getFirst();
        return new Cause(
                reason.code().equals(UNKNOWN_TARIFF) ? Reason.NO_PRICE_BOOK : Reason.NOT_BILLABLE,
                reason.code() + ", " + reason.found());
    }

    private static Cause firstDiffers() {
        return new Cause(
                Reason.DIFFERS_FROM_THE_FIRST,
                "it comes to what the books say, but not to the document first written: a name, an address, or another"
                        + " part of its price book has changed");
    }

    private static Cause whereTheBooksDiffer(StoredBill stored, StoredBill anew, Optional<Cause> bookChanged) {
        return BookChange.between(stored, anew)
                .map(found -> new Cause(Reason.PRICE_BOOK_CHANGED, found))
                .or(() -> bookChanged)
                .orElseGet(() -> new Cause(
                        Reason.DIFFERS_FROM_THE_BOOKS,
                        stored.total().equals(anew.total())
                                ? "it comes to the same total, but is otherwise made up"
                                : "the books say " + stored.total() + ", now it comes to " + anew.total()));
    }
}
