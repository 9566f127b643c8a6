package org.taswiya.store.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.SmallTown;

/// Bills, payments, adjustments asked for, approved, refused, reversed, bills and payments taken back, in any order:
/// what is kept is what the books say after each of them, and repetition changes nothing.
class AdjustmentsLaws {
    private static final int EVENTS = 30;
    private static final int MOST_CENTS = 20_000;
    private static final List<String> REASONS = List.of("billing-error", "goodwill", "damage");
    private static final Days TODAY = new Days(SmallTown.TODAY, SmallTown.TODAY);
    private static final Change CLERK = new Change(Instant.parse("2020-12-31T12:00:00Z"), "clerk", "law");
    private static final Change CHIEF = new Change(Instant.parse("2020-12-31T13:00:00Z"), "chief", "law");

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void whatIsKeptIsWhatTheBooksSay(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Database database = TestDatabases.fresh();
        Play play = new Play(database, new Random(seed));
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
        private final Database database;
        private final SmallTown town;
        private final Random random;
        private final List<ItemKey> items = new ArrayList<>();
        private final List<Payment> payments = new ArrayList<>();
        private final Map<Adjustment, Change> asked = new LinkedHashMap<>();

        Play(Database database, Random random) {
            this.database = database;
            this.town = new SmallTown(database).fill();
            this.random = random;
        }

        String next(int event) {
            return switch (random.nextInt(10)) {
                case 0, 1 -> bill(event);
                case 2, 3 -> pay(event);
                case 4, 5, 6 -> ask(event);
                case 7 -> decide();
                case 8 -> takeBack();
                default -> town.useCredits().toString();
            };
        }

        private String bill(int event) {
            Money total = Money.ofMinor(1L + random.nextInt(MOST_CENTS));
            items.add(town.bill(1, total.toString(), event, event + random.nextInt(30)));
            return "bill of " + total;
        }

        private String pay(int event) {
            Money amount = Money.ofMinor(1L + random.nextInt(2 * MOST_CENTS));
            ItemKey named = anyItem();
            Payment payment = named == null
                    ? SmallTown.payment(1, amount.toString(), Means.CASH, event, "k" + event)
                    : SmallTown.payment(1, amount.toString(), Means.CHEQUE, event, "k" + event, named);
            if (town.pay(payment) instanceof PaymentAnswer.Taken) {
                payments.add(payment);
            }
            return payment.toString();
        }

        private @Nullable ItemKey anyItem() {
            return items.isEmpty() || random.nextInt(3) == 0 ? null : items.get(random.nextInt(items.size()));
        }

        private String ask(int event) {
            Money amount = Money.ofMinor(random.nextInt(MOST_CENTS) - MOST_CENTS / 2);
            String reason = REASONS.get(random.nextInt(REASONS.size()));
            Adjustment adjustment = new Adjustment(SmallTown.ONE, "a" + event, anyItem(), amount, reason, "letter");
            Change why = random.nextBoolean() ? CLERK : CHIEF;
            AdjustmentAnswer answer = Adjustments.ask(database, AdjustmentsTest.RULES, adjustment, TODAY, why);
            if (answer instanceof AdjustmentAnswer.Done(var stored, var _)) {
                asked.put(adjustment, why);
                if (!adjustment.isLowering()) {
                    items.add(ItemKey.ofNumber(stored.number()));
                }
            }
            return adjustment + ": " + AdjustmentsTest.said(answer);
        }

        private String decide() {
            if (asked.isEmpty()) {
                return "nothing";
            }
            long id = 1L + random.nextInt(asked.size());
            return switch (random.nextInt(3)) {
                case 0 -> "refused " + AdjustmentsTest.said(Adjustments.refuse(database, id, TODAY, CHIEF));
                case 1 ->
                    "approved "
                            + AdjustmentsTest.said(
                                    Adjustments.approve(database, AdjustmentsTest.RULES, id, TODAY, CHIEF));
                default -> "reversed " + AdjustmentsTest.said(Adjustments.reverse(database, id, TODAY, CHIEF));
            };
        }

        private String takeBack() {
            if (random.nextBoolean() && !payments.isEmpty()) {
                Payment payment = payments.get(random.nextInt(payments.size()));
                town.reverse(town.taken(payment));
                return "reversal of " + payment;
            }
            List<ItemKey> bills =
                    items.stream().filter(key -> !key.number().startsWith("AJ")).toList();
            if (bills.isEmpty()) {
                return "nothing";
            }
            ItemKey bill = bills.get(random.nextInt(bills.size()));
            items.remove(bill);
            town.cancel(bill);
            return "cancellation of " + bill;
        }

        void repeatAll() {
            asked.forEach((adjustment, why) -> assertThat(
                            Adjustments.ask(database, AdjustmentsTest.RULES, adjustment, TODAY, why))
                    .isInstanceOfSatisfying(
                            AdjustmentAnswer.Done.class,
                            again -> assertThat(again.isNew()).isFalse()));
        }
    }
}
