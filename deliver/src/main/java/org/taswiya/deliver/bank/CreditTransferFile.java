package org.taswiya.deliver.bank;

import javax.xml.stream.XMLStreamException;
import org.taswiya.core.bank.BankOrder;

/// Transfers that a bank is asked to send: pain.001, version 9.
public final class CreditTransferFile {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private CreditTransferFile() {}

    public static String of(BankOrder order) {
        return OrderXml.of(
                NAMESPACE,
                xml -> xml.in("CstmrCdtTrfInitn", () -> {
                    xml.header(order);
                    xml.in("PmtInf", () -> batch(xml, order));
                }));
    }

    private static void batch(OrderXml xml, BankOrder order) throws XMLStreamException {
        BankOrder.Holder holder = order.holder();
        xml.leaf("PmtInfId", order.name());
        xml.leaf("PmtMtd", "TRF");
        xml.sums(order);
        xml.leaf("ReqdExctnDt/Dt", order.dueOn().toString());
        xml.leaf("Dbtr/Nm", holder.name());
        xml.leaf("DbtrAcct/Id/IBAN", holder.number().iban());
        xml.leaf("DbtrAgt/FinInstnId/BICFI", holder.bic());
        for (BankOrder.Line line : order.lines()) {
            xml.in("CdtTrfTxInf", () -> {
                xml.leaf("PmtId/EndToEndId", line.endToEnd());
                xml.in(
                        "Amt",
                        () -> xml.amount(
                                "InstdAmt", order.currency(), line.amount().toString()));
                xml.leaf("Cdtr/Nm", line.party());
                xml.leaf("CdtrAcct/Id/IBAN", line.number().iban());
                xml.leaf("RmtInf/Ustrd", line.text());
            });
        }
    }
}
