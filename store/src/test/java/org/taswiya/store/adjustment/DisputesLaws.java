package org.taswiya.store.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.Provision;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.ReversalAnswer;
import org.taswiya.store.receivables.Reversals;
import org.taswiya.store.receivables.SmallTown;

/// Bills of two accounts are disputed, adjusted, written off, recovered, paid and taken back, approved, refused and
/// reversed, in any order. After each of it what is kept is what the books say, and what the accounts owe is what was
/// billed and adjusted less what was paid, to the centime; said again, it changes nothing.
class DisputesLaws {
    private static final int EVENTS = Boolean.getBoolean("taswiya.long") ? 150 : 24;

    /// A connection for each look is most of the time that it takes.
    private static final int EACH_CHECKED = 3;

    private static final int MOST_CENTS = 20_000;

    /// Who decides 50.00 alone, and who 500.00.
    private static final Change CLERK = new Change(Instant.parse("2020-12-31T12:00:00Z"), "clerk", "law");

    private static final Change CHIEF = new Change(Instant.parse("2020-12-31T13:00:00Z"), "chief", "law");

    /// Account by account of the ledger that bears them; those of a bill are borne by its revenue.
    private static final Map<String, AdjustmentReason> REASONS = Map.of(
            "billing-error", new AdjustmentReason("billing-error", null, true, true),
            "goodwill", new AdjustmentReason("goodwill", new LedgerAccount("revenue:goodwill"), true, false),
            "damage", new AdjustmentReason("damage", new LedgerAccount("revenue:damage"), false, true),
            "bad-debt", new AdjustmentReason("bad-debt", Provision.ACCOUNT, true, false),
            "recovery",
                    new AdjustmentReason("recovery", new LedgerAccount("revenue:bad-debts-recovered"), false, true));

    private static final List<String> CODES = REASONS.keySet().stream().sorted().toList();
    private static final AdjustmentRules RULES =
            new AdjustmentRules(REASONS, Money.parse("50"), Map.of("chief", Money.parse("500")), 15, 30);

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void noCentimeIsCreatedOrLost(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) throws SQLException {
        Database database = TestDatabases.fresh();
        try (Connection looking = database.connect()) {
            Play play = new Play(database, looking, new Random(seed));
            for (int event = 1; event <= EVENTS; event++) {
                Command command = play.next(event);
                long changes = play.number("select max(id) from change");
                var _ = command.again().get();
                assertThat(play.number("select max(id) from change"))
                        .as("again: %s", command.what())
                        .isEqualTo(changes);
                if (event % EACH_CHECKED == 0) {
                    play.requireSound(command);
                }
            }
            String digest = BooksDigest.of(database);
            play.repeatAll();
            assertThat(BooksDigest.of(database)).isEqualTo(digest);
        }
    }

    /// What was done, and how it is said again.
    private record Command(String what, Supplier<Object> again) {}

    private static final class Play {
        private final Database database;
        private final Connection looking;
        private final SmallTown town;
        private final Random random;
        private final List<ItemKey> items = new ArrayList<>();
        private final Map<ItemKey, Integer> accounts = new HashMap<>();
        private final Map<ItemKey, Money> billed = new LinkedHashMap<>();
        private final Map<Payment, Receipt> taken = new LinkedHashMap<>();
        private final Set<Payment> reversed = new HashSet<>();
        private final Map<Adjustment, Change> asked = new LinkedHashMap<>();
        private Days day = new Days(SmallTown.TODAY, SmallTown.TODAY);

        Play(Database database, Connection looking, Random random) {
            this.database = database;
            this.looking = looking;
            this.town = new SmallTown(database).fill();
            this.random = random;
        }

        long number(String select) {
            try (PreparedStatement query = looking.prepareStatement(select)) {
                return Rows.list(query, row -> row.getLong(1)).getFirst();
            } catch (SQLException e) {
                throw new IllegalStateException(select, e);
            }
        }

        Command next(int event) {
            day = new Days(SmallTown.day(event), SmallTown.TODAY);
            return switch (random.nextInt(16)) {
                case 0, 1, 2 -> bill(event);
                case 3, 4 -> pay(event);
                case 5 -> reverse();
                case 6 -> cancel();
                case 7, 8, 9 -> dispute();
                case 10, 11 -> answer();
                case 12, 13 -> ask(event);
                case 14 -> decide();
                default -> done("credits", town::useCredits);
            };
        }

        private static Command done(String what, Supplier<Object> command) {
            return new Command(what + ": " + command.get(), command);
        }

        private static Command nothing() {
            return new Command("nothing", () -> "nothing");
        }

