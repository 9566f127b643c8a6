package org.taswiya.deliver.einvoice;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.einvoice.EInvoice.Buyer;
import org.taswiya.deliver.einvoice.EInvoice.DocumentCharge;
import org.taswiya.deliver.einvoice.EInvoice.Kind;
import org.taswiya.deliver.einvoice.EInvoice.Seller;
import org.taswiya.deliver.einvoice.EInvoice.TaxGroup;
import org.taswiya.deliver.einvoice.EInvoice.Totals;
import org.taswiya.deliver.einvoice.EInvoice.VatRate;

/// An invoice in UBL 2.1, as CEN/TS 16931-3-2 binds EN 16931 to it.
public final class UblInvoice {
    private static final String OASIS = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String CREDIT_TRANSFER = "30";

    private final EInvoice invoice;
    private final InvoiceXml xml;
    private final boolean isCredit;

    private UblInvoice(EInvoice invoice, InvoiceXml xml) {
        this.invoice = invoice;
        this.xml = xml;
        this.isCredit = invoice.head().kind() == Kind.CREDIT_NOTE;
    }

    /// The whole document.
    public static String of(EInvoice invoice) {
        String root = switch (invoice.head().kind()) {
            case INVOICE -> "Invoice";
            case CREDIT_NOTE -> "CreditNote";
        };
        Map<String, String> namespaces = new LinkedHashMap<>();
        namespaces.put("", OASIS + root + "-2");
        namespaces.put("cac", OASIS + "CommonAggregateComponents-2");
        namespaces.put("cbc", OASIS + "CommonBasicComponents-2");
        return InvoiceXml.of(namespaces, root, xml -> new UblInvoice(invoice, xml).write());
    }

