package org.taswiya.deliver.bank;

import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.taswiya.core.bank.BankOrder;
import org.taswiya.core.bank.BankOrder.MandateTerms;

/// Direct debits that a bank is asked to collect: pain.008, version 8.
public final class DirectDebitFile {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";

    private DirectDebitFile() {}

    /// @param order with a creditor identification, and a mandate in each line
    public static String of(BankOrder order) {
        return OrderXml.of(
                NAMESPACE,
                xml -> xml.in("CstmrDrctDbtInitn", () -> {
                    xml.header(order);
                    xml.in("PmtInf", () -> batch(xml, order));
                }));
    }

    private static void batch(OrderXml xml, BankOrder order) throws XMLStreamException {
        BankOrder.Holder holder = order.holder();
        xml.leaf("PmtInfId", order.name());
        xml.leaf("PmtMtd", "DD");
        xml.sums(order);
        xml.leaf("ReqdColltnDt", order.dueOn().toString());
        xml.leaf("Cdtr/Nm", holder.name());
        xml.leaf("CdtrAcct/Id/IBAN", holder.number().iban());
        xml.leaf("CdtrAgt/FinInstnId/BICFI", holder.bic());
        xml.leaf("CdtrSchmeId/Id/PrvtId/Othr/Id", Objects.requireNonNull(holder.creditor(), "creditor"));
        for (BankOrder.Line line : order.lines()) {
            xml.in("DrctDbtTxInf", () -> debit(xml, order, line));
        }
    }

    private static void debit(OrderXml xml, BankOrder order, BankOrder.Line line) throws XMLStreamException {
        MandateTerms mandate = Objects.requireNonNull(line.mandate(), "mandate");
        xml.leaf("PmtId/EndToEndId", line.endToEnd());
        xml.leaf("PmtTpInf/SeqTp", mandate.isFirst() ? "FRST" : "RCUR");
        xml.amount("InstdAmt", order.currency(), line.amount().toString());
        xml.in("DrctDbtTx/MndtRltdInf", () -> {
            xml.leaf("MndtId", mandate.reference());
            xml.leaf("DtOfSgntr", mandate.signedOn().toString());
        });
        xml.leaf("DbtrAgt/FinInstnId/Othr/Id", "NOTPROVIDED"); // the IBAN says which bank it is
        xml.leaf("Dbtr/Nm", line.party());
        xml.leaf("DbtrAcct/Id/IBAN", line.number().iban());
        xml.leaf("RmtInf/Ustrd", line.text());
    }
}
