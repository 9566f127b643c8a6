package org.taswiya.cli.agreement;

import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.agreement.StoredDeposit;
import tools.jackson.core.JsonGenerator;

/// Deposits as a clerk or a program reads them.
final class DepositText {
    private DepositText() {}

    /// `D0000000001 of C00001, account 0000000001: 300.00 DH, due 2020-02-16, paid 300.00 DH, held`.
    static String line(StoredDeposit one, Currency currency) {
        StoredDeposit.Back back = one.back();
        return one.number() + " of " + one.agreement() + ", account " + one.account() + ": "
                + currency.money(one.amount())
                + ", due " + one.dueOn() + ", paid " + currency.money(one.paid())
                + (back == null
                        ? ", held"
                        : ", given back on " + back.on() + " with interest of " + currency.money(back.interest())
                                + (one.open().signum() > 0
                                        ? ", " + currency.money(one.open()) + " owed again: what paid it was taken back"
                                        : ""));
    }

    static void deposit(JsonGenerator json, StoredDeposit one) {
        json.writeStringProperty("deposit", one.number());
        json.writeStringProperty("agreement", one.agreement());
        json.writeStringProperty("account", one.account());
        json.writeStringProperty("amount", one.amount().toString());
        json.writeStringProperty("claimedOn", one.claimedOn().toString());
        json.writeStringProperty("dueOn", one.dueOn().toString());
        json.writeStringProperty("paid", one.paid().toString());
        json.writeStringProperty("open", one.open().toString());
        StoredDeposit.Back back = one.back();
        AgreementText.text(json, "returnedOn", back == null ? null : back.on());
        AgreementText.text(json, "interest", back == null ? null : back.interest());
        AgreementText.text(json, "found", back == null ? null : back.found());
    }
}
