package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankPosting;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankChange.Refusal;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;

/// A person's word on transactions that wait. What it is then booked as bears the day on which the bank booked it.
public final class BankDecisions {
    private static final String EXPENSES = "expenses:";

    private BankDecisions() {}

    /// Money that came in is an account's payment.
    public static DecisionAnswer assign(Database database, long id, String account, LocalDate today, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            WaitingTransaction waiting = waiting(connection, id, 1);
            book(connection, waiting, null);
            Payment payment = new Payment(
                    account,
                    waiting.transaction().amount(),
                    waiting.bookedOn(),
                    Means.TRANSFER,
                    waiting.bank(),
                    new Payment.Key(waiting.bank(), "transaction " + id),
                    List.of());
            PaymentBatch batch = PaymentBatch.begin(connection, () -> change, today, List.of(payment));
            PaymentAnswer answer = batch.take(payment, StampDuty.NONE);
            batch.send();
            return switch (answer) {
                case PaymentAnswer.Refused(var reason, var found) ->
                    throw new Refusal(DecisionReason.NOT_BOOKABLE, reason.code() + ": " + found);
                case PaymentAnswer.Taken taken -> {
                    ReceiptNumber receipt = taken.receipt().number();
                    decide(connection, id, "assigned", receipt.serial(), 0, null, change);
                    yield new DecisionAnswer.Done("payment " + receipt + " of account " + account);
                }
            };
        });
    }

    /// Money that went out is a payment that came back.
    public static DecisionAnswer reverse(
            Database database, long id, ReceiptNumber receipt, LocalDate today, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            WaitingTransaction waiting = waiting(connection, id, -1);
            book(connection, waiting, null);
            ReversalAnswer answer =
                    Reversals.reverse(connection, change, receipt, waiting.bookedOn(), today, why.reason());
            return switch (answer) {
                case ReversalAnswer.Refused(var reason, var found) ->
                    throw new Refusal(DecisionReason.NOT_BOOKABLE, reason.code() + ": " + found);
                case ReversalAnswer.Reversed reversed -> {
                    Payment payment = reversed.receipt().payment();
                    Money amount = waiting.transaction().amount().negated();
                    if (!payment.amount().equals(amount) || !payment.place().equals(waiting.bank())) {
                        throw new Refusal(
                                DecisionReason.OTHER_AMOUNT,
                                "payment " + receipt + " is " + payment.amount() + " at " + payment.place()
                                        + ", and the transaction " + amount + " at " + waiting.bank());
                    }
                    decide(connection, id, "reversed", receipt.serial(), 0, null, change);
                    yield new DecisionAnswer.Done("payment " + receipt + " is reversed");
                }
            };
        });
    }

    /// It is no customer's: a charge of the bank's, interest.
    public static DecisionAnswer expense(Database database, long id, LedgerAccount account, Change why) {
        return BankChange.make(database, why, (connection, change) -> {
            if (!account.name().startsWith(EXPENSES)) {
                return new DecisionAnswer.Refused(
                        DecisionReason.NO_EXPENSE,
                        "found " + account + ", expected one below expenses, as expenses:bank");
            }
            book(connection, waiting(connection, id, 0), account);
            decide(connection, id, "expense", 0, 0, account.name(), change);
            return new DecisionAnswer.Done("booked to " + account);
        });
    }

    /// @param way above zero where it has to have come in, below where it has to have gone out
    static WaitingTransaction waiting(Connection connection, long id, int way) throws SQLException {
        WaitingTransaction waiting = WorkList.of(connection, id)
                .orElseThrow(() -> new Refusal(
                        DecisionReason.NOT_WAITING,
                        "no transaction " + id + " waits; ./taswiya reconcile list shows those that do"));
        if (way != 0 && waiting.transaction().amount().signum() != way) {
            throw new Refusal(
                    DecisionReason.WRONG_WAY,
                    "transaction " + id + " is " + waiting.transaction().amount()
                            + (way > 0
                                    ? "; money that went out is assigned to the receipt that it returns"
                                    : "; money that came in is assigned to an account"));
        }
        return waiting;
    }

    /// Out of suspense.
    ///
    /// @param target null where what follows books it to the bank anew
    static void book(Connection connection, WaitingTransaction waiting, @Nullable LedgerAccount target)
            throws SQLException {
        EntryRows ledger = new EntryRows();
        ledger.begin(connection);
        Money amount = waiting.transaction().amount();
        ledger.add(
                target == null
                        ? BankPosting.decided(waiting.id(), waiting.bank(), waiting.bookedOn(), amount)
                        : BankPosting.decidedFor(waiting.id(), waiting.bookedOn(), target, amount));
        ledger.send(connection);
    }

    static void decide(
            Connection connection,
            long transaction,
            String kind,
            long payment,
            long refund,
            @Nullable String ledgerAccount,
            long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bank_decision values (?, ?::bank_decision_kind, nullif(?, 0), nullif(?, 0), ?, ?)")) {
            insert.setLong(1, transaction);
            insert.setString(2, kind);
            insert.setLong(3, payment);
            insert.setLong(4, refund);
            insert.setString(5, ledgerAccount);
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }
}