        /// Bills are written by hand here, and by no command.
        private Command bill(int event) {
            int account = 1 + random.nextInt(2);
            Money total = Money.ofMinor(1L + random.nextInt(MOST_CENTS));
            ItemKey bill = town.bill(account, total.toString(), event, event + random.nextInt(30));
            items.add(bill);
            accounts.put(bill, account);
            billed.put(bill, total);
            return new Command("bill of " + total, () -> bill);
        }

        private Command pay(int event) {
            ItemKey named = anyItem();
            int account = named == null ? 1 + random.nextInt(2) : Objects.requireNonNull(accounts.get(named));
            String amount = Money.ofMinor(2L + random.nextInt(2 * MOST_CENTS)).toString();
            Means means = random.nextBoolean() ? Means.CASH : Means.CHEQUE;
            ItemKey[] all = named == null ? new ItemKey[0] : new ItemKey[] {named};
            Payment payment = SmallTown.payment(account, amount, means, event, "k" + event, all);
            PaymentAnswer answer = town.pay(payment);
            if (answer instanceof PaymentAnswer.Taken(var receipt, var _, var _, var _)) {
                taken.put(payment, receipt);
            }
            return new Command(payment + ": " + answer, () -> town.pay(payment));
        }

        private @Nullable ItemKey anyItem() {
            return items.isEmpty() || random.nextInt(4) == 0 ? null : items.get(random.nextInt(items.size()));
        }

        private Command reverse() {
            if (taken.isEmpty()) {
                return nothing();
            }
            Payment payment = List.copyOf(taken.keySet()).get(random.nextInt(taken.size()));
            Receipt receipt = Objects.requireNonNull(taken.get(payment));
            Days on = day;
            Supplier<Object> command =
                    () -> Reversals.reverse(database, receipt.number(), on.on(), on.today(), CLERK, false);
            boolean isReversed = command.get() instanceof ReversalAnswer.Reversed;
            assertThat(isReversed).isEqualTo(reversed.add(payment));
            return new Command("reversal of " + payment, command);
        }

        private Command cancel() {
            List<ItemKey> bills = List.copyOf(billed.keySet());
            if (bills.isEmpty()) {
                return nothing();
            }
            ItemKey bill = bills.get(random.nextInt(bills.size()));
            BillNumber number = BillNumber.parse(bill.number()).orElseThrow();
            Days on = day;
            billed.remove(bill);
            return done("cancellation of " + bill, () -> Cancellations.cancel(database, number, on.on(), CLERK, false));
        }

        private Command dispute() {
            ItemKey item = anyItem();
            if (item == null) {
                return nothing();
            }
            Money amount = random.nextBoolean() ? null : Money.ofMinor(1L + random.nextInt(MOST_CENTS / 4));
            String reason = CODES.get(random.nextInt(CODES.size()));
            Disputes.Opened opened =
                    new Disputes.Opened("000000000" + accounts.get(item), item, amount, reason, "letter");
            Days on = day;
            return done("dispute of " + item, () -> Disputes.open(database, RULES, opened, on, anybody(on)));
        }

        /// The same again on the same day.
        private static Change anybody(Days on) {
            return on.on().getDayOfMonth() % 2 == 0 ? CLERK : CHIEF;
        }

        private Command answer() {
            long last = number("select count(*) from dispute");
            if (last == 0) {
                return nothing();
            }
            long id = 1L + random.nextInt((int) last);
            Days on = day;
            if (random.nextInt(3) == 0) {
                return done("rejection of " + id, () -> Disputes.reject(database, id, on, anybody(on)));
            }
            Money part = random.nextBoolean() ? null : Money.ofMinor(1L + random.nextInt(MOST_CENTS / 4));
            return done("upholding of " + id, () -> Disputes.uphold(database, RULES, id, part, on, anybody(on)));
        }

        private Command ask(int event) {
            ItemKey item = anyItem();
            int account = item == null ? 1 + random.nextInt(2) : Objects.requireNonNull(accounts.get(item));
            String code = CODES.get(random.nextInt(CODES.size()));
            long cents = 1L + random.nextInt(MOST_CENTS / 2);
            boolean isLowering = Objects.requireNonNull(REASONS.get(code)).isLowering();
            Adjustment adjustment = new Adjustment(
                    "000000000" + account,
                    "a" + event,
                    item,
                    Money.ofMinor(isLowering ? -cents : cents),
                    code,
                    "letter");
            Days on = day;
            Change why = anybody(on);
            AdjustmentAnswer answer = Adjustments.ask(database, RULES, adjustment, on, why);
            if (answer instanceof AdjustmentAnswer.Done(var stored, var _)) {
                asked.put(adjustment, why);
                ItemKey key = ItemKey.ofNumber(stored.number());
                if (!isLowering) {
                    items.add(key);
                    accounts.put(key, account);
                }
            }
            return new Command(
                    adjustment + ": " + AdjustmentsTest.said(answer),
                    () -> Adjustments.ask(database, RULES, adjustment, on, why));
        }

