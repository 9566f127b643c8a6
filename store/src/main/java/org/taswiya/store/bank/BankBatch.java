package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.bank.BankPosting;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Changes;
import org.taswiya.store.bank.BankRows.Ended;
import org.taswiya.store.bank.BankRows.Name;
import org.taswiya.store.bank.BankRows.There;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.store.receivables.PaymentBatch.ChangeSource;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;

/// Entries that a bank told, taken into the books one after the other in a transaction of the caller's.
///
/// Payments that follow each other are taken as one batch; what they come to does not depend on where a batch ends.
public final class BankBatch {
    private final Connection connection;
    private final ChangeSource change;
    private final BankAccount bank;
    private final LocalDate today;
    private final BankRows rows;
    private final List<Waiting> payments = new ArrayList<>();
    private final Map<BankOutcome, BankTally.Counted> outcomes = new EnumMap<>(BankOutcome.class);
    private int entries;
    private int unchanged;
    private final List<BankTally.Conflict> conflicts = new ArrayList<>();

    /// A payment that is taken with those around it.
    private record Waiting(long entry, int part, ToldEntry told, BankTransaction transaction, Meaning.Pays pays) {}

    private BankBatch(Connection connection, ChangeSource change, BankAccount bank, LocalDate today)
            throws SQLException {
        this.connection = connection;
        this.change = change;
        this.bank = bank;
        this.today = today;
        Changes.lock(connection);
        this.rows = new BankRows(connection, bank.name());
    }

    /// Takes entries; those that are in the books change nothing.
    ///
    /// @param today after which nothing can have been booked
    public static BankTally take(
            Connection connection, ChangeSource change, BankAccount bank, LocalDate today, List<ToldEntry> told)
            throws SQLException {
        return new BankBatch(connection, change, bank, today).take(told);
    }

    private BankTally take(List<ToldEntry> told) throws SQLException {
        Map<Name, There> there = rows.there(told);
        List<String> texts = told.stream()
                .flatMap(one -> one.entry().transactions().stream())
                .map(BankTransaction::remittance)
                .toList();
        Meanings meanings = new Meanings(connection, bank.name(), texts);
        for (ToldEntry one : told) {
            There before = there.get(Name.of(one));
            if (before == null) {
                long id = rows.add(one, change.number());
                there.put(Name.of(one), new There(id, one.entry().bookedOn()));
                entries++;
                state(one, id);
                take(one, id, meanings);
            } else if (before.bookedOn().equals(one.entry().bookedOn())) {
                unchanged++;
                state(one, before.id());
            } else {
                conflicts.add(new BankTally.Conflict(
                        one.entry().line(),
                        one.entry().reference(),
                        one.entry().amount(),
                        one.entry().bookedOn(),
                        before.bookedOn()));
            }
        }
        sendPayments();
        return new BankTally(entries, unchanged, outcomes, conflicts);
    }

    private void state(ToldEntry told, long entry) throws SQLException {
        if (told.isStated()) {
            rows.stated(entry);
        }
    }

    private void take(ToldEntry told, long entry, Meanings meanings) throws SQLException {
        int part = 0;
        for (BankTransaction whole : told.entry().transactions()) {
            for (BankTransaction one : meanings.apart(whole)) {
                part++;
                if (!one.amount().isZero()) {
                    take(told, entry, part, one, meanings);
                }
            }
        }
    }

    private void take(ToldEntry told, long entry, int part, BankTransaction transaction, Meanings meanings)
            throws SQLException {
        boolean mayNameOneBefore =
                transaction.amount().signum() < 0 || !transaction.endToEnd().isEmpty();
        if (mayNameOneBefore) {
            sendPayments();
        }
        switch (meanings.of(told, part, transaction)) {
            case Meaning.Pays pays -> payments.add(new Waiting(entry, part, told, transaction, pays));
            case Meaning.Reverses reverses -> {
                sendPayments();
                reverse(told, entry, part, transaction, reverses);
            }
            case Meaning.Refunds refunds -> {
                sendPayments();
                refund(told, entry, part, transaction, refunds);
            }
            case Meaning.Waits _ -> {
                sendPayments();
                suspend(told, entry, part, transaction);
            }
        }
    }

