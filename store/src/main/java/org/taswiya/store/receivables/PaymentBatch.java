package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.receivables.PaymentOutcome;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.Receivables;
import org.taswiya.core.receivables.ReceivablesPosting;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Changes;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.NumberSeries;

/// Payments taken one after the other in a transaction of the caller's, written together.
///
/// Everything that their accounts owe is read at once and then kept here, so that a batch costs a handful of queries
/// whatever its size.
public final class PaymentBatch {
    private final Connection connection;
    private final LocalDate today;
    private final ChangeSource change;
    private EntryRows entries;
    private final AllocationRows allocations = new AllocationRows();
    private final List<Booked> booked = new ArrayList<>();
    /// What they may have left is no credit in the books yet.
    private final Set<CreditKey> waiting = new HashSet<>();
    private final CopyRows payments = new CopyRows(
            "payment",
            "serial",
            "account",
            "amount",
            "stamp",
            "received_on",
            "means",
            "place",
            "source",
            "key",
            "named",
            "entry",
            "change");
    private final AccountsSeen seen;
    private final Map<String, AccountItems> accounts;
    private final Map<Payment.Key, Receipt> taken;
    private long last;

    private record Booked(Receipt receipt, long entry) {}

    /// The change that what is written names; asked for when something is.
    public interface ChangeSource {
        long number() throws SQLException;
    }

    /// Waits until nobody else moves what is open, and reads what these payments need.
    ///
    /// @param today after which nothing can have been received
    public static PaymentBatch begin(
            Connection connection, ChangeSource change, LocalDate today, Collection<Payment> payments)
            throws SQLException {
        EntryRows entries = alone(connection);
        return new PaymentBatch(connection, change, today, entries, AccountsSeen.look(connection, payments));
    }

    /// The same, where somebody has looked already: only what has changed since is read.
    ///
    /// @param seen of the payments that come; the batch keeps it
    public static PaymentBatch begin(Connection connection, ChangeSource change, LocalDate today, AccountsSeen seen)
            throws SQLException {
        EntryRows entries = alone(connection);
        seen.lookAgain(connection);
        return new PaymentBatch(connection, change, today, entries, seen);
    }

    private static EntryRows alone(Connection connection) throws SQLException {
        Changes.lock(connection);
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        return entries;
    }

    private PaymentBatch(
            Connection connection, ChangeSource change, LocalDate today, EntryRows entries, AccountsSeen seen)
            throws SQLException {
        this.connection = connection;
        this.change = change;
        this.today = today;
        this.entries = entries;
        this.seen = seen;
        this.accounts = seen.accounts();
        this.taken = seen.taken();
        this.last = NumberSeries.RECEIPT.last(connection);
    }

    /// Takes one that a person or a program says has come, when it is likely: not above a limit, and not of a day on
    /// which there was no such account. What was taken before is, whatever limits are now.
    public PaymentAnswer take(Payment payment, StampDuty duty, PaymentLimits limits) throws SQLException {
        if (payment.keyIfAny().map(taken::get).isPresent()) {
            return take(payment, duty);
        }
        Optional<PaymentOutcome.Refused> above = limits.refusal(payment);
        if (above.isPresent()) {
            return new PaymentAnswer.Refused(above.get().reason(), above.get().found());
        }
        Optional<LocalDate> begun = seen.begun(connection, payment.account());
        if (begun.isPresent() && payment.receivedOn().isBefore(begun.get())) {
            return new PaymentAnswer.Refused(
                    PaymentReason.DAY_BEFORE_ACCOUNT,
                    "received on " + payment.receivedOn() + ", and account " + payment.account() + " began on "
                            + begun.get() + "; check the day");
        }
        return take(payment, duty);
    }

    /// Takes one of the payments, whose money is known to be there; what is told again is answered with what was done
    /// the first time.
    ///
    /// @param duty what arises when it is paid in cash
    public PaymentAnswer take(Payment payment, StampDuty duty) throws SQLException {
        Optional<Receipt> earlier = payment.keyIfAny().map(taken::get);
        AccountItems before = accounts.get(payment.account());
        if (before == null) {
            return new PaymentAnswer.Refused(
                    PaymentReason.UNKNOWN_ACCOUNT, "there is no account " + payment.account() + "; check the number");
        }
        if (earlier.isPresent()) {
            return again(earlier.get(), payment, before);
        }
        ReceiptNumber number = new ReceiptNumber(last + 1);
        return switch (outcome(payment, number, duty, before)) {
            case PaymentOutcome.Refused(var reason, var found) -> new PaymentAnswer.Refused(reason, found);
            case PaymentOutcome.Received received -> taken(number, payment, received);
        };
    }

