package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;

/// Bills, opening items, payments, the same payments again, reversals, cancellations and credits used, in any order:
/// what is kept is what bills, payments, allocations and the journal say, after each of them, and repetition changes
/// nothing.
class PaymentsLaws {
    private static final int EVENTS = 24;
    private static final int MOST_CENTS = 20_000;
    private static final List<Means> MEANS = List.of(Means.values());

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void whatIsKeptIsWhatTheBooksSay(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Database database = TestDatabases.fresh();
        Play play = new Play(new SmallTown(database).fill(), new Random(seed));
        for (int event = 1; event <= EVENTS; event++) {
            String what = play.next(event);
            assertThat(LedgerCheck.check(database).differences())
                    .as("after %s", what)
                    .isEmpty();
        }
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
        String digest = BooksDigest.of(database);
        play.repeatAll();
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
    }

    private static final class Play {
        private final SmallTown town;
        private final Random random;
        private final List<ItemKey> bills = new ArrayList<>();
        private final List<Payment> payments = new ArrayList<>();
        private final Set<String> reversed = new HashSet<>();

        Play(SmallTown town, Random random) {
            this.town = town;
            this.random = random;
        }

        String next(int event) {
            int account = 1 + random.nextInt(2);
            return switch (random.nextInt(9)) {
                case 0, 1 -> bill(account, event);
                case 2, 3, 4 -> pay(account, event);
                case 5 -> reverse();
                case 6 -> cancel();
                case 7 -> opening(account, event);
                default -> town.useCredits().toString();
            };
        }

        private String bill(int account, int event) {
            int cents = 1 + random.nextInt(MOST_CENTS);
            Money total = Money.ofMinor(random.nextInt(4) == 0 ? -cents : cents);
            bills.add(town.bill(account, total.toString(), event, event + random.nextInt(30)));
            return "bill of " + total;
        }

        private String pay(int account, int event) {
            Money amount = Money.ofMinor(1L + random.nextInt(2 * MOST_CENTS));
            Means means = MEANS.get(random.nextInt(MEANS.size()));
            ItemKey[] named = bills.isEmpty() || random.nextBoolean()
                    ? new ItemKey[0]
                    : new ItemKey[] {bills.get(random.nextInt(bills.size()))};
            Payment payment = SmallTown.payment(account, amount.toString(), means, event, "k" + event, named);
            if (town.pay(payment) instanceof PaymentAnswer.Taken) {
                payments.add(payment);
            }
            return payment.toString();
        }

        private String reverse() {
            if (payments.isEmpty()) {
                return "nothing";
            }
            Payment payment = payments.get(random.nextInt(payments.size()));
            Receipt receipt = town.taken(payment);
            boolean isNew = reversed.add(receipt.number().toString());
            assertThat(town.reverse(receipt) instanceof ReversalAnswer.Reversed).isEqualTo(isNew);
            return "reversal of " + payment;
        }

        private String cancel() {
            if (bills.isEmpty()) {
                return "nothing";
            }
            ItemKey bill = bills.remove(random.nextInt(bills.size()));
            town.cancel(bill);
            return "cancellation of " + bill;
        }

        private String opening(int account, int event) {
            int cents = 1 + random.nextInt(MOST_CENTS);
            Money amount = Money.ofMinor(random.nextBoolean() ? -cents : cents);
            town.opening("000000000" + account, "F" + event, amount.toString(), event);
            return "opening item of " + amount;
        }

        void repeatAll() {
            for (Payment payment : payments) {
                assertThat(town.pay(payment))
                        .isInstanceOfSatisfying(
                                PaymentAnswer.Taken.class,
                                again -> assertThat(again.isNew()).isFalse());
            }
        }
    }
}
