package org.taswiya.deliver.einvoice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
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

/// An invoice as a Cross Industry Invoice of UN/CEFACT (D16B), as CEN/TS 16931-3-3 binds EN 16931 to it and as the
/// profile EN 16931 of Factur-X wants it inside a PDF.
public final class CiiInvoice {
    private static final String UNECE = "urn:un:unece:uncefact:data:standard:";
    private static final String CREDIT_TRANSFER = "30";

    /// How a day is written (UNTDID 2379).
    private static final String DAY = "102";

    private final EInvoice invoice;
    private final List<PrecedingBill> preceding;
    private final InvoiceXml xml;

    private CiiInvoice(EInvoice invoice, List<PrecedingBill> preceding, InvoiceXml xml) {
        this.invoice = invoice;
        this.preceding = preceding;
        this.xml = xml;
    }

    /// The whole document. D16B has room for one bill before it: of several it names the last, and its notes name all.
    public static String of(EInvoice invoice) {
        List<PrecedingBill> all = invoice.head().preceding();
        return of(invoice, all.subList(Math.max(0, all.size() - 1), all.size()));
    }

    /// The same for Factur-X, which is read by D22B since its version 1.07: all bills before it are named.
    public static String facturX(EInvoice invoice) {
        return of(invoice, invoice.head().preceding());
    }

