package org.taswiya.cli.document;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.document.CheckedDocument.Fault;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.document.StatedBill;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Refusal;

/// Holds what a document states against itself, without recomputing anything: the entry balances, parts sum to the
/// whole, and the bill is sent to whose account it is.
final class StatedSums {

    private final List<Fault> faults = new ArrayList<>();

    private StatedSums() {}

    static List<Fault> faults(StatedBill stated) {
        StatedSums sums = new StatedSums();
        try {
            sums.check(stated.fields());
        } catch (Refusal _) {
            // A field is missing or of another kind: the comparison says which.
        }
        return sums.faults;
    }

    private void check(JsonFields document) {
        checkAddressee(document);
        Money total = document.money("total");
        checkAmounts("amounts", document.object("amounts"));
        expect("parts-do-not-sum", "amounts.total", document.object("amounts").money("total"), "total", total);
        Money claimed = Money.ZERO;
        for (JsonFields segment : document.objects("segments")) {
            expect(
                    "parts-do-not-sum",
                    segment.path("net") + " and tax",
                    segment.money("net").plus(segment.money("tax")),
                    "total",
                    segment.money("total"));
            checkAmounts(segment.path("claimed"), segment.object("claimed"));
            claimed = claimed.plus(segment.object("claimed").money("total"));
        }
        expect("parts-do-not-sum", "what the segments claim", claimed, "total", total);
        document.optionalObject("entry").ifPresent(this::checkEntry);
    }

    /// Whom a bill is sent to is no input, but the account that is printed there is one; there it may have spaces.
    private void checkAddressee(JsonFields document) {
        String account = document.text("account");
        document.optionalObject("addressee")
                .map(addressee -> addressee.text("reference"))
                .filter(reference -> !withoutSpaces(reference).equals(withoutSpaces(account)))
                .ifPresent(reference -> faults.add(new Fault(
                        "account-differs",
                        "account is " + account + ", but the addressee's reference is " + reference)));
    }

    private static String withoutSpaces(String reference) {
        return reference.replaceAll("\\h", "");
    }

    private void checkAmounts(String path, JsonFields amounts) {
        Money net = amounts.money("net");
        Money tax = amounts.money("tax");
        expect("parts-do-not-sum", path + ".net and tax", net.plus(tax), "total", amounts.money("total"));
        checkParts(path, amounts, "byComponent", net);
        checkParts(path, amounts, "byTax", tax);
    }

    private void checkParts(String path, JsonFields amounts, String name, Money whole) {
        JsonFields parts = amounts.object(name);
        if (!parts.names().isEmpty()) {
            Money sum = Money.ZERO;
            for (String code : parts.names()) {
                sum = sum.plus(parts.money(code));
            }
            expect("parts-do-not-sum", path + "." + name, sum, name.equals("byTax") ? "tax" : "net", whole);
        }
    }

    private void checkEntry(JsonFields entry) {
        Money sum = Money.ZERO;
        for (JsonFields posting : entry.objects("postings")) {
            sum = sum.plus(posting.money("amount"));
        }
        if (!sum.isZero()) {
            faults.add(
                    new Fault("entry-does-not-balance", "the postings of the entry sum to " + sum + ", not to zero"));
        }
    }

    private void expect(String reason, String parts, Money sum, String name, Money whole) {
        if (!sum.equals(whole)) {
            faults.add(new Fault(reason, parts + " sum to " + sum + ", but " + name + " is " + whole));
        }
    }
}
