package org.taswiya.core.receivables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.PaymentOutcome.Received;

/// One account's documents, payments, allocations and entries, and what they say is open: everything that the rules
/// are applied to, kept in lists.
final class CoreBooks {
    static final String ACCOUNT = "0000000001";
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final StampDuty QUARTER = new StampDuty(Decimal.parse("0.0025"));

    private final Map<ItemKey, OpenItem> items = new LinkedHashMap<>();
    private final Map<CreditKey, Credit> credits = new LinkedHashMap<>();
    private final Map<String, Taken> payments = new HashMap<>();
    private int receipts;
    private final List<Allocation> history = new ArrayList<>();
    final List<JournalEntry> entries = new ArrayList<>();

    private record Taken(ReceiptNumber receipt, Payment payment, Received received) {}

    static LocalDate day(int day) {
        return START.plusDays(day);
    }

    void bill(String number, int issued, int due, Money total) {
        if (total.signum() > 0) {
            items.put(
                    ItemKey.bill(number),
                    new OpenItem(ACCOUNT, ItemKey.bill(number), "", day(issued), day(due), total, total));
        } else {
            CreditKey key = new CreditKey(CreditKind.BILL, number);
            credits.put(key, new Credit(ACCOUNT, key, day(issued), total.negated(), total.negated()));
        }
        LedgerAccount owed = total.signum() > 0 ? LedgerAccount.RECEIVABLE : LedgerAccount.CUSTOMER_CREDIT;
        book("bill/" + number, issued, new Posting(owed, total), new Posting(revenue(), total.negated()));
    }

    private static LedgerAccount revenue() {
        return new LedgerAccount("revenue:water");
    }

    private void book(String key, int day, Posting... postings) {
        entries.add(new JournalEntry(key, day(day), ACCOUNT, key, List.of(postings)));
    }

    PaymentOutcome pay(String name, Money amount, int day, boolean isCash, List<String> named) {
        ReceiptNumber receipt = new ReceiptNumber(++receipts);
        Payment payment = new Payment(
                ACCOUNT,
                amount,
                day(day),
                isCash ? Means.CASH : Means.TRANSFER,
                "main",
                null,
                named.stream().map(ItemKey::bill).toList());
        PaymentOutcome outcome =
                Receivables.receive(state(), payment, receipt, QUARTER, day(10_000), _ -> PaymentReason.ALREADY_CLOSED);
        if (outcome instanceof Received received) {
            payments.put(name, new Taken(receipt, payment, received));
            used("payment/" + receipt + "/credits", day, received.uses());
            history.addAll(received.allocations());
            entries.add(ReceivablesPosting.received(payment, receipt, received));
        }
        return outcome;
    }

    void use(String key, int day) {
        used(key, day, Receivables.useCredits(state(), day(day)).uses());
    }

    private void used(String key, int day, List<Allocation> uses) {
        history.addAll(uses);
        if (!uses.isEmpty()) {
            entries.add(ReceivablesPosting.moved(key, day(day), ACCOUNT, key, uses));
        }
    }

    void cancel(String number, int day) {
        CreditKey credit = new CreditKey(CreditKind.BILL, number);
        used(
                "cancellation/" + number,
                day,
                InForce.takenBack(
                        of(a -> a.to().equals(ItemKey.bill(number)) || a.from().equals(credit))));
        items.remove(ItemKey.bill(number));
        credits.remove(credit);
        entries.stream()
                .filter(entry -> entry.key().equals("bill/" + number))
                .toList()
                .forEach(entry -> entries.add(entry.reversed(day(day), "cancelled")));
    }

    void reverse(String name, int day) {
        Taken taken = Objects.requireNonNull(payments.remove(name));
        CreditKey from = from(taken);
        List<Allocation> back = InForce.takenBack(of(a -> a.from().equals(from)));
        Money left = left(from, most(taken));
        Money inForce = back.stream()
                .map(Allocation::amount)
                .reduce(Money.ZERO, Money::plus)
                .negated();
        entries.add(ReceivablesPosting.reversed(
                taken.payment(),
                taken.receipt(),
                day(day),
                "bounced",
                inForce,
                left,
                taken.received().stamp()));
        history.addAll(back);
    }

    private List<Allocation> of(Predicate<Allocation> which) {
        return history.stream().filter(which).toList();
    }

    private static CreditKey from(Taken taken) {
        return new CreditKey(CreditKind.PAYMENT, taken.receipt().toString());
    }

    private static Money most(Taken taken) {
        return taken.payment().amount().minus(taken.received().stamp());
    }

    private Money left(CreditKey from, Money most) {
        return most.minus(sum(of(a -> a.from().equals(from))));
    }

    private static Money sum(List<Allocation> allocations) {
        return allocations.stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
    }

    Money open(ItemKey key) {
        return Optional.ofNullable(items.get(key))
                .map(item -> item.amount().minus(sum(of(a -> a.to().equals(key)))))
                .orElse(Money.ZERO);
    }

    Money leftOf(String name) {
        Taken taken = payments.get(name);
        if (taken != null) {
            return left(from(taken), most(taken));
        }
        CreditKey key = new CreditKey(CreditKind.BILL, name);
        return Optional.ofNullable(credits.get(key))
                .map(credit -> left(key, credit.amount()))
                .orElse(Money.ZERO);
    }

    /// What the documents, the payments and the allocations say; the constructors refuse what cannot be.
    AccountItems state() {
        List<OpenItem> open = items.values().stream()
                .filter(item -> !open(item.key()).isZero())
                .map(item -> item.withOpen(open(item.key())))
                .toList();
        List<Credit> left = new ArrayList<>();
        credits.values().forEach(credit -> add(left, credit, left(credit.key(), credit.amount())));
        payments.values().stream()
                .sorted(Comparator.comparingLong(taken -> taken.receipt().serial()))
                .forEach(taken -> {
                    LocalDate on = taken.payment().receivedOn();
                    Credit most = new Credit(ACCOUNT, from(taken), on, most(taken), most(taken));
                    add(left, most, left(from(taken), most(taken)));
                });
        return new AccountItems(ACCOUNT, open, left);
    }

    private static void add(List<Credit> credits, Credit credit, Money left) {
        if (!left.isZero()) {
            credits.add(credit.withLeft(left));
        }
    }
}
