package org.taswiya.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.run.Reprint.MadeAgain;
import org.taswiya.run.Reprint.MadeBill;
import org.taswiya.run.Reprint.Rules;
import org.taswiya.run.ReprintedBill.Different;
import org.taswiya.run.ReprintedBill.Reason;
import org.taswiya.run.ReprintedBill.Same;
import org.taswiya.store.billing.BilledRange;
import org.taswiya.store.billing.BilledRange.RangeBill;
import org.taswiya.store.billing.StoredBill;
import org.taswiya.store.billing.StoredBill.Line;
import org.taswiya.store.billing.StoredBill.Segment;
import org.taswiya.store.billing.Withheld;

/// Lays bills that were made again beside those of the books, and says of each that differs why.
///
/// A bill is the same when the books would get the same rows for it and its document has the digest of the first one.
/// Where nobody wrote a first one, nothing may have changed that it would have shown.
///
/// @param made by agreement, what billing the batch again gave
/// @param addressees by agreement
record ReprintComparison(BilledRange range, Rules rules, MadeAgain made, Map<String, Addressee> addressees) {

    private static final String UNKNOWN_TARIFF = "unknown-tariff";

    ReprintedBill of(RangeBill bill) {
        StoredBill stored = bill.bill();
        MadeBill again = made.bills().get(stored.agreement());
        if (again == null) {
            return different(bill, notMade(made.withheld().get(stored.agreement())));
        }
        IssuedBill issued = again.draft().issue(stored.number());
        StoredBill anew = StoredBill.of(issued, !again.input().billed().isEmpty());
        if (!anew.equals(stored)) {
            return different(bill, whereTheBooksDiffer(stored, anew));
        }
        BillDocument document = rules.notes().document(issued, again.account(), addressees.get(stored.agreement()));
        byte[] bytes = document.bytes();
        String digest = DocumentSeal.stated(bytes).orElseThrow();
        if (bill.digest().equals(digest)) {
            return new Same(stored, document, new String(bytes, StandardCharsets.UTF_8), true);
        }
        if (!bill.digest().isEmpty()) {
            return different(bill, firstDiffers());
        }
        return changed(bill)
                .<ReprintedBill>map(cause -> new Different(stored, cause.reason(), cause.found()))
                .orElseGet(() -> new Same(stored, document, new String(bytes, StandardCharsets.UTF_8), false));
    }

    private record Cause(Reason reason, String found) {}

    private ReprintedBill different(RangeBill bill, Cause seen) {
        Cause cause = seen.reason() == Reason.NO_PRICE_BOOK || seen.reason() == Reason.PRICE_BOOK_CHANGED
                ? rulesChanged().orElse(seen)
                : changed(bill).orElse(seen);
        return new Different(bill.bill(), cause.reason(), cause.found());
    }

    /// What is known to have changed since, whatever the bill comes to now.
    private Optional<Cause> changed(RangeBill bill) {
        Optional<Cause> changed = rulesChanged();
        return changed.isPresent() || bill.changed().isEmpty()
                ? changed
                : Optional.of(new Cause(
                        Reason.DATA_CHANGED,
                        bill.changed() + " was changed after the bill, and what it was before is not kept"));
    }

    private Optional<Cause> rulesChanged() {
        if (!range.engine().isEmpty() && !range.engine().equals(AccountBilling.ENGINE)) {
            return Optional.of(new Cause(
                    Reason.ENGINE_CHANGED, "billed by " + range.engine() + ", this is " + AccountBilling.ENGINE));
        }
        if (!range.policy().startsWith(rules.policy() + " ")) {
            return Optional.of(new Cause(
                    Reason.POLICY_CHANGED,
                    "the policies are others than those with which run " + range.run() + " billed"));
        }
        return Optional.empty();
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

    private static Cause whereTheBooksDiffer(StoredBill stored, StoredBill anew) {
        return priceThatDiffers(stored, anew)
                .orElseGet(() -> new Cause(
                        Reason.DIFFERS_FROM_THE_BOOKS,
                        stored.total().equals(anew.total())
                                ? "the same total, otherwise made up: " + partThatDiffers(stored, anew)
                                : "the books say " + stored.total() + ", now it comes to " + anew.total()));
    }

    /// A line that prices the same usage of the same days otherwise: nothing but the book can be the cause.
    private static Optional<Cause> priceThatDiffers(StoredBill stored, StoredBill anew) {
        for (int i = 0; i < Math.min(stored.segments().size(), anew.segments().size()); i++) {
            Segment was = stored.segments().get(i);
            Segment is = anew.segments().get(i);
            boolean isSameUsage = was.range().equals(is.range()) && was.usage().equals(is.usage());
            if (isSameUsage && !(was.lines().equals(is.lines()) && was.due().equals(is.due()))) {
                return Optional.of(
                        new Cause(Reason.PRICE_BOOK_CHANGED, "the price book has changed: " + lines(was, is)));
            }
        }
        return Optional.empty();
    }

    private static String lines(Segment was, Segment is) {
        for (int i = 0; i < Math.min(was.lines().size(), is.lines().size()); i++) {
            Line old = was.lines().get(i);
            Line now = is.lines().get(i);
            if (!old.equals(now)) {
                return old.component() + " of " + was.range().from() + " was " + words(old) + ", now it is "
                        + words(now);
            }
        }
        return "due for " + was.range().from() + " was " + was.due() + ", now it is " + is.due();
    }

    private static String words(Line line) {
        return line.quantity() + " " + line.unit() + " at " + line.price()
                + (line.block() == 0 ? "" : " in block " + line.block()) + ", tax " + line.taxRate() + ", by '"
                + line.clause() + "'";
    }

    private static String partThatDiffers(StoredBill stored, StoredBill anew) {
        List<Segment> was = stored.segments();
        List<Segment> is = anew.segments();
        if (!was.equals(is)) {
            return "the periods " + was.stream().map(Segment::range).toList() + " with "
                    + was.stream().map(Segment::usage).toList() + ", now "
                    + is.stream().map(Segment::range).toList() + " with "
                    + is.stream().map(Segment::usage).toList();
        }
        return Objects.equals(stored.settled(), anew.settled())
                ? "due on " + stored.dueOn() + ", now " + anew.dueOn()
                : "the settlement " + stored.settled() + ", now " + anew.settled();
    }
}