        private Command decide() {
            long last = number("select count(*) from adjustment");
            if (last == 0) {
                return nothing();
            }
            long id = 1L + random.nextInt((int) last);
            Days on = day;
            Change why = anybody(on);
            return switch (random.nextInt(4)) {
                case 0 -> done("refusal of " + id, () -> Adjustments.refuse(database, id, on, why));
                case 1, 2 -> done("approval of " + id, () -> Adjustments.approve(database, RULES, id, on, why));
                default -> done("reversal of " + id, () -> Adjustments.reverse(database, id, on, why));
            };
        }

        void requireSound(Command command) {
            assertThat(LedgerCheck.check(database).differences())
                    .as("after %s", command.what())
                    .isEmpty();
            assertThat(number("select count(*) from (select from posting group by entry having sum(amount) <> 0) u"))
                    .as("entries that do not balance after %s", command.what())
                    .isZero();
            List<StoredAdjustment> booked = Adjustments.list(database, null).stream()
                    .filter(one -> one.state() == StoredAdjustment.State.BOOKED)
                    .toList();
            requireOwed(command, booked);
            requireBorne(command, booked);
            assertThat(Disputes.list(database, null).stream()
                            .filter(one -> one.state() == StoredDispute.State.OPEN
                                    || one.state() == StoredDispute.State.UPHELD)
                            .map(StoredDispute::item))
                    .as("items with two disputes after %s", command.what())
                    .doesNotHaveDuplicates();
        }

        /// Account by account.
        private void requireOwed(Command command, List<StoredAdjustment> booked) {
            for (int n = 1; n <= 2; n++) {
                int account = n;
                String reference = "000000000" + n;
                Money owed = sum(billed.entrySet().stream()
                        .filter(bill -> Objects.equals(accounts.get(bill.getKey()), account))
                        .map(Map.Entry::getValue)
                        .toList());
                Money adjusted = sum(booked.stream()
                        .map(StoredAdjustment::adjustment)
                        .filter(one -> one.account().equals(reference))
                        .map(Adjustment::amount)
                        .toList());
                Money paid = sum(taken.values().stream()
                        .filter(one -> !reversed.contains(one.payment()))
                        .filter(one -> one.payment().account().equals(reference))
                        .map(one -> one.payment().amount().minus(one.stamp()))
                        .toList());
                assertThat(kept(reference))
                        .as("owed by %s after %s", reference, command.what())
                        .isEqualTo(owed.plus(adjusted).minus(paid));
            }
        }

        /// What is open less what is a credit.
        private Money kept(String account) {
            return Money.ofMinor(number(("select (select coalesce(sum(open), 0) from open_item where account = '%1$s')"
                            + " - (select coalesce(sum(open), 0) from open_credit where account = '%1$s')")
                    .formatted(account)));
        }

        /// By the accounts of the ledger, each of which sums to what was given on it.
        private void requireBorne(Command command, List<StoredAdjustment> booked) {
            Map<LedgerAccount, Money> balances = Ledger.balance(database).balances();
            assertThat(sum(balances.values())).isEqualTo(Money.ZERO);
            LedgerAccount water = new LedgerAccount("revenue:water");
            for (AdjustmentReason reason : REASONS.values()) {
                LedgerAccount against = reason.against();
                Money given = sum(booked.stream()
                        .map(StoredAdjustment::adjustment)
                        .filter(one -> one.reason().equals(reason.code()))
                        .map(Adjustment::amount)
                        .toList());
                Money expected = against == null ? sum(billed.values()).plus(given) : given;
                assertThat(balances.getOrDefault(against == null ? water : against, Money.ZERO))
                        .as("borne by %s after %s", reason.code(), command.what())
                        .isEqualTo(expected.negated());
            }
        }

        private static Money sum(Collection<Money> amounts) {
            return amounts.stream().reduce(Money.ZERO, Money::plus);
        }

        /// All that has a name, from the first one on.
        void repeatAll() {
            for (Payment payment : taken.keySet()) {
                assertThat(town.pay(payment))
                        .isInstanceOfSatisfying(
                                PaymentAnswer.Taken.class,
                                again -> assertThat(again.isNew()).isFalse());
            }
            asked.forEach((adjustment, why) -> assertThat(Adjustments.ask(database, RULES, adjustment, day, why))
                    .isInstanceOfSatisfying(
                            AdjustmentAnswer.Done.class,
                            again -> assertThat(again.isNew()).isFalse()));
        }
    }
}
