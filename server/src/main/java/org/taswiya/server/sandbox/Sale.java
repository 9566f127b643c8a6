package org.taswiya.server.sandbox;

import java.time.LocalDate;
import org.taswiya.core.quantity.Money;
import org.taswiya.server.page.Fields;

/// A transaction of the sandbox.
///
/// @param number its own
/// @param notices where the utility wants to be told
/// @param isTold whether the utility has answered
/// @param refund the utility's name of the refund that has sent it back; empty while none has
record Sale(
        String number,
        String attempt,
        String utility,
        String account,
        Money amount,
        LocalDate day,
        Choice choice,
        String notices,
        boolean isTold,
        String refund) {

    boolean isPaid() {
        return choice != Choice.REFUSE;
    }

    Sale told() {
        return new Sale(number, attempt, utility, account, amount, day, choice, notices, true, refund);
    }

    Sale sentBack(String by) {
        return new Sale(number, attempt, utility, account, amount, day, choice, notices, isTold, by);
    }

    /// What the utility is told.
    String notice() {
        return Fields.of(
                        "transaction",
                        number,
                        "attempt",
                        attempt,
                        "utility",
                        utility,
                        "state",
                        isPaid() ? "paid" : "refused",
                        "amount",
                        amount.toString(),
                        "day",
                        day.toString())
                .text();
    }

    /// A line of the log.
    String line() {
        return Fields.of(
                        "sale",
                        number,
                        "attempt",
                        attempt,
                        "utility",
                        utility,
                        "account",
                        account,
                        "amount",
                        amount.toString(),
                        "day",
                        day.toString(),
                        "choice",
                        choice.code(),
                        "notices",
                        notices)
                .text();
    }

    static Sale ofLine(Fields line) {
        return new Sale(
                line.get("sale"),
                line.get("attempt"),
                line.get("utility"),
                line.get("account"),
                Money.parse(line.get("amount")),
                LocalDate.parse(line.get("day")),
                Choice.ofCode(line.get("choice")).orElseThrow(),
                line.get("notices"),
                false,
                "");
    }
}
