package org.taswiya.core.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.ledger.TrialBalance;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.PaymentOutcome.Received;
import org.taswiya.core.receivables.PaymentOutcome.Refused;

/// Bills, payments, reversals, credits used and cancellations in any order: the books are those of the plain rules, and
/// the ledger says the same as the open items, to the centime.
class ReceivablesLaws {
    private static final int MOST_CENTS = 1_000;

    @Property(tries = 400)
    void theBooksAreThoseOfThePlainRules(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 30) int events) {
        Play play = new Play(new Random(seed));
        for (int day = 1; day <= events; day++) {
            play.next(day);
            play.requireEqual();
        }
    }

    /// Two books side by side, the same things happening to both.
    private static final class Play {
        private final Random random;
        private final CoreBooks books = new CoreBooks();
        private final PlainBooks plain = new PlainBooks();
        private final List<String> bills = new ArrayList<>();
        private final List<String> payments = new ArrayList<>();
        private int count;

        Play(Random random) {
            this.random = random;
        }

        void next(int day) {
            String name = String.format("%03d", ++count);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> bill(name, day);
                case 3, 4 -> pay(name, Math.max(1, day - random.nextInt(4)));
                case 5 -> {
                    books.use("use/" + name, day);
                    plain.use(day);
                }
                case 6 ->
                    any(bills).ifPresent(bill -> {
                        books.cancel(bill, day);
                        plain.cancel(bill);
                    });
                case 7 ->
                    any(payments).ifPresent(payment -> {
                        books.reverse(payment, day);
                        plain.takeAway(payment);
                    });
                default -> throw new IllegalStateException();
            }
        }

        private Optional<String> any(List<String> names) {
            return names.isEmpty() ? Optional.empty() : Optional.of(names.remove(random.nextInt(names.size())));
        }

        private void bill(String name, int day) {
            long cents = random.nextInt(MOST_CENTS) + 1L;
            int due = day + random.nextInt(5);
            boolean isCredit = random.nextInt(4) == 0;
            books.bill(name, day, due, Money.ofMinor(isCredit ? -cents : cents));
            if (isCredit) {
                plain.credit(new PlainBooks.Source(false, name, day, cents));
            } else {
                plain.owe(new PlainBooks.Owed(name, day, due, cents));
            }
            bills.add(name);
        }

        private void pay(String name, int day) {
            long cents = random.nextInt(2 * MOST_CENTS) + 1L;
            boolean isCash = random.nextBoolean();
            List<String> named = bills.isEmpty() || random.nextInt(3) > 0
                    ? List.of()
                    : List.of(bills.get(random.nextInt(bills.size())));
            PaymentOutcome outcome = books.pay(name, Money.ofMinor(cents), day, isCash, named);
            boolean isOpen = named.stream()
                    .allMatch(of -> plain.items.stream()
                            .anyMatch(item -> item.name.equals(of) && item.open > 0 && item.issued <= day));
            switch (outcome) {
                case Received _ -> {
                    assertThat(isOpen).isTrue();
                    plain.pay(name, cents, day, isCash, named);
                    payments.add(name);
                }
                case Refused _ -> assertThat(isOpen).isFalse();
            }
        }

        void requireEqual() {
            plain.items.forEach(item -> assertThat(books.open(ItemKey.bill(item.name)))
                    .as("open of %s", item.name)
                    .isEqualTo(Money.ofMinor(item.open)));
            plain.sources.forEach(source -> assertThat(books.leftOf(source.name))
                    .as("left of %s", source.name)
                    .isEqualTo(Money.ofMinor(source.left)));
            TrialBalance balance = TrialBalance.of(books.entries);
            AccountItems state = books.state();
            assertThat(balance.sum()).isEqualTo(Money.ZERO);
            assertThat(of(balance, LedgerAccount.RECEIVABLE)).isEqualTo(state.open());
            assertThat(of(balance, LedgerAccount.CUSTOMER_CREDIT).negated()).isEqualTo(state.credit());
            assertThat(books.entries).extracting(entry -> entry.key()).doesNotHaveDuplicates();
        }

        private static Money of(TrialBalance balance, LedgerAccount account) {
            return balance.balances().getOrDefault(account, Money.ZERO);
        }
    }

    /// Payments without names and without duty may come in any order and at any moment between bills that come in the
    /// order in which they are settled: once the credits are used, the same is open.
    @Property(tries = 200)
    void theOrderOfPlainPaymentsDoesNotMatter(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        List<Integer> bills = IntStream.range(0, 4)
                .map(_ -> random.nextInt(MOST_CENTS) + 1)
                .boxed()
                .toList();
        List<Integer> payments = IntStream.range(0, 4)
                .map(_ -> random.nextInt(MOST_CENTS) + 1)
                .boxed()
                .toList();
        assertThat(openAfter(bills, payments, random)).isEqualTo(openAfter(bills, payments, random));
    }

    private static List<Object> openAfter(List<Integer> bills, List<Integer> payments, Random random) {
        List<Integer> shuffled = new ArrayList<>(payments);
        Collections.shuffle(shuffled, random);
        CoreBooks books = new CoreBooks();
        int bill = 0;
        int paid = 0;
        while (bill < bills.size() || paid < shuffled.size()) {
            if (paid == shuffled.size() || bill < bills.size() && random.nextBoolean()) {
                books.bill("B" + bill, 1, 10 + bill, Money.ofMinor(bills.get(bill)));
                bill++;
            } else {
                books.pay("P" + paid, Money.ofMinor(shuffled.get(paid)), 5, false, List.of());
                paid++;
            }
        }
        books.use("use", 9);
        return List.of(books.state().items(), books.state().credit());
    }

    /// Whatever a payment settled or left, and wherever its credit went meanwhile: reversed, it never was.
    @Property(tries = 200)
    void aReversedPaymentLeavesWhatWasOpenWithoutIt(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        CoreBooks books = new CoreBooks();
        books.bill("B1", 1, 10, Money.ofMinor(random.nextInt(MOST_CENTS) + 1L));
        books.bill("B2", 2, 9, Money.ofMinor(random.nextInt(MOST_CENTS) + 1L));
        AccountItems before = books.state();
        books.pay("P", Money.ofMinor(random.nextInt(3 * MOST_CENTS) + 1L), 5, random.nextBoolean(), List.of());
        books.bill("B3", 6, 12, Money.ofMinor(MOST_CENTS));
        books.use("use", 7);
        books.reverse("P", 8);
        books.cancel("B3", 9);
        assertThat(books.state()).isEqualTo(before);
        assertThat(TrialBalance.of(books.entries).balances().get(new LedgerAccount("liabilities:tax:STAMP")))
                .isIn(null, Money.ZERO);
    }
}
