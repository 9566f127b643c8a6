package org.taswiya.store.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Account one owes a bill of 100.00 of day 10, due on day 28. A clerk decides 50.00 alone, the chief 500.00.
public final class AdjustmentsTest {
    public static final AdjustmentRules RULES = new AdjustmentRules(
            Map.of(
                    "billing-error", new AdjustmentReason("billing-error", null, true, true),
                    "goodwill", new AdjustmentReason("goodwill", new LedgerAccount("revenue:goodwill"), true, false),
                    "damage", new AdjustmentReason("damage", new LedgerAccount("revenue:damage"), false, true)),
            Money.parse("50"),
            Map.of("chief", Money.parse("500")),
            15,
            30);
    private static final Change CLERK = new Change(Instant.parse("2020-12-31T12:00:00Z"), "clerk", "looked at it");
    private static final Change CHIEF = new Change(Instant.parse("2020-12-31T13:00:00Z"), "chief", "agreed");

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "100.00", 10, 28);

    private static Days day(int day) {
        return new Days(SmallTown.day(day), SmallTown.TODAY);
    }

    private Adjustment of(String amount, String reason, @Nullable ItemKey item, @Nullable String key) {
        return new Adjustment(SmallTown.ONE, key, item, Money.parse(amount), reason, "letter 17");
    }

    private AdjustmentAnswer ask(String amount, String reason, @Nullable ItemKey item, int day, Change why) {
        return Adjustments.ask(database, RULES, of(amount, reason, item, null), day(day), why);
    }

    static String said(AdjustmentAnswer answer) {
        return switch (answer) {
            case AdjustmentAnswer.Done(var stored, var _) ->
                stored.number() + " " + stored.state().code();
            case AdjustmentAnswer.Refused(var reason, var _) -> reason.code();
        };
    }

    private void requireClean() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
    }

    private String balance(String account) {
        return Ledger.balance(database)
                .balances()
                .getOrDefault(new LedgerAccount(account), Money.ZERO)
                .toString();
    }

    @Test
    void aLoweringSettlesWhatItAdjusts() {
        assertThat(said(ask("-30.00", "billing-error", bill, 40, CLERK))).isEqualTo("AJ0000000001 booked");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 70.00; ");
        assertThat(town.credit(SmallTown.ONE)).isEmpty();
        assertThat(balance("revenue:water")).isEqualTo("-70.00");
        requireClean();
    }

    @Test
    void whatIsAboveTheOpenAmountBecomesACredit() {
        town.taken(SmallTown.payment(1, "80.00", Means.TRANSFER, 30, "a"));
        ask("-45.00", "goodwill", bill, 40, CLERK);
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("adjustment AJ0000000001 25.00; ");
        assertThat(balance("revenue:goodwill")).isEqualTo("45.00");
        requireClean();
    }

    @Test
    void anIncreaseOpensAnItemThatIsPaidLikeAnother() {
        ask("40.00", "damage", null, 40, CLERK);
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; adjustment AJ0000000001 40.00; ");
        ItemKey key = new ItemKey(org.taswiya.core.receivables.ItemKind.ADJUSTMENT, "AJ0000000001");
        town.taken(SmallTown.payment(1, "40.00", Means.TRANSFER, 41, "a", key));
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; ");
        requireClean();
    }

    @Test
    void aboveTheLimitAnotherPersonDecides() {
        assertThat(said(ask("-60.00", "goodwill", bill, 40, CLERK))).isEqualTo("AJ0000000001 asked");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; ");
        assertThat(said(Adjustments.approve(database, RULES, 1, day(41), CLERK)))
                .isEqualTo("same-person");
        assertThat(said(Adjustments.approve(database, RULES, 1, day(39), CHIEF)))
                .isEqualTo("wrong-day");
        assertThat(said(Adjustments.approve(database, RULES, 2, day(41), CHIEF)))
                .isEqualTo("unknown-number");
        assertThat(said(Adjustments.approve(database, RULES, 1, day(41), CHIEF)))
                .isEqualTo("AJ0000000001 booked");
        assertThat(said(Adjustments.refuse(database, 1, day(41), CHIEF))).isEqualTo("already-decided");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 40.00; ");
        assertThat(said(ask("-40.00", "goodwill", bill, 40, CHIEF))).isEqualTo("AJ0000000002 booked");
        requireClean();
    }

    private static Change later(Change change, int days) {
        return new Change(change.at().plus(Duration.ofDays(days)), change.author(), change.reason());
    }

    @Test
    void whatIsGivenInPartsCountsTogetherWhoeverGivesIt() {
        Change colleague = new Change(CLERK.at(), "colleague", "kind");
        assertThat(said(ask("-30.00", "goodwill", null, 40, CLERK))).endsWith("booked");
        assertThat(said(ask("-20.01", "goodwill", null, 40, CLERK))).endsWith("asked");
        assertThat(said(ask("20.01", "damage", null, 40, colleague))).endsWith("asked");
        assertThat(said(ask("-20.00", "goodwill", bill, 40, colleague))).endsWith("booked");
        assertThat(Adjustments.alone(database, SmallTown.ONE, RULES, CLERK.at()))
                .isEqualTo(Money.parse("50.00"));
        Adjustment others = new Adjustment(
                SmallTown.TWO, null, null, Money.parse("-50.00"), "goodwill", "letter 17");
        assertThat(said(Adjustments.ask(database, RULES, others, day(40), CLERK))).endsWith("booked");
        requireClean();
    }

    /// The clock counts, not the day that was typed.
    @Test
    void itCountsForAsManyDaysAsTheRulesSay() {
        ask("-50.00", "goodwill", bill, 40, CLERK);
        assertThat(said(ask("-1.00", "goodwill", bill, 90, later(CLERK, 29)))).endsWith("asked");
        assertThat(said(ask("-1.00", "goodwill", bill, 40, later(CLERK, 30)))).endsWith("booked");
    }

    @Test
    void whatWasTakenBackOrApprovedBySomebodyElseCountsForNothing() {
        ask("-50.00", "goodwill", bill, 40, CLERK);
        Adjustments.reverse(database, 1, day(41), CHIEF);
        ask("-60.00", "goodwill", bill, 41, CLERK);
        Adjustments.approve(database, RULES, 2, day(41), CHIEF);
        assertThat(said(ask("-40.00", "goodwill", bill, 42, CLERK))).endsWith("booked");
    }

    @Test
    void nobodyTakesMoreOffABillAloneThanItIsOf() {
        assertThat(said(ask("-100.01", "goodwill", bill, 40, CHIEF))).endsWith("asked");
        assertThat(said(ask("-100.00", "goodwill", bill, 40, CHIEF))).endsWith("booked");
        assertThat(said(ask("-0.01", "goodwill", bill, 40, CHIEF))).endsWith("asked");
    }

    @Test
    void theDatabaseRefusesASecondSignatureOfTheSamePerson() {
        ask("-60.00", "goodwill", bill, 40, CLERK);
        town.execute("insert into change values (90, '2020-12-31T00:00Z', 'clerk', 'by hand')");
        assertThatThrownBy(() ->
                        town.execute("insert into adjustment_decision values (1, true, '2020-03-01', null, 1, 90)"))
                .hasMessageContaining("refused");
    }

    @Test
    void whatIsRefusedChangesNothing() {
        ask("-60.00", "goodwill", bill, 40, CLERK);
        assertThat(said(Adjustments.refuse(database, 1, day(41), CLERK))).isEqualTo("AJ0000000001 refused");
        assertThat(said(Adjustments.reverse(database, 1, day(41), CLERK))).isEqualTo("not-in-force");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; ");
        requireClean();
    }

    @Test
    void theSameKeyCountsOnce() {
        Adjustment first = of("-30.00", "goodwill", bill, "letter-17");
        Adjustments.ask(database, RULES, first, day(40), CLERK);
        String digest = BooksDigest.of(database);
        assertThat(Adjustments.ask(database, RULES, first, day(44), CHIEF))
                .isInstanceOfSatisfying(
                        AdjustmentAnswer.Done.class,
                        again -> assertThat(again.isNew()).isFalse());
        assertThat(said(Adjustments.ask(database, RULES, of("-20", "goodwill", bill, "letter-17"), day(40), CLERK)))
                .isEqualTo("key-of-another");
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
    }

    @ParameterizedTest
    @CsvSource({
        "0, goodwill, true, 40, amount-zero",
        "-10, whim, true, 40, unknown-reason",
        "10, goodwill, true, 40, wrong-direction",
        "-10, damage, true, 40, wrong-direction",
        "-10, billing-error, false, 40, no-bill",
        "-100.01, billing-error, true, 40, more-than-billed",
        "-10, goodwill, true, 9, wrong-day",
        "-10, goodwill, true, 400, wrong-day",
    })
    void refused(String amount, String reason, boolean isOfBill, int day, String code) {
        assertThat(said(ask(amount, reason, isOfBill ? bill : null, day, CHIEF)))
                .isEqualTo(code);
        assertThat(town.number("select count(*) from adjustment")).isZero();
    }

    @Test
    void refusedForWhatIsNotThere() {
        assertThat(said(ask("-10", "goodwill", town.bill(2, "10.00", 1, 2), 40, CLERK)))
                .isEqualTo("unknown-item");
        Adjustment nobody = new Adjustment("9", null, null, Money.parse("-1"), "goodwill", "x");
        assertThat(said(Adjustments.ask(database, RULES, nobody, day(40), CLERK)))
                .isEqualTo("unknown-account");
    }

    @Test
    void notMoreThanWasBilledInAll() {
        ask("-45.00", "billing-error", bill, 40, CLERK);
        ask("-45.00", "billing-error", bill, 40, CHIEF);
        assertThat(said(ask("-10.01", "billing-error", bill, 40, CHIEF))).isEqualTo("more-than-billed");
        Adjustments.reverse(database, 2, day(41), CLERK);
        assertThat(said(ask("-10.01", "billing-error", bill, 41, CHIEF))).isEqualTo("AJ0000000003 booked");
        requireClean();
    }

    @Test
    void aReversalIsAMirror() {
        ask("-30.00", "billing-error", bill, 40, CLERK);
        ask("40.00", "damage", null, 40, CHIEF);
        town.taken(SmallTown.payment(1, "110.00", Means.TRANSFER, 41, "a"));
        assertThat(said(Adjustments.reverse(database, 1, day(42), CLERK))).isEqualTo("AJ0000000001 reversed");
        assertThat(said(Adjustments.reverse(database, 2, day(42), CLERK))).isEqualTo("AJ0000000002 reversed");
        assertThat(said(Adjustments.reverse(database, 2, day(42), CLERK))).isEqualTo("not-in-force");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 30.00; ");
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("payment R0000000001BD 40.00; ".replace("BD", check()));
        assertThat(balance("revenue:water")).isEqualTo("-100.00");
        assertThat(balance("revenue:damage")).isEqualTo("0.00");
        requireClean();
    }

    private String check() {
        return town.text("select right(receipt_number(1), 2)");
    }

    @Test
    void aCancelledBillTakesItsAdjustmentsWithIt() {
        ask("-30.00", "billing-error", bill, 40, CLERK);
        ask("20.00", "damage", bill, 40, CLERK);
        ask("-5.00", "goodwill", null, 40, CHIEF);
        town.cancel(bill);
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("adjustment AJ0000000003 5.00; ");
        assertThat(balance("revenue:water")).isEqualTo("0.00");
        assertThat(said(ask("-1.00", "goodwill", bill, 40, CLERK))).isEqualTo("cancelled-item");
        requireClean();
    }
}
