package org.taswiya.deliver.einvoice;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.PostalAddress;

/// An invoice as EN 16931 knows it, whatever it is written in. What it says adds up, or it is not there.
///
/// A credit note has the signs of a credit: what comes back to the customer is above zero.
///
/// @param charges of the whole document (BG-20, BG-21)
/// @param taxes by rate, lowest first (BG-23)
/// @param lines in the order in which they are numbered, at least one (BG-25, BR-16)
public record EInvoice(
        Head head,
        Seller seller,
        Buyer buyer,
        Payment payment,
        List<DocumentCharge> charges,
        List<TaxGroup> taxes,
        List<InvoiceLine> lines,
        Totals totals) {

    /// By which rules it is written (BT-24): the standard, with nothing added.
    static final String SPECIFICATION = "urn:cen.eu:en16931:2017";

    /// What the document is (BT-3, UNTDID 1001).
    public enum Kind {
        INVOICE("380"),
        CREDIT_NOTE("381");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// How something stands to value added tax (BT-151, UNCL5305). Not the category "O", not subject to it: a document
    /// with anything in that category may have nothing in any other (BR-O-11).
    public enum Category {
        STANDARD("S"),
        EXEMPT("E");

        private final String code;

        Category(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// A rate of value added tax.
    ///
    /// @param percent zero where it is exempt
    public record VatRate(Category category, Decimal percent) implements Comparable<VatRate> {
        public static final VatRate EXEMPT = new VatRate(Category.EXEMPT, Decimal.ZERO);

        /// @param rate as tariffs have it: `0.14`
        public static VatRate of(Decimal rate) {
            return rate.isZero() ? EXEMPT : new VatRate(Category.STANDARD, rate.times(100));
        }

        @Override
        public int compareTo(VatRate other) {
            return percent.compareTo(other.percent);
        }

        Money of(Money base) {
            return base.toFraction().times(percent).dividedBy(Fraction.of(100)).toMoney(RoundingMode.HALF_UP);
        }
    }

    /// @param issuedOn BT-2
    /// @param dueOn BT-9
    /// @param buyerReference BT-10
    /// @param contract BT-12
    /// @param preceding the bills that it settles, the oldest first (BG-3: BT-25, BT-26)
    /// @param period BG-14
    /// @param notes BT-22
    public record Head(
            Kind kind,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            String currency,
            String buyerReference,
            String contract,
            List<PrecedingBill> preceding,
            DateRange period,
            List<String> notes) {
        public Head {
            preceding = List.copyOf(preceding);
            notes = List.copyOf(notes);
        }

        /// The last day of the supply (BT-72).
        LocalDate suppliedUntil() {
            return period.to().minusDays(1);
        }
    }

    /// @param legalName BT-27
    /// @param name BT-28
    /// @param companyNumber BT-30
    /// @param taxNumber BT-32: the number under which it pays taxes at home; BT-31 wants the prefix of a country
    public record Seller(
            String legalName,
            String name,
            PostalAddress address,
            String companyNumber,
            String taxNumber,
            String phone,
            String email) {}

    /// @param reference BT-46
    /// @param address in one line, as it is known (BT-50); may be empty
    public record Buyer(String name, String reference, String address, String country) {}

    /// @param terms BT-20
    /// @param iban BT-84; empty where none is named
    public record Payment(String terms, String iban) {}

    /// A charge or an allowance of the whole document.
    ///
    /// @param isCharge whether it is added (BG-21) rather than taken off (BG-20)
    /// @param amount zero or more
    public record DocumentCharge(boolean isCharge, String reason, Money amount, VatRate vat) {
        Money signed() {
            return isCharge ? amount : amount.negated();
        }
    }

    /// What one rate comes to (BG-23).
    ///
    /// @param exemption why there is none (BT-120); empty for a rate above zero
    public record TaxGroup(VatRate vat, Money base, Money tax, String exemption) {}

    /// The sums of BG-22.
    ///
    /// @param lines BT-106
    /// @param allowances BT-107
    /// @param charges BT-108
    /// @param net BT-109
    /// @param tax BT-110
    /// @param gross BT-112
    /// @param rounding BT-114
    /// @param payable BT-115
    public record Totals(
            Money lines,
            Money allowances,
            Money charges,
            Money net,
            Money tax,
            Money gross,
            Money rounding,
            Money payable) {}

    public EInvoice {
        charges = List.copyOf(charges);
        taxes = List.copyOf(taxes);
        lines = List.copyOf(lines);
        List<String> broken = InvoiceRules.broken(charges, taxes, lines, totals);
        if (!broken.isEmpty()) {
            throw new IllegalArgumentException("Invoice " + head.number() + " breaks " + broken + ": " + totals);
        }
    }

    /// The invoice of these lines and charges.
    ///
    /// @param exemption why what bears no tax bears none
    /// @param payable what the bill asks for; what our rounding by period leaves over is the rounding of the invoice
    static EInvoice of(
            Head head,
            Seller seller,
            Buyer buyer,
            Payment payment,
            List<DocumentCharge> charges,
            List<InvoiceLine> lines,
            String exemption,
            Money payable) {
        List<TaxGroup> taxes = taxes(charges, lines, exemption);
        Money lineSum = InvoiceRules.sum(lines, InvoiceLine::net);
        Money added = InvoiceRules.added(charges);
        Money takenOff = InvoiceRules.allowances(charges);
        Money net = lineSum.minus(takenOff).plus(added);
        Money tax = InvoiceRules.sum(taxes, TaxGroup::tax);
        Money gross = net.plus(tax);
        Totals totals = new Totals(lineSum, takenOff, added, net, tax, gross, payable.minus(gross), payable);
        return new EInvoice(head, seller, buyer, payment, charges, taxes, lines, totals);
    }

    private static List<TaxGroup> taxes(List<DocumentCharge> charges, List<InvoiceLine> lines, String exemption) {
        TreeSet<VatRate> rates = new TreeSet<>();
        lines.forEach(line -> rates.add(line.vat()));
        charges.forEach(charge -> rates.add(charge.vat()));
        List<TaxGroup> groups = new ArrayList<>();
        for (VatRate rate : rates) {
            Money base = InvoiceRules.base(rate, charges, lines);
            groups.add(new TaxGroup(rate, base, rate.of(base), rate.category() == Category.EXEMPT ? exemption : ""));
        }
        return groups;
    }
}