    private static String of(EInvoice invoice, List<PrecedingBill> preceding) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        namespaces.put("rsm", UNECE + "CrossIndustryInvoice:100");
        namespaces.put("ram", UNECE + "ReusableAggregateBusinessInformationEntity:100");
        namespaces.put("udt", UNECE + "UnqualifiedDataType:100");
        if (!preceding.isEmpty()) {
            namespaces.put("qdt", UNECE + "QualifiedDataType:100");
        }
        return InvoiceXml.of(
                namespaces, "rsm:CrossIndustryInvoice", xml -> new CiiInvoice(invoice, preceding, xml).write());
    }

    private void write() throws XMLStreamException {
        EInvoice.Head head = invoice.head();
        xml.leaf(
                "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
                EInvoice.SPECIFICATION);
        xml.in("rsm:ExchangedDocument", () -> {
            xml.leaf("ram:ID", head.number());
            xml.leaf("ram:TypeCode", head.kind().code());
            date("ram:IssueDateTime", head.issuedOn());
            for (String note : head.notes()) {
                xml.leaf("ram:IncludedNote/ram:Content", note);
            }
        });
        xml.in("rsm:SupplyChainTradeTransaction", () -> {
            int number = 0;
            for (InvoiceLine line : invoice.lines()) {
                int lineNumber = ++number;
                xml.in("ram:IncludedSupplyChainTradeLineItem", () -> write(lineNumber, line));
            }
            xml.in("ram:ApplicableHeaderTradeAgreement", this::writeAgreement);
            xml.in(
                    "ram:ApplicableHeaderTradeDelivery/ram:ActualDeliverySupplyChainEvent",
                    () -> date("ram:OccurrenceDateTime", head.suppliedUntil()));
            xml.in("ram:ApplicableHeaderTradeSettlement", this::writeSettlement);
        });
    }

    private void write(int number, InvoiceLine line) throws XMLStreamException {
        xml.leaf("ram:AssociatedDocumentLineDocument/ram:LineID", Integer.toString(number));
        xml.in("ram:SpecifiedTradeProduct", () -> {
            xml.leaf("ram:Name", line.name());
            xml.optional("ram:Description", line.description());
            for (InvoiceLine.Property property : line.properties()) {
                xml.in("ram:ApplicableProductCharacteristic", () -> {
                    xml.leaf("ram:Description", property.name());
                    xml.leaf("ram:Value", property.value());
                });
            }
        });
        xml.leaf(
                "ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount",
                line.price().toString());
        xml.leaf(
                "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity",
                "unitCode",
                line.unitCode(),
                line.quantity().toString());
        xml.in("ram:SpecifiedLineTradeSettlement", () -> {
            xml.in("ram:ApplicableTradeTax", () -> category(line.vat()));
            write(line.period());
            amount("ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount", line.net());
        });
    }

    private void writeAgreement() throws XMLStreamException {
        xml.leaf("ram:BuyerReference", invoice.head().buyerReference());
        xml.in("ram:SellerTradeParty", () -> write(invoice.seller()));
        xml.in("ram:BuyerTradeParty", () -> write(invoice.buyer()));
        xml.leaf(
                "ram:ContractReferencedDocument/ram:IssuerAssignedID",
                invoice.head().contract());
    }

    private void write(Seller seller) throws XMLStreamException {
        xml.leaf("ram:Name", seller.legalName());
        xml.in("ram:SpecifiedLegalOrganization", () -> {
            xml.leaf("ram:ID", seller.companyNumber());
            xml.leaf("ram:TradingBusinessName", seller.name());
        });
        xml.in("ram:DefinedTradeContact", () -> {
            xml.leaf("ram:PersonName", seller.name());
            xml.optional("ram:TelephoneUniversalCommunication/ram:CompleteNumber", seller.phone());
            xml.optional("ram:EmailURIUniversalCommunication/ram:URIID", seller.email());
        });
        xml.in("ram:PostalTradeAddress", () -> {
            xml.optional("ram:PostcodeCode", seller.address().postCode());
            xml.optional("ram:LineOne", seller.address().street());
            xml.leaf("ram:CityName", seller.address().city());
            xml.leaf("ram:CountryID", seller.address().country());
        });
        xml.leaf("ram:SpecifiedTaxRegistration/ram:ID", "schemeID", "FC", seller.taxNumber());
    }

    private void write(Buyer buyer) throws XMLStreamException {
        xml.leaf("ram:ID", buyer.reference());
        xml.leaf("ram:Name", buyer.name());
        xml.in("ram:PostalTradeAddress", () -> {
            xml.optional("ram:LineOne", buyer.address());
            xml.leaf("ram:CountryID", buyer.country());
        });
    }

    private void writeSettlement() throws XMLStreamException {
        EInvoice.Head head = invoice.head();
        if (!invoice.payment().iban().isEmpty()) {
            xml.leaf("ram:PaymentReference", head.number());
        }
        xml.leaf("ram:InvoiceCurrencyCode", head.currency());
        if (!invoice.payment().iban().isEmpty()) {
            xml.in("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
                xml.leaf("ram:TypeCode", CREDIT_TRANSFER);
                xml.leaf(
                        "ram:PayeePartyCreditorFinancialAccount/ram:IBANID",
                        invoice.payment().iban());
            });
        }
        for (TaxGroup group : invoice.taxes()) {
            xml.in("ram:ApplicableTradeTax", () -> write(group));
        }
        write(head.period());
        for (DocumentCharge charge : invoice.charges()) {
            xml.in("ram:SpecifiedTradeAllowanceCharge", () -> {
                xml.leaf("ram:ChargeIndicator/udt:Indicator", Boolean.toString(charge.isCharge()));
                amount("ram:ActualAmount", charge.amount());
                xml.leaf("ram:Reason", charge.reason());
                xml.in("ram:CategoryTradeTax", () -> category(charge.vat()));
            });
        }
        xml.in("ram:SpecifiedTradePaymentTerms", () -> {
            xml.leaf("ram:Description", invoice.payment().terms());
            if (head.kind() == Kind.INVOICE) {
                date("ram:DueDateDateTime", head.dueOn());
            }
        });
        xml.in("ram:SpecifiedTradeSettlementHeaderMonetarySummation", () -> write(invoice.totals()));
        for (PrecedingBill bill : preceding) {
            xml.in("ram:InvoiceReferencedDocument", () -> {
                xml.leaf("ram:IssuerAssignedID", bill.number());
                xml.leaf(
                        "ram:FormattedIssueDateTime/qdt:DateTimeString",
                        "format",
                        DAY,
                        DateTimeFormatter.BASIC_ISO_DATE.format(bill.issuedOn()));
            });
        }
    }

    private void write(TaxGroup group) throws XMLStreamException {
        amount("ram:CalculatedAmount", group.tax());
        xml.leaf("ram:TypeCode", "VAT");
        xml.optional("ram:ExemptionReason", group.exemption());
        amount("ram:BasisAmount", group.base());
        xml.leaf("ram:CategoryCode", group.vat().category().code());
        xml.leaf("ram:RateApplicablePercent", group.vat().percent().toString());
    }

    private void category(VatRate vat) throws XMLStreamException {
        xml.leaf("ram:TypeCode", "VAT");
        xml.leaf("ram:CategoryCode", vat.category().code());
        xml.leaf("ram:RateApplicablePercent", vat.percent().toString());
    }

    private void write(Totals totals) throws XMLStreamException {
        amount("ram:LineTotalAmount", totals.lines());
        optionalAmount("ram:ChargeTotalAmount", totals.charges());
        optionalAmount("ram:AllowanceTotalAmount", totals.allowances());
        amount("ram:TaxBasisTotalAmount", totals.net());
        xml.leaf(
                "ram:TaxTotalAmount",
                "currencyID",
                invoice.head().currency(),
                totals.tax().toString());
        optionalAmount("ram:RoundingAmount", totals.rounding());
        amount("ram:GrandTotalAmount", totals.gross());
        amount("ram:DuePayableAmount", totals.payable());
    }

    private void write(DateRange period) throws XMLStreamException {
        xml.in("ram:BillingSpecifiedPeriod", () -> {
            date("ram:StartDateTime", period.from());
            date("ram:EndDateTime", period.to().minusDays(1));
        });
    }

    private void date(String name, LocalDate day) throws XMLStreamException {
        xml.leaf(name + "/udt:DateTimeString", "format", DAY, DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    private void amount(String path, Money amount) throws XMLStreamException {
        xml.leaf(path, amount.toString());
    }

    private void optionalAmount(String path, Money amount) throws XMLStreamException {
        if (!amount.isZero()) {
            amount(path, amount);
        }
    }
}
