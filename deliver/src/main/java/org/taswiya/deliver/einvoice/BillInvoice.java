package org.taswiya.deliver.einvoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.einvoice.EInvoice.Buyer;
import org.taswiya.deliver.einvoice.EInvoice.Category;
import org.taswiya.deliver.einvoice.EInvoice.DocumentCharge;
import org.taswiya.deliver.einvoice.EInvoice.Head;
import org.taswiya.deliver.einvoice.EInvoice.Kind;
import org.taswiya.deliver.einvoice.EInvoice.Payment;
import org.taswiya.deliver.einvoice.EInvoice.Seller;
import org.taswiya.deliver.einvoice.EInvoice.VatRate;
import org.taswiya.deliver.einvoice.InvoiceLine.Property;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Makes the e-invoice of a bill.
public final class BillInvoice {
    /// Each tax of each period was rounded once, and what was billed before once more.
    private static final long ROUNDED_TWICE = 2;

    private final BillDocument document;
    private final DraftBill bill;
    private final List<PrecedingBill> preceding;
    private final Tariff tariff;
    private final UtilityProfile utility;
    private final Language language;
    private final Texts texts;
    private final Figures figures;
    private final BillWords words;
    private final boolean isCredit;

    private BillInvoice(
            BillDocument document, List<PrecedingBill> preceding, UtilityProfile utility, Language language) {
        this.document = document;
        this.bill = document.bill();
        this.preceding = preceding;
        this.tariff = document.agreement().tariff();
        this.utility = utility;
        this.language = language;
        this.texts = Texts.of(language);
        this.figures = new Figures(language, tariff.currency());
        this.words = new BillWords(document, language);
        this.isCredit = bill.total().signum() < 0;
    }

    /// The invoice of a bill; a credit note where it comes out below zero.
    ///
    /// @param preceding the bills that it settles, the oldest first; a document has no numbers of others, so whoever
    ///     knows nothing but the document knows none
    public static EInvoiceOutcome of(
            BillDocument document, List<PrecedingBill> preceding, UtilityProfile utility, Language language) {
        return new BillInvoice(document, preceding, utility, language).invoice();
    }

    private EInvoiceOutcome invoice() {
        BillNumber number = document.number();
        if (number == null) {
            return new EInvoiceOutcome.Refused(
                    EInvoiceReason.DRAFT,
                    "the bill of agreement " + bill.agreement() + " has no number; issue it first");
        }
        Addressee addressee = document.addressee();
        if (addressee == null || nameOf(addressee).isBlank()) {
            return new EInvoiceOutcome.Refused(
                    EInvoiceReason.UNKNOWN_BUYER,
                    "bill " + number + " names nobody; an invoice wants the name of who is to pay it");
        }
        EInvoiceOutcome.Refused refused = refused(number);
        return refused == null ? made(number, addressee) : refused;
    }

    private EInvoiceOutcome.@Nullable Refused refused(BillNumber number) {
        if (utility.postal().country().equals(PostalAddress.UNKNOWN_COUNTRY)
                || utility.companyNumber().isEmpty()
                || utility.taxNumber().isEmpty()) {
            return new EInvoiceOutcome.Refused(
                    EInvoiceReason.UNKNOWN_UTILITY,
                    "utility " + utility.utility() + " has not said its country, company number and tax number; its"
                            + " utility.yaml says them");
        }
        for (BillSegment segment : bill.segments()) {
            Amounts claimed = segment.claimed();
            if (claimed.byComponent().isEmpty() || claimed.byTax().isEmpty()) {
                return new EInvoiceOutcome.Refused(
                        EInvoiceReason.UNKNOWN_PARTS,
                        "of bill " + number + " the period " + segment.range()
                                + " was billed before by its total alone");
            }
            Set<String> rated =
                    segment.rating().lines().stream().map(ChargeLine::component).collect(Collectors.toSet());
            for (var part : claimed.byComponent().orElseThrow().entrySet()) {
                if (!rated.contains(part.getKey()) && !part.getValue().isZero()) {
                    return unknownRates(number, "the tariff has no " + part.getKey() + " in " + segment.range());
                }
            }
        }
        return null;
    }

    private static EInvoiceOutcome.Refused unknownRates(BillNumber number, String found) {
        return new EInvoiceOutcome.Refused(
                EInvoiceReason.UNKNOWN_RATES,
                "of bill " + number + " it is not known at which rates its tax was charged: " + found);
    }

    private EInvoiceOutcome made(BillNumber number, Addressee addressee) {
        EInvoice invoice = EInvoice.of(
                head(number), seller(), buyer(addressee), payment(), charges(), lines(), exemption(), payable());
        long most = ROUNDED_TWICE * bill.segments().size() * invoice.taxes().size();
        Money rounding = invoice.totals().rounding();
        return Math.abs(rounding.minorUnits()) > most
                ? unknownRates(number, "rounding by period leaves " + rounding + " over")
                : new EInvoiceOutcome.Made(invoice);
    }