    private void sendPayments() throws SQLException {
        if (payments.isEmpty()) {
            return;
        }
        List<Waiting> taken = List.copyOf(payments);
        payments.clear();
        PaymentBatch batch = PaymentBatch.begin(
                connection,
                change,
                today,
                taken.stream().map(one -> one.pays().payment()).toList());
        List<PaymentAnswer> answers = new ArrayList<>();
        for (Waiting one : taken) {
            answers.add(take(batch, one.pays().payment()));
        }
        batch.send();
        for (int i = 0; i < taken.size(); i++) {
            keep(taken.get(i), answers.get(i));
        }
    }

    /// A bill that is named and cannot be settled is settled already, or gone: the money is the account's all the same.
    private static PaymentAnswer take(PaymentBatch batch, Payment payment) throws SQLException {
        PaymentAnswer answer = batch.take(payment, StampDuty.NONE);
        if (!(answer instanceof PaymentAnswer.Refused refused)
                || payment.named().isEmpty()
                || refused.reason() == PaymentReason.KEY_OF_ANOTHER) {
            return answer;
        }
        Payment unnamed = new Payment(
                payment.account(),
                payment.amount(),
                payment.receivedOn(),
                payment.means(),
                payment.place(),
                payment.key(),
                List.of());
        return batch.take(unnamed, StampDuty.NONE);
    }

    private void keep(Waiting one, PaymentAnswer answer) throws SQLException {
        switch (answer) {
            case PaymentAnswer.Refused _ -> suspend(one.told(), one.entry(), one.part(), one.transaction());
            case PaymentAnswer.Taken taken
            when !taken.isNew() && !rows.isFree(taken.receipt()) ->
                suspend(one.told(), one.entry(), one.part(), one.transaction());
            case PaymentAnswer.Taken taken -> {
                String collected = one.pays().collected();
                BankOutcome outcome = collected == null ? BankOutcome.PAYMENT : BankOutcome.COLLECTION;
                long transaction = rows.next();
                add(
                        one.entry(),
                        one.part(),
                        one.transaction(),
                        new Ended(outcome, taken.receipt().number().serial(), 0));
                if (collected != null) {
                    Collections.ended(connection, collected, true, transaction, change.number());
                }
            }
        }
    }

    private void reverse(ToldEntry told, long entry, int part, BankTransaction transaction, Meaning.Reverses reverses)
            throws SQLException {
        String why = "returned by " + bank.name()
                + (transaction.returnReason().isEmpty() ? "" : ": " + transaction.returnReason());
        ReversalAnswer answer = Reversals.reverse(
                connection, change.number(), reverses.receipt(), told.entry().bookedOn(), today, why);
        switch (answer) {
            case ReversalAnswer.Refused _ -> suspend(told, entry, part, transaction);
            case ReversalAnswer.Reversed _ -> {
                long id = rows.next();
                add(
                        entry,
                        part,
                        transaction,
                        new Ended(BankOutcome.REVERSAL, reverses.receipt().serial(), 0));
                String collected = reverses.collected();
                if (collected != null) {
                    Collections.ended(connection, collected, false, id, change.number());
                }
            }
        }
    }

    private void refund(ToldEntry told, long entry, int part, BankTransaction transaction, Meaning.Refunds refunds)
            throws SQLException {
        StoredRefund refund = refunds.refund();
        BankOutcome outcome = refunds.isPaid() ? BankOutcome.REFUND : BankOutcome.REFUND_BACK;
        long id = rows.next();
        add(entry, part, transaction, new Ended(outcome, 0, refund.id()));
        EntryRows ledger = new EntryRows();
        ledger.begin(connection);
        LocalDate on = told.entry().bookedOn();
        String account = refund.account() == null ? "" : refund.account();
        ledger.add(BankPosting.refund(id, bank.name(), on, account, refund.name(), transaction.amount()));
        if (!refunds.isPaid()) {
            RefundBooks.giveBack(connection, ledger, refund, on, "sent back by " + bank.name());
        }
        ledger.send(connection);
        RefundRows.outcome(connection, refund.id(), refunds.isPaid(), on, id, change.number());
    }

    private void suspend(ToldEntry told, long entry, int part, BankTransaction transaction) throws SQLException {
        EntryRows ledger = new EntryRows();
        ledger.begin(connection);
        ledger.add(BankPosting.waiting(rows.next(), bank.name(), told.entry().bookedOn(), transaction.amount()));
        ledger.send(connection);
        add(entry, part, transaction, Ended.WAITING);
    }

    private void add(long entry, int part, BankTransaction transaction, Ended ended) throws SQLException {
        rows.add(entry, part, transaction, ended);
        Money amount = transaction.amount();
        outcomes.merge(ended.outcome(), new BankTally.Counted(1, amount), BankTally.Counted::plus);
    }
}
