package org.taswiya.intake.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.core.bank.BankStatement.Balances;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.xml.XmlFile;
import org.taswiya.intake.xml.XmlNode;

/// Reads one statement of a file, or one notification.
final class StatementReader {
    private static final Set<String> UNREAD = Set.of(
            "StmtPgntn",
            "NtfctnPgntn",
            "ElctrncSeqNb",
            "RptgSeq",
            "LglSeqNb",
            "CreDtTm",
            "FrToDt",
            "CpyDplctInd",
            "RptgSrc",
            "RltdAcct",
            "Intrst",
            "TxsSummry",
            "AddtlStmtInf",
            "AddtlNtfctnInf");

    private final XmlFile xml;
    private final long line;
    private final boolean isStatement;
    private final StatementFile.Receiver receiver;
    private final List<XmlNode> balances = new ArrayList<>();
    private String id = "";
    private @Nullable XmlNode account;
    private @Nullable BankStatement statement;
    private Money sum = Money.ZERO;

    StatementReader(XmlFile xml, boolean isStatement, StatementFile.Receiver receiver) {
        this.xml = xml;
        this.line = xml.line();
        this.isStatement = isStatement;
        this.receiver = receiver;
    }

    void read() {
        while (xml.nextChild(false)) {
            switch (xml.name()) {
                case "Id" -> id = xml.text().strip();
                case "Acct" -> account = XmlNode.read(xml);
                case "Bal" -> balance();
                case "Ntry" -> entry(XmlNode.read(xml));
                case String other when UNREAD.contains(other) -> xml.skip();
                default -> throw StatementFile.unexpected(xml);
            }
        }
        BankStatement whole = statement == null ? begin("") : statement;
        whole.balancesIfAny().ifPresent(this::requireTie);
    }

    private void balance() {
        if (statement != null || !isStatement) {
            throw StatementFile.unexpected(xml); // balances come before entries, and notifications have none
        }
        balances.add(XmlNode.read(xml));
    }

    private void entry(XmlNode node) {
        BankStatement of = statement == null
                ? begin(Objects.requireNonNullElse(Fields.required(node, "Amt").currency(), ""))
                : statement;
        Optional<BankEntry> entry = EntryReader.read(node, of.currency());
        if (entry.isPresent()) {
            sum = sum.plus(entry.get().amount());
            receiver.entry(entry.get());
        }
    }

    /// @param firstCurrency of the first entry, where nothing above it has one
    private BankStatement begin(String firstCurrency) {
        XmlNode of = account;
        String number = of == null ? "" : of.text("Id/IBAN", "Id/Othr/Id").replace(" ", "");
        if (of == null || number.isEmpty() || id.isEmpty()) {
            throw new BankRefused(
                    line, BankFault.MISSING_FIELD, "found a statement without its Id or without the Id of its account");
        }
        String currency = of.text("Ccy");
        if (currency.isEmpty() && !balances.isEmpty()) {
            currency = Objects.requireNonNullElse(
                    Fields.required(balances.getFirst(), "Amt").currency(), "");
        }
        String known = currency.isEmpty() ? firstCurrency : currency;
        BankStatement begun = new BankStatement(line, id, number, known, isStatement ? balances(known) : null);
        statement = begun;
        receiver.statement(begun);
        return begun;
    }

    private Balances balances(String currency) {
        XmlNode opening = balance("OPBD", "PRCD");
        XmlNode closing = balance("CLBD");
        if (opening == null || closing == null) {
            throw new BankRefused(
                    line,
                    BankFault.NO_BALANCE,
                    "found a statement without its " + (opening == null ? "opening" : "closing")
                            + " balance (OPBD or PRCD, CLBD); without both nobody knows whether entries are missing");
        }
        return new Balances(
                Fields.signed(opening, currency),
                Fields.signed(closing, currency),
                Fields.day(Fields.required(closing, "Dt")));
    }

    /// Of a part of a statement on several pages only the first page opens and only the last one closes.
    private @Nullable XmlNode balance(String... types) {
        for (String type : types) {
            for (XmlNode one : balances) {
                if (one.text("Tp/CdOrPrtry/Cd").equals(type)
                        && !one.text("Tp/SubTp/Cd").equals("INTM")) {
                    return one;
                }
            }
        }
        return null;
    }

    private void requireTie(Balances of) {
        Money reached = of.opening().plus(sum);
        if (!reached.equals(of.closing())) {
            throw new BankRefused(
                    line,
                    BankFault.BALANCE_DOES_NOT_TIE,
                    "found " + of.opening() + " at first and entries of " + sum + ", which is " + reached
                            + ", and a closing balance of " + of.closing() + "; ask the bank for the whole statement");
        }
    }
}
