package org.taswiya.cli.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.bank.Proposal;
import org.taswiya.run.reconciling.StatementAnswer;
import org.taswiya.store.bank.BankBalance;
import org.taswiya.store.bank.BankOutcome;
import org.taswiya.store.bank.WaitingTransaction;

/// Banks in words.
final class BankText {
    private BankText() {}

    static List<String> tally(StatementAnswer.Taken taken, boolean isTrial, Currency currency) {
        List<String> lines = new ArrayList<>();
        lines.add((isTrial ? "Nothing stored; new entries would be " : "New entries: ")
                + Grouped.of(taken.tally().entries()) + ", in the books before: "
                + Grouped.of(taken.tally().unchanged()));
        for (BankOutcome outcome : BankOutcome.values()) {
            int count = taken.tally().of(outcome).count();
            if (count > 0) {
                lines.add("  " + outcome.code() + ": " + Grouped.of(count) + ", "
                        + currency.money(taken.tally().of(outcome).amount()));
            }
        }
        return lines;
    }

    static List<String> balance(String bank, BankBalance balance, Currency currency) {
        List<String> lines = new ArrayList<>();
        lines.add("Account " + bank + " at the end of " + balance.on() + ": statement "
                + currency.money(balance.statement()) + ", ledger " + currency.money(balance.ledger()) + ", difference "
                + currency.money(balance.difference()));
        for (BankBalance.Item item : balance.items()) {
            lines.add("  " + currency.money(item.amount()) + ": " + item.what());
        }
        if (!balance.unexplained().isZero()) {
            lines.add("  " + currency.money(balance.unexplained()) + ": not explained");
        }
        if (balance.waiting() > 0) {
            lines.add("Waiting for a person, on both sides: " + Grouped.of(balance.waiting()) + ", "
                    + currency.money(balance.inSuspense()) + "; ./taswiya reconcile list shows them");
        }
        return lines;
    }

    /// On one line.
    static String line(WaitingTransaction waiting, Currency currency) {
        BankTransaction transaction = waiting.transaction();
        String proposed = waiting.proposals().isEmpty()
                ? "no proposal"
                : proposal(waiting.proposals().getFirst());
        return waiting.id() + "  " + waiting.bookedOn() + "  " + currency.money(transaction.amount()) + "  "
                + (transaction.party().isEmpty() ? "-" : transaction.party()) + "  " + proposed;
    }

    static List<String> whole(WaitingTransaction waiting, Currency currency) {
        BankTransaction transaction = waiting.transaction();
        List<String> lines = new ArrayList<>();
        lines.add("Transaction " + waiting.id() + " on " + waiting.bank() + ", " + waiting.reference() + " of "
                + waiting.bookedOn() + ": " + currency.money(transaction.amount()));
        add(lines, "  other side: ", transaction.party());
        add(
                lines,
                "  its account: ",
                transaction.partyAccount().isEmpty() ? "" : BankAccountNumber.masked(transaction.partyAccount()));
        add(lines, "  end to end: ", transaction.endToEnd());
        add(lines, "  return reason: ", transaction.returnReason());
        transaction.remittance().lines().forEach(line -> lines.add("  text: " + line));
        waiting.proposals().forEach(one -> lines.add("  perhaps " + proposal(one)));
        return lines;
    }

    private static void add(List<String> lines, String what, String text) {
        if (!text.isEmpty()) {
            lines.add(what + text);
        }
    }

    private static String proposal(Proposal proposal) {
        return proposal.account() + " ("
                + proposal.evidence().stream().map(Proposal.Evidence::code).collect(Collectors.joining(", ")) + ")";
    }
}
