package org.taswiya.deliver.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.einvoice.EInvoice.DocumentCharge;
import org.taswiya.deliver.einvoice.EInvoice.TaxGroup;
import org.taswiya.deliver.einvoice.EInvoice.Totals;
import org.taswiya.deliver.einvoice.EInvoice.VatRate;

/// What EN 16931 wants of the amounts of an invoice, to the centime. Its published checkers allow a whole unit in some
/// places.
final class InvoiceRules {
    private InvoiceRules() {}

    /// The names of the rules that do not hold.
    static List<String> broken(
            List<DocumentCharge> charges, List<TaxGroup> taxes, List<InvoiceLine> lines, Totals totals) {
        List<String> broken = new ArrayList<>();
        require("BR-16", !lines.isEmpty(), broken);
        require("BR-CO-18", !taxes.isEmpty(), broken);
        require("BR-CO-10", totals.lines().equals(sum(lines, InvoiceLine::net)), broken);
        require("BR-CO-11", totals.allowances().equals(allowances(charges)), broken);
        require("BR-CO-12", totals.charges().equals(added(charges)), broken);
        require(
                "BR-CO-13",
                totals.net().equals(totals.lines().minus(totals.allowances()).plus(totals.charges())),
                broken);
        require("BR-CO-14", totals.tax().equals(sum(taxes, TaxGroup::tax)), broken);
        require("BR-CO-15", totals.gross().equals(totals.net().plus(totals.tax())), broken);
        require("BR-CO-16", totals.payable().equals(totals.gross().plus(totals.rounding())), broken);
        for (TaxGroup group : taxes) {
            require("BR-CO-17", group.tax().equals(group.vat().of(group.base())), broken);
            require("BR-S-08", group.base().equals(base(group.vat(), charges, lines)), broken);
        }
        return broken;
    }

    private static void require(String rule, boolean holds, List<String> broken) {
        if (!holds) {
            broken.add(rule);
        }
    }

    /// What bears a rate.
    static Money base(VatRate rate, List<DocumentCharge> charges, List<InvoiceLine> lines) {
        return sum(lines, line -> line.vat().equals(rate) ? line.net() : Money.ZERO)
                .plus(sum(charges, charge -> charge.vat().equals(rate) ? charge.signed() : Money.ZERO));
    }

    /// What is taken off.
    static Money allowances(List<DocumentCharge> charges) {
        return sum(charges, one -> one.isCharge() ? Money.ZERO : one.amount());
    }

    /// What is added.
    static Money added(List<DocumentCharge> charges) {
        return sum(charges, one -> one.isCharge() ? one.amount() : Money.ZERO);
    }

    static <T> Money sum(List<T> all, Function<T, Money> amount) {
        return all.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