    private void write() throws XMLStreamException {
        EInvoice.Head head = invoice.head();
        xml.leaf("cbc:CustomizationID", EInvoice.SPECIFICATION);
        xml.leaf("cbc:ID", head.number());
        xml.leaf("cbc:IssueDate", head.issuedOn().toString());
        if (!isCredit) {
            xml.leaf("cbc:DueDate", head.dueOn().toString());
        }
        xml.leaf(
                isCredit ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode",
                head.kind().code());
        for (String note : head.notes()) {
            xml.leaf("cbc:Note", note);
        }
        xml.leaf("cbc:DocumentCurrencyCode", head.currency());
        xml.leaf("cbc:BuyerReference", head.buyerReference());
        write(head.period());
        for (PrecedingBill bill : head.preceding()) {
            xml.in("cac:BillingReference/cac:InvoiceDocumentReference", () -> {
                xml.leaf("cbc:ID", bill.number());
                xml.leaf("cbc:IssueDate", bill.issuedOn().toString());
            });
        }
        xml.leaf("cac:ContractDocumentReference/cbc:ID", head.contract());
        xml.in("cac:AccountingSupplierParty/cac:Party", () -> write(invoice.seller()));
        xml.in("cac:AccountingCustomerParty/cac:Party", () -> write(invoice.buyer()));
        xml.leaf("cac:Delivery/cbc:ActualDeliveryDate", head.suppliedUntil().toString());
        writePayment();
        for (DocumentCharge charge : invoice.charges()) {
            xml.in("cac:AllowanceCharge", () -> write(charge));
        }
        xml.in("cac:TaxTotal", this::writeTaxes);
        xml.in("cac:LegalMonetaryTotal", () -> write(invoice.totals()));
        int number = 0;
        for (InvoiceLine line : invoice.lines()) {
            int lineNumber = ++number;
            xml.in(isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine", () -> write(lineNumber, line));
        }
    }

    private void write(DateRange period) throws XMLStreamException {
        xml.in("cac:InvoicePeriod", () -> {
            xml.leaf("cbc:StartDate", period.from().toString());
            xml.leaf("cbc:EndDate", period.to().minusDays(1).toString());
        });
    }

    private void write(Seller seller) throws XMLStreamException {
        xml.leaf("cac:PartyName/cbc:Name", seller.name());
        xml.in("cac:PostalAddress", () -> {
            xml.optional("cbc:StreetName", seller.address().street());
            xml.leaf("cbc:CityName", seller.address().city());
            xml.optional("cbc:PostalZone", seller.address().postCode());
            xml.leaf("cac:Country/cbc:IdentificationCode", seller.address().country());
        });
        xml.in("cac:PartyTaxScheme", () -> {
            xml.leaf("cbc:CompanyID", seller.taxNumber());
            xml.leaf("cac:TaxScheme/cbc:ID", "TAX");
        });
        xml.in("cac:PartyLegalEntity", () -> {
            xml.leaf("cbc:RegistrationName", seller.legalName());
            xml.leaf("cbc:CompanyID", seller.companyNumber());
        });
        xml.in("cac:Contact", () -> {
            xml.leaf("cbc:Name", seller.name());
            xml.optional("cbc:Telephone", seller.phone());
            xml.optional("cbc:ElectronicMail", seller.email());
        });
    }

    private void write(Buyer buyer) throws XMLStreamException {
        xml.leaf("cac:PartyIdentification/cbc:ID", buyer.reference());
        xml.in("cac:PostalAddress", () -> {
            xml.optional("cbc:StreetName", buyer.address());
            xml.leaf("cac:Country/cbc:IdentificationCode", buyer.country());
        });
        xml.leaf("cac:PartyLegalEntity/cbc:RegistrationName", buyer.name());
    }

    private void writePayment() throws XMLStreamException {
        if (!invoice.payment().iban().isEmpty()) {
            xml.in("cac:PaymentMeans", () -> {
                xml.leaf("cbc:PaymentMeansCode", CREDIT_TRANSFER);
                xml.leaf("cbc:PaymentID", invoice.head().number());
                xml.leaf("cac:PayeeFinancialAccount/cbc:ID", invoice.payment().iban());
            });
        }
        xml.leaf("cac:PaymentTerms/cbc:Note", invoice.payment().terms());
    }

    private void write(DocumentCharge charge) throws XMLStreamException {
        xml.leaf("cbc:ChargeIndicator", Boolean.toString(charge.isCharge()));
        xml.leaf("cbc:AllowanceChargeReason", charge.reason());
        amount("cbc:Amount", charge.amount());
        category("cac:TaxCategory", charge.vat(), "");
    }

    private void writeTaxes() throws XMLStreamException {
        amount("cbc:TaxAmount", invoice.totals().tax());
        for (TaxGroup group : invoice.taxes()) {
            xml.in("cac:TaxSubtotal", () -> {
                amount("cbc:TaxableAmount", group.base());
                amount("cbc:TaxAmount", group.tax());
                category("cac:TaxCategory", group.vat(), group.exemption());
            });
        }
    }

    private void category(String name, VatRate vat, String exemption) throws XMLStreamException {
        xml.in(name, () -> {
            xml.leaf("cbc:ID", vat.category().code());
            xml.leaf("cbc:Percent", vat.percent().toString());
            xml.optional("cbc:TaxExemptionReason", exemption);
            xml.leaf("cac:TaxScheme/cbc:ID", "VAT");
        });
    }

    private void write(Totals totals) throws XMLStreamException {
        amount("cbc:LineExtensionAmount", totals.lines());
        amount("cbc:TaxExclusiveAmount", totals.net());
        amount("cbc:TaxInclusiveAmount", totals.gross());
        optionalAmount("cbc:AllowanceTotalAmount", totals.allowances());
        optionalAmount("cbc:ChargeTotalAmount", totals.charges());
        optionalAmount("cbc:PayableRoundingAmount", totals.rounding());
        amount("cbc:PayableAmount", totals.payable());
    }

    private void write(int number, InvoiceLine line) throws XMLStreamException {
        xml.leaf("cbc:ID", Integer.toString(number));
        xml.leaf(
                isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                "unitCode",
                line.unitCode(),
                line.quantity().toString());
        amount("cbc:LineExtensionAmount", line.net());
        write(line.period());
        xml.in("cac:Item", () -> {
            xml.optional("cbc:Description", line.description());
            xml.leaf("cbc:Name", line.name());
            category("cac:ClassifiedTaxCategory", line.vat(), "");
            for (InvoiceLine.Property property : line.properties()) {
                xml.in("cac:AdditionalItemProperty", () -> {
                    xml.leaf("cbc:Name", property.name());
                    xml.leaf("cbc:Value", property.value());
                });
            }
        });
        xml.leaf(
                "cac:Price/cbc:PriceAmount",
                "currencyID",
                invoice.head().currency(),
                line.price().toString());
    }

    private void amount(String name, Money amount) throws XMLStreamException {
        xml.leaf(name, "currencyID", invoice.head().currency(), amount.toString());
    }

    private void optionalAmount(String name, Money amount) throws XMLStreamException {
        if (!amount.isZero()) {
            amount(name, amount);
        }
    }
}
