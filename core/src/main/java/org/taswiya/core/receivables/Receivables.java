package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.PaymentOutcome.Received;
import org.taswiya.core.receivables.PaymentOutcome.Refused;

/// Where money goes.
///
/// A payment settles the items that it names, in the order in which they are named, then the others by
/// [OpenItem#ORDER]; the last one it reaches is settled in part, and what is then left is a credit. Before it, the
/// account's older credits are used, the oldest first, on its items in the same order: so an account that pays what it
/// is told that it owes owes nothing. Neither money nor a credit settles an item that is issued after its day.
public final class Receivables {
    private Receivables() {}

    /// Uses the account's credits on what it owes. Without either, nothing is used.
    ///
    /// @param on items issued and credits arisen later are left alone
    public static UsedCredits useCredits(AccountItems before, LocalDate on) {
        if (before.credits().isEmpty() || before.items().isEmpty()) {
            return new UsedCredits(List.of(), before);
        }
        Sharing sharing = new Sharing(before);
        List<Allocation> uses = new ArrayList<>();
        List<Credit> after = new ArrayList<>(before.credits());
        for (Credit credit : before.creditsOn(on)) {
            Money left = credit.left();
            for (OpenItem item : before.itemsOn(on)) {
                Money amount = least(left, sharing.open(item.key()));
                if (amount.signum() > 0) {
                    uses.add(Allocation.use(credit.key(), item.key(), amount));
                    sharing.settle(item.key(), amount);
                    left = left.minus(amount);
                }
            }
            after.remove(credit);
            if (left.signum() > 0) {
                after.add(credit.withLeft(left));
            }
        }
        return new UsedCredits(uses, sharing.after(after));
    }

    /// Takes a payment, or says why not.
    ///
    /// @param receipt the number that it gets if it is taken
    /// @param duty what arises when it is paid in cash
    /// @param today after which nothing can have been received
    /// @param whyNotOpen asked of a named item that is not among the open ones
    public static PaymentOutcome receive(
            AccountItems before,
            Payment payment,
            ReceiptNumber receipt,
            StampDuty duty,
            LocalDate today,
            Function<ItemKey, PaymentReason> whyNotOpen) {
        Optional<Refused> refused = refusal(before, payment, today, whyNotOpen);
        if (refused.isPresent()) {
            return refused.get();
        }
        UsedCredits credits = useCredits(before, payment.receivedOn());
        Sharing sharing = new Sharing(credits.after());
        StampDuty arising = payment.means().bearsStamp() ? duty : StampDuty.NONE;
        CreditKey from = receipt.asCredit();
        List<Allocation> allocations = new ArrayList<>();
        Money left = payment.amount();
        Money stamp = Money.ZERO;
        for (ItemKey key : inOrder(credits.after(), payment)) {
            Money open = sharing.open(key);
            boolean isWhole = arising.with(open).compareTo(left) <= 0;
            Money amount = isWhole ? open : arising.mostOutOf(left);
            if (amount.signum() > 0) {
                Money on = arising.on(amount);
                allocations.add(new Allocation(from, key, amount, on, true));
                sharing.settle(key, amount);
                left = left.minus(amount).minus(on);
                stamp = stamp.plus(on);
            }
            if (!isWhole) {
                break; // a minor unit that the duty leaves over is not worth a part payment of the next item
            }
        }
        List<Credit> after = new ArrayList<>(credits.after().credits());
        if (left.signum() > 0) {
            Money most = payment.amount().minus(stamp);
            after.add(new Credit(payment.account(), from, payment.receivedOn(), most, left));
        }
        return new Received(credits.uses(), allocations, stamp, left, sharing.after(after));
    }

    private static List<ItemKey> inOrder(AccountItems items, Payment payment) {
        Set<ItemKey> order = new LinkedHashSet<>();
        payment.named().stream().filter(key -> items.item(key).isPresent()).forEach(order::add);
        items.itemsOn(payment.receivedOn()).forEach(item -> order.add(item.key()));
        return List.copyOf(order);
    }

    private static Optional<Refused> refusal(
            AccountItems before, Payment payment, LocalDate today, Function<ItemKey, PaymentReason> whyNotOpen) {
        if (payment.amount().signum() <= 0) {
            return refused(
                    PaymentReason.AMOUNT_NOT_ABOVE_ZERO,
                    "found " + payment.amount() + "; what is given back is"
                            + " no payment, and a payment that failed is reversed");
        }
        if (payment.receivedOn().isAfter(today)) {
            return refused(
                    PaymentReason.FUTURE_DAY,
                    "received on " + payment.receivedOn() + ", and today is " + today + "; book it when it has come");
        }
        Set<ItemKey> seen = new HashSet<>();
        for (ItemKey key : payment.named()) {
            if (!seen.add(key)) {
                return refused(PaymentReason.NAMED_TWICE, key + " is named twice; name it once");
            }
            Optional<OpenItem> item = before.item(key);
            if (item.isEmpty()) {
                return refused(whyNotOpen.apply(key), notOpen(key, payment.account()));
            }
            if (item.get().issuedOn().isAfter(payment.receivedOn())) {
                return refused(
                        PaymentReason.DAY_BEFORE_ITEM,
                        key + " is issued on " + item.get().issuedOn() + ", after the day of the payment, "
                                + payment.receivedOn() + "; check the day");
            }
        }
        return Optional.empty();
    }

    /// What is typed and is no bill's number reads as a reference of an old system, which nobody may have meant.
    private static String notOpen(ItemKey key, String account) {
        String named = key.kind() == ItemKind.OPENING ? "no bill or other item " + key.number() : "no " + key;
        return named + " is open for account " + account + "; name one that is";
    }

    private static Optional<Refused> refused(PaymentReason reason, String found) {
        return Optional.of(new Refused(reason, found));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