    /// Why one of the payments, not cash, would not be taken now; empty when it would. Nothing is taken.
    public Optional<PaymentOutcome.Refused> refusal(Payment payment) throws SQLException {
        AccountItems before = accounts.get(payment.account());
        if (before == null) {
            return Optional.of(new PaymentOutcome.Refused(
                    PaymentReason.UNKNOWN_ACCOUNT, "there is no account " + payment.account() + "; check the number"));
        }
        return outcome(payment, new ReceiptNumber(last + 1), StampDuty.NONE, before)
                        instanceof PaymentOutcome.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    /// What an account of one of the payments owes now; empty when there is none.
    public Optional<AccountItems> account(String reference) {
        return Optional.ofNullable(accounts.get(reference));
    }

    private PaymentOutcome outcome(Payment payment, ReceiptNumber number, StampDuty duty, AccountItems before)
            throws SQLException {
        NamedNotOpen notOpen = new NamedNotOpen(connection, payment.account());
        Map<ItemKey, PaymentReason> reasons = notOpen.reasons(payment.named(), before);
        return Receivables.receive(
                before, payment, number, duty, today, key -> reasons.getOrDefault(key, PaymentReason.ALREADY_CLOSED));
    }

    private static PaymentAnswer again(Receipt earlier, Payment payment, AccountItems now) {
        if (earlier.payment().equals(payment)) {
            return new PaymentAnswer.Taken(earlier, List.of(), now, false);
        }
        Payment other = earlier.payment();
        return new PaymentAnswer.Refused(
                PaymentReason.KEY_OF_ANOTHER,
                "receipt " + earlier.number() + " has this name already, for " + other.amount() + " of "
                        + other.receivedOn() + " by " + other.means().code() + " for account " + other.account()
                        + "; give this payment a name of its own");
    }

    private PaymentAnswer taken(ReceiptNumber number, Payment payment, PaymentOutcome.Received received)
            throws SQLException {
        last = number.serial();
        if (!received.uses().isEmpty()) {
            sendCreditsOf(received.uses());
            String key = ReceivablesPosting.key(number) + "/credits";
            long entry = entries.add(ReceivablesPosting.moved(
                    key, payment.receivedOn(), payment.account(), "credits used before " + number, received.uses()));
            allocations.add(entry, payment.account(), received.uses());
        }
        long entry = entries.add(ReceivablesPosting.received(payment, number, received));
        allocations.add(entry, payment.account(), received.allocations());
        Receipt receipt =
                new Receipt(number, payment, received.allocations(), received.stamp(), received.credit(), null);
        booked.add(new Booked(receipt, entry));
        waiting.add(number.asCredit());
        accounts.put(payment.account(), received.after());
        payment.keyIfAny().ifPresent(key -> taken.put(key, receipt));
        return new PaymentAnswer.Taken(receipt, received.uses(), received.after(), true);
    }

    /// Writes what was taken and is not written yet: the parts before the whole. Nothing is written where nothing was.
    public void send() throws SQLException {
        if (booked.isEmpty()) {
            return;
        }
        long number = change.number();
        booked.forEach(one -> addRow(one.receipt(), one.entry(), number));
        allocations.send(connection);
        entries.send(connection);
        payments.send(connection);
        booked.clear();
        waiting.clear();
        entries = new EntryRows();
        entries.begin(connection);
    }

    /// A credit that an earlier payment of the batch has left is in the books before it is used.
    private void sendCreditsOf(List<Allocation> uses) throws SQLException {
        if (uses.stream().anyMatch(use -> waiting.contains(use.from()))) {
            send();
        }
    }

    private void addRow(Receipt receipt, long entry, long number) {
        Payment payment = receipt.payment();
        payments.row()
                .bigint(receipt.number().serial())
                .text(payment.account())
                .money(payment.amount())
                .money(receipt.stamp())
                .date(payment.receivedOn())
                .text(payment.means().code())
                .text(payment.place())
                .text(payment.keyIfAny().map(Payment.Key::source).orElse(null))
                .text(payment.keyIfAny().map(Payment.Key::name).orElse(null))
                .text(NamedItems.text(payment.named()))
                .bigint(entry)
                .bigint(number);
    }
}
