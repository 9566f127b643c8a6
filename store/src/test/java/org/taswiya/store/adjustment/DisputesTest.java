package org.taswiya.store.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Account one owes a bill of 100.00 of day 10 and disputes it. A clerk grants 50.00 alone.
final class DisputesTest {
    private static final Change CLERK = new Change(Instant.parse("2020-12-31T12:00:00Z"), "clerk", "letter");
    private static final Change CHIEF = new Change(Instant.parse("2020-12-31T13:00:00Z"), "chief", "agreed");

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "100.00", 10, 28);

    private static Days day(int day) {
        return new Days(SmallTown.day(day), SmallTown.TODAY);
    }

    private String open(ItemKey item, @Nullable String amount, String reason, int day) {
        return said(Disputes.open(
                database,
                AdjustmentsTest.RULES,
                new Disputes.Opened(
                        SmallTown.ONE, item, amount == null ? null : Money.parse(amount), reason, "letter 17"),
                day(day),
                CLERK));
    }

    private String uphold(@Nullable String amount, int day, Change why) {
        return said(Disputes.uphold(
                database, AdjustmentsTest.RULES, 1, amount == null ? null : Money.parse(amount), day(day), why));
    }

    private static String said(DisputeAnswer answer) {
        return switch (answer) {
            case DisputeAnswer.Done(var dispute) -> dispute.state().code() + " " + dispute.amount();
            case DisputeAnswer.Refused(var reason, var _) -> reason.code();
        };
    }

    private StoredDispute dispute() {
        return Disputes.of(database, 1).orElseThrow();
    }

    @Test
    void allThatIsOpenUnlessSaid() {
        assertThat(open(bill, null, "billing-error", 40)).isEqualTo("open 100.00");
        assertThat(dispute().isWhole()).isTrue();
        assertThat(dispute().answerBy()).isEqualTo(SmallTown.day(70));
        assertThat(dispute().isLate(SmallTown.day(70))).isFalse();
        assertThat(dispute().isLate(SmallTown.day(71))).isTrue();
        assertThat(open(bill, "10", "billing-error", 41)).isEqualTo("disputed-already");
    }

    @Test
    void rejectedItIsOwedAsBefore() {
        open(bill, "40", "billing-error", 40);
        assertThat(said(Disputes.reject(database, 1, day(39), CLERK))).isEqualTo("wrong-day");
        assertThat(said(Disputes.reject(database, 1, day(50), CLERK))).isEqualTo("rejected 40.00");
        assertThat(said(Disputes.reject(database, 1, day(50), CLERK))).isEqualTo("already-decided");
        assertThat(said(Disputes.reject(database, 2, day(50), CLERK))).isEqualTo("unknown-number");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; ");
        assertThat(open(bill, "40", "goodwill", 51)).isEqualTo("open 40.00");
    }

    @Test
    void upheldItIsAdjustedAtOnceWithinTheLimit() {
        open(bill, "40", "billing-error", 40);
        assertThat(uphold("40.01", 50, CLERK)).isEqualTo("more-than-billed");
        assertThat(uphold("30", 50, CLERK)).isEqualTo("settled 40.00");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 70.00; ");
        assertThat(uphold(null, 50, CLERK)).isEqualTo("already-decided");
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    @Test
    void aboveTheLimitItStandsUntilSomebodyElseHasDecided() {
        open(bill, null, "billing-error", 40);
        assertThat(uphold(null, 50, CLERK)).isEqualTo("upheld 100.00");
        assertThat(open(bill, "1", "goodwill", 51)).isEqualTo("disputed-already");
        Adjustments.approve(database, AdjustmentsTest.RULES, 1, day(55), CHIEF);
        assertThat(dispute().state()).isEqualTo(StoredDispute.State.SETTLED);
        assertThat(dispute().end())
                .isNotNull()
                .satisfies(end -> assertThat(end.settledOn()).isEqualTo(SmallTown.day(55)));
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 100.01, billing-error, 40, more-than-billed",
        "true, 0, billing-error, 40, more-than-billed",
        "true, 10, whim, 40, unknown-reason",
        "true, 10, damage, 40, wrong-direction",
        "true, 10, billing-error, 9, wrong-day",
        "true, 10, billing-error, 400, wrong-day",
        "false, 10, billing-error, 40, unknown-item",
    })
    void refused(boolean isBill, String amount, String reason, int day, String code) {
        assertThat(open(isBill ? bill : ItemKey.opening("F9"), amount, reason, day))
                .isEqualTo(code);
        assertThat(Disputes.list(database, null)).isEmpty();
    }

    /// By the words in which somebody asked: an `opening` is nothing that anybody has typed.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mistyped       | 1 | XX           | unknown-item: account 0000000001 has neither a bill nor any other item XX; \
        check the number: a bill's has ten digits and the two letters that go with them
        noSuchBill     | 1 | 0000000099DV | unknown-item: account 0000000001 has no bill 0000000099DV; check the number
        noAdjustment   | 1 | AJ0000000009 | unknown-item: account 0000000001 owes nothing by adjustment AJ0000000009; \
        check the number
        noDeposit      | 1 | D0000000009  | unknown-item: account 0000000001 has no deposit D0000000009; \
        check the number
        othersBill     | 2 | 0000000001AB | unknown-item: bill 0000000001AB is of another account than 0000000002; \
        check both numbers
        takenBack      | 1 | 0000000002AC | cancelled-item: bill 0000000002AC was taken back: nothing of it is owed, \
        and there is nothing to dispute
        paid           | 1 | F1           | unknown-item: nothing of item F1 of the old system is open; if it was \
        wrong, ask for an adjustment of it
        noAccount      | 9 | XX           | unknown-account: there is no account 0000000009; check the number
        moreThanIsOpen | 1 | 0000000001AB | more-than-billed: found 1000.00, and 100.00 of bill 0000000001AB is open; \
        dispute what is above zero and not above that
        """)
    void whatIsNotOpenIsSaidInTheWordsOfWhoAsked(String trap, int account, String number, String said) {
        town.cancel(town.bill(1, "70.00", 10, 28));
        town.opening(SmallTown.ONE, "F1", "7.00", 5);
        town.taken(SmallTown.payment(1, "7.00", Means.CHEQUE, 20, "", ItemKey.opening("F1")));
        DisputeAnswer answer = Disputes.open(
                database,
                AdjustmentsTest.RULES,
                new Disputes.Opened(
                        "000000000" + account,
                        ItemKey.ofNumber(number),
                        Money.parse("1000"),
                        "billing-error",
                        "letter 17"),
                day(40),
                CLERK);
        assertThat(answer)
                .as(trap)
                .isInstanceOfSatisfying(
                        DisputeAnswer.Refused.class,
                        refused -> assertThat(refused.reason().code() + ": " + refused.found())
                                .isEqualTo(said));
    }
}