    private Money payable() {
        return isCredit ? bill.total().negated() : bill.total();
    }

    private Head head(BillNumber number) {
        return new Head(
                isCredit ? Kind.CREDIT_NOTE : Kind.INVOICE,
                number.toString(),
                bill.billedOn(),
                bill.dueOn(),
                tariff.currency(),
                bill.customerAccount(),
                bill.agreement(),
                preceding,
                words.span(),
                new InvoiceNotes(document, preceding, language, figures).all());
    }

    private Seller seller() {
        return new Seller(
                utility.legalName(),
                utility.names().getOrDefault(language, utility.legalName()),
                utility.postal(),
                utility.companyNumber(),
                utility.taxNumber(),
                utility.phone(),
                utility.email());
    }

    private String nameOf(Addressee addressee) {
        boolean isArabic = language == Language.AR;
        String name = isArabic ? addressee.arabicName() : addressee.latinName();
        String other = isArabic ? addressee.latinName() : addressee.arabicName();
        return name.isBlank() ? other : name;
    }

    private Buyer buyer(Addressee addressee) {
        return new Buyer(
                nameOf(addressee),
                bill.customerAccount(),
                addressee.address(),
                utility.postal().country());
    }

    private Payment payment() {
        boolean isToPay = bill.total().signum() > 0;
        String terms = isCredit ? texts.text("result.credit.next") : words.result();
        return new Payment(
                words.offer().map(offer -> terms + ". " + offer).orElse(terms), isToPay ? utility.iban() : "");
    }

    /// Levies are no value added tax and bear none: a charge of the whole document, or an allowance where they come
    /// back.
    private List<DocumentCharge> charges() {
        List<DocumentCharge> charges = new ArrayList<>();
        bill.amounts().byTax().orElseThrow().forEach((code, amount) -> {
            Money signed = isCredit ? amount.negated() : amount;
            if (!vatCodes().contains(code) && !signed.isZero()) {
                boolean isCharge = signed.signum() > 0;
                charges.add(new DocumentCharge(
                        isCharge, figures.tax(code), isCharge ? signed : signed.negated(), VatRate.EXEMPT));
            }
        });
        return charges;
    }

    private Set<String> vatCodes() {
        return tariff.taxes().stream()
                .filter(Tax.ValueAddedTax.class::isInstance)
                .map(Tax::code)
                .collect(Collectors.toSet());
    }

    /// Why what bears no tax bears none: it is exempt, or no subject of it.
    private String exemption() {
        List<String> reasons = new ArrayList<>();
        if (lines().stream().anyMatch(line -> line.vat().category() == Category.EXEMPT)) {
            reasons.add(texts.text("einvoice.exempt"));
        }
        new TreeSet<>(charges().stream().map(DocumentCharge::reason).toList())
                .forEach(reason -> reasons.add(texts.text("einvoice.outside", "tax", reason)));
        return String.join(" ", reasons);
    }

    private List<InvoiceLine> lines() {
        List<InvoiceLine> lines = new ArrayList<>();
        List<BillSegment> segments = bill.segments();
        for (int i = 0; i < segments.size(); i++) {
            BillSegment segment = segments.get(i);
            boolean isLastHope = i == segments.size() - 1 && lines.isEmpty();
            SegmentLines of = new SegmentLines(segment, isCredit, properties(), language, figures);
            lines.addAll(
                    segment.claimed().equals(Amounts.of(segment.rating()))
                            ? of.rated()
                            : of.differences(description(segment, i), isLastHope));
        }
        return lines;
    }

    private String description(BillSegment segment, int index) {
        return switch (bill.basis()) {
            case Basis.OnEstimate _ -> figures.period(segment.range());
            case Basis.OnReading(Settled settled) -> {
                SettledPeriod period = settled.periods().get(index);
                yield texts.text(
                        "einvoice.difference",
                        "period",
                        figures.period(segment.range()),
                        "billed",
                        figures.usage(period.billedUsage(), tariff.unit()),
                        "due",
                        figures.usage(period.usage(), tariff.unit()));
            }
        };
    }

    private List<Property> properties() {
        List<Property> properties = new ArrayList<>();
        properties.add(new Property(texts.text("einvoice.agreement"), bill.agreement()));
        properties.add(new Property(texts.text("einvoice.tariff"), bill.tariff()));
        Decimal multiplier = document.agreement().register().multiplier();
        if (!multiplier.equals(Decimal.ONE)) {
            properties.add(new Property(texts.text("einvoice.multiplier"), multiplier.toString()));
        }
        int households = document.agreement().households();
        if (households > 1) {
            properties.add(new Property(texts.text("einvoice.households"), Integer.toString(households)));
        }
        return properties;
    }
}
