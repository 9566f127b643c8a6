package org.taswiya.intake.bank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.xml.XmlNode;

/// The transactions of an entry.
///
/// An entry of one transaction is worth what the entry says. Of several, each needs an amount in the account's
/// currency; where one has none, the entry cannot be taken apart and stays whole, with all that its transactions say.
final class EntryDetails {
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final XmlNode entry;
    private final Money amount;
    private final String currency;
    private final List<XmlNode> details;

    EntryDetails(XmlNode entry, Money amount, String currency) {
        this.entry = entry;
        this.amount = amount;
        this.currency = currency;
        this.details = entry.all("NtryDtls").stream()
                .flatMap(of -> of.all("TxDtls").stream())
                .toList();
    }

    List<BankTransaction> transactions() {
        if (details.size() < 2) {
            return List.of(transaction(details.isEmpty() ? null : details.getFirst(), amount));
        }
        List<BankTransaction> parts = new ArrayList<>();
        Money sum = Money.ZERO;
        for (XmlNode one : details) {
            XmlNode stated = statedAmount(one);
            if (stated == null) {
                return List.of(whole());
            }
            Money part = Fields.amount(stated, currency);
            Money signed = isOut(one) ? part.negated() : part;
            sum = sum.plus(signed);
            parts.add(transaction(one, signed));
        }
        if (!sum.equals(amount)) {
            throw new BankRefused(
                    entry.line(),
                    BankFault.DETAILS_DO_NOT_SUM,
                    "found transactions of " + sum + " in an entry of " + amount);
        }
        return parts;
    }

    /// Null where there is none in the account's currency.
    private @Nullable XmlNode statedAmount(XmlNode one) {
        for (String path : List.of("Amt", "AmtDtls/TxAmt/Amt")) {
            XmlNode found = one.find(path);
            if (found != null && currency.equals(found.currency())) {
                return found;
            }
        }
        return null;
    }

    private boolean isOut(XmlNode one) {
        String stated = one.text("CdtDbtInd");
        return stated.isEmpty() ? amount.signum() < 0 : stated.equals("DBIT");
    }

    private BankTransaction whole() {
        StringBuilder all = new StringBuilder();
        details.forEach(one -> all.append(remittance(one)));
        return new BankTransaction(amount, "", order(null), all.toString().strip(), "", "", "");
    }

    private BankTransaction transaction(@Nullable XmlNode one, Money worth) {
        if (one == null) {
            return new BankTransaction(worth, "", order(null), entry.text("AddtlNtryInf"), "", "", "");
        }
        String side = worth.signum() < 0 ? "Cdtr" : "Dbtr";
        // What comes back names the sides of the payment that it was: the other side of a return is its creditor.
        boolean isReturn = one.find("RtrInf") != null;
        String other = isReturn ? (side.equals("Cdtr") ? "Dbtr" : "Cdtr") : side;
        String party = "RltdPties/" + other;
        return new BankTransaction(
                worth,
                provided(one.text("Refs/EndToEndId")),
                order(one),
                remittance(one).strip(),
                one.text(party + "/Nm", party + "/Pty/Nm"),
                one.text(party + "Acct/Id/IBAN", party + "Acct/Id/Othr/Id").replace(" ", ""),
                isReturn ? returnReason(one) : "");
    }

    private static String returnReason(XmlNode one) {
        String stated = one.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry");
        return stated.isEmpty() ? "NARR" : stated;
    }

    private String order(@Nullable XmlNode one) {
        String own = one == null ? "" : one.text("Refs/PmtInfId", "Refs/MsgId");
        return own.isEmpty() ? entry.text("NtryDtls/Btch/PmtInfId", "NtryDtls/Btch/MsgId") : own;
    }

    private static String provided(String reference) {
        return reference.equals(NOT_PROVIDED) ? "" : reference;
    }

    /// All that a payer may have written, one piece a line.
    private static String remittance(XmlNode one) {
        StringBuilder text = new StringBuilder();
        for (XmlNode of : one.all("RmtInf")) {
            of.all("Ustrd").forEach(piece -> text.append(piece.text()).append('\n'));
            for (XmlNode structured : of.all("Strd")) {
                text.append(structured.text("CdtrRefInf/Ref")).append('\n');
                structured
                        .all("RfrdDocInf")
                        .forEach(document -> text.append(document.text("Nb")).append('\n'));
                structured
                        .all("AddtlRmtInf")
                        .forEach(piece -> text.append(piece.text()).append('\n'));
            }
        }
        text.append(one.text("AddtlTxInf"));
        return text.toString().replaceAll("\n{2,}", "\n");
    }
}
