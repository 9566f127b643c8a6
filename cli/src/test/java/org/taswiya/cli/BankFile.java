package org.taswiya.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.taswiya.core.quantity.Money;

/// A statement of a bank, written for a test; it ties.
final class BankFile {
    static final String RIB = "011519000001205000534921";

    private final StringBuilder entries = new StringBuilder();
    private final String id;
    private final String day;
    private final Money opening;
    private Money closing;

    BankFile(String id, String day, String opening) {
        this.id = id;
        this.day = day;
        this.opening = Money.parse(opening);
        this.closing = this.opening;
    }

    /// An entry of one transaction.
    ///
    /// @param amount below zero where it goes out
    /// @param details of the transaction as the schema has them, `RmtInf` and others
    BankFile entry(String reference, String amount, String details) {
        Money money = Money.parse(amount);
        closing = closing.plus(money);
        entries.append("<Ntry><Amt Ccy=\"MAD\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>"
                .formatted(money.signum() < 0 ? money.negated() : money, money.signum() < 0 ? "DBIT" : "CRDT"));
        entries.append(
                "<BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef><BkTxCd/>".formatted(day, reference));
        entries.append("<NtryDtls><TxDtls>").append(details).append("</TxDtls></NtryDtls></Ntry>\n");
        return this;
    }

    static String text(String text) {
        return "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>";
    }

    static String from(String name, String iban) {
        return "<RltdPties><Dbtr><Nm>" + name + "</Nm></Dbtr><DbtrAcct><Id><IBAN>" + iban
                + "</IBAN></Id></DbtrAcct></RltdPties>";
    }

    static String endToEnd(String name) {
        return "<Refs><EndToEndId>" + name + "</EndToEndId></Refs>";
    }

    static String returned(String reason) {
        return "<RtrInf><Rsn><Cd>" + reason + "</Cd></Rsn></RtrInf>";
    }

    Money closing() {
        return closing;
    }

    Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve(id + ".xml"), toString());
    }

    @Override
    public String toString() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                <GrpHdr><MsgId>M</MsgId><CreDtTm>2020-03-20T00:00:00</CreDtTm></GrpHdr>
                <Stmt><Id>%s</Id><CreDtTm>2020-03-20T00:00:00</CreDtTm>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>MAD</Ccy></Acct>
                %s%s%s</Stmt></BkToCstmrStmt></Document>
                """.formatted(id, RIB, balance("OPBD", opening), balance("CLBD", closing), entries);
    }

    private String balance(String type, Money amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"MAD\">%s</Amt><CdtDbtInd>%s</CdtDbtInd>"
                        .formatted(
                                type,
                                amount.signum() < 0 ? amount.negated() : amount,
                                amount.signum() < 0 ? "DBIT" : "CRDT")
                + "<Dt><Dt>%s</Dt></Dt></Bal>\n".formatted(day);
    }
}
