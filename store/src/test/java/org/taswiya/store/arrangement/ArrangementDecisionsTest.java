package org.taswiya.store.arrangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.arrangement.ArrangementState;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.AdjustmentsTest;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.SmallTown;

/// Account one is a household's, two a professional's, to whom nothing is arranged here. Instalments are due on days 45
/// (15 February), 74 and 105 of 2020, with ten days of grace.
final class ArrangementDecisionsTest {
    private static final ArrangementRules RULES = new ArrangementRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new ArrangementPolicy(Decimal.of(2), 6, 3, Money.parse("1000"), Money.parse("10"), 15, 10, null)));

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "200.00", 10, 28);
    private final ItemKey other = town.bill(1, "100.00", 12, 30);

    @AfterEach
    void theBooksAgree() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private static Asked asked(@Nullable Integer months, int day, @Nullable String approver) {
        return new Asked(RULES, WorkingDays.ALL, months, SmallTown.day(day), RequestChannel.PHONE, approver);
    }

    private ArrangementAnswer grant(String account, @Nullable Integer months, @Nullable String approver) {
        return ArrangementDecisions.grant(
                database, account, asked(months, 30, approver), SmallTown.TODAY, SmallTown.WHY, false);
    }

    private ArrangementReason refused(ArrangementAnswer answer) {
        return ((ArrangementAnswer.Refused) answer).reason();
    }

    private ArrangementState state(int day) {
        return Arrangements.of(database, 1)
                .orElseThrow()
                .standingOn(SmallTown.day(day))
                .state();
    }

    private Receipt pay(String amount, int day, String key) {
        return town.taken(SmallTown.payment(1, amount, Means.CHEQUE, day, key));
    }

    @Test
    void whatIsGrantedIsWhatIsReadAgain() {
        StoredArrangement granted = ((ArrangementAnswer.Done) grant(SmallTown.ONE, 3, null)).arrangement();
        assertThat(Arrangements.of(database, 1)).contains(granted);
        assertThat(Arrangements.list(database, SmallTown.ONE)).containsExactly(granted);
        assertThat(granted.arrangement().items()).extracting(item -> item.key()).containsExactly(bill, other);
        assertThat(granted.arrangement().schedule().instalments())
                .extracting(instalment -> instalment.dueOn() + " " + instalment.amount())
                .containsExactly("2020-02-15 100.00", "2020-03-15 100.00", "2020-04-15 100.00");
        assertThat(granted.granted().author()).isEqualTo("till");
        assertThat(granted.isUnasked()).isFalse();
    }

    private void dispute(ItemKey item, @Nullable String amount) {
        Disputes.Opened opened = new Disputes.Opened(
                SmallTown.ONE, item, amount == null ? null : Money.parse(amount), "billing-error", "letter 17");
        Adjustments.Days days = new Adjustments.Days(SmallTown.day(29), SmallTown.TODAY);
        assertThat(Disputes.open(database, AdjustmentsTest.RULES, opened, days, SmallTown.WHY))
                .isInstanceOf(DisputeAnswer.Done.class);
    }

    /// The older bill is disputed: it is not arranged, and the instalment that is paid settles the other one.
    @Test
    void whatIsDisputedIsNeitherArrangedNorPaidByAnInstalment() {
        dispute(bill, null);
        StoredArrangement granted = ((ArrangementAnswer.Done) grant(SmallTown.ONE, 2, null)).arrangement();
        assertThat(granted.arrangement().items()).extracting(item -> item.key()).containsExactly(other);
        assertThat(granted.arrangement().schedule().total()).isEqualTo(Money.parse("100.00"));
        assertThat(granted.found()).isEqualTo("asked for; 200.00 is disputed and left out");
        pay("50.00", 45, "a");
        assertThat(state(50)).isEqualTo(ArrangementState.KEPT);
        assertThat(town.open(SmallTown.ONE)).contains(bill + " 200.00", other + " 50.00");
    }

    @Test
    void ofWhatIsDisputedInPartTheRestIsArranged() {
        dispute(bill, "150.00");
        StoredArrangement granted = ((ArrangementAnswer.Done) grant(SmallTown.ONE, 2, null)).arrangement();
        assertThat(granted.arrangement().items())
                .extracting(item -> item.key() + " " + item.amount())
                .containsExactly(other + " 100.00", bill + " 50.00");
        pay("75.00", 45, "a");
        pay("75.00", 74, "b");
        assertThat(state(74)).isIn(ArrangementState.SETTLED, ArrangementState.SETTLED_EARLY);
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 150.00; ");
    }

    /// The arrangement came first, so its instalments are paid by it as before.
    @Test
    void whatIsDisputedOnceItIsArrangedKeepsItsPlace() {
        grant(SmallTown.ONE, 3, null);
        dispute(bill, null);
        pay("100.00", 45, "a");
        assertThat(state(46)).isEqualTo(ArrangementState.KEPT);
        assertThat(town.open(SmallTown.ONE)).contains(bill + " 100.00", other + " 100.00");
    }

    @Test
    void anInstalmentIsKeptWhenItIsPaidAndABouncedChequeTakesItBack() {
        grant(SmallTown.ONE, 3, null);
        Receipt first = pay("100.00", 45, "a");
        assertThat(state(46)).isEqualTo(ArrangementState.KEPT);
        assertThat(state(80)).isEqualTo(ArrangementState.LATE);
        pay("100.00", 84, "b");
        assertThat(state(85)).isEqualTo(ArrangementState.KEPT);
        town.reverse(first);
        assertThat(state(46)).isEqualTo(ArrangementState.LATE);
        assertThat(state(56)).isEqualTo(ArrangementState.BROKEN);
    }

    /// What was paid before signing counts for nothing, also when it is taken back later and the bill is open again.
    @Test
    void whatWasPaidBeforeSigningIsNoInstalment() {
        Receipt before = pay("50.00", 20, "a");
        StoredArrangement granted = ((ArrangementAnswer.Done) grant(SmallTown.ONE, 2, null)).arrangement();
        assertThat(granted.arrangement().schedule().total()).isEqualTo(Money.parse("250.00"));
        assertThat(granted.settled()).isEmpty();
        town.reverse(before);
        assertThat(Arrangements.of(database, 1).orElseThrow().settled()).isEmpty();
        pay("125.00", 45, "b");
        assertThat(state(50)).isEqualTo(ArrangementState.KEPT);
    }

    @Test
    void aCreditThatIsUsedSettlesAsMoneyDoes() {
        grant(SmallTown.ONE, 2, null);
        town.bill(1, "-300.00", 40, 40);
        town.useCredits();
        assertThat(state(366)).isEqualTo(ArrangementState.SETTLED);
    }

    @Test
    void aBillThatIsCancelledIsOwedNoMore() {
        grant(SmallTown.ONE, 3, null);
        pay("100.00", 45, "a");
        town.cancel(bill);
        town.useCredits();
        StoredArrangement now = Arrangements.of(database, 1).orElseThrow();
        assertThat(now.standingOn(SmallTown.TODAY).state()).isEqualTo(ArrangementState.SETTLED);
        assertThat(now.standingOn(SmallTown.TODAY).settled()).isEqualTo(Money.parse("300.00"));
    }

    @Test
    void aboveItsLimitAClerkNeedsSomebodyElse() {
        assertThat(refused(grant(SmallTown.ONE, 4, null))).isEqualTo(ArrangementReason.NEEDS_APPROVAL);
        assertThat(refused(grant(SmallTown.ONE, 4, "till"))).isEqualTo(ArrangementReason.OWN_APPROVAL);
        assertThat(((ArrangementAnswer.Done) grant(SmallTown.ONE, 4, "chief"))
                        .arrangement()
                        .approvedBy())
                .isEqualTo("chief");
    }

    @Test
    void whatCannotBeGrantedSaysWhy() {
        assertThat(refused(grant("0000000009", 3, null))).isEqualTo(ArrangementReason.UNKNOWN_ACCOUNT);
        town.bill(2, "500.00", 10, 30);
        assertThat(refused(grant(SmallTown.TWO, 3, null))).isEqualTo(ArrangementReason.NONE_FOR_CLASS);
        assertThat(refused(grant("0000000003", 3, null))).isEqualTo(ArrangementReason.NOTHING_OPEN);
        assertThat(refused(grant(SmallTown.ONE, null, null))).isEqualTo(ArrangementReason.USUAL_UNKNOWN);
        grant(SmallTown.ONE, 3, null);
        assertThat(refused(grant(SmallTown.ONE, 3, null))).isEqualTo(ArrangementReason.RUNNING);
        assertThat(town.number("select count(*) from arrangement")).isEqualTo(1);
    }

    @Test
    void anotherTakesThePlaceOfOneThatIsBroken() {
        grant(SmallTown.ONE, 3, null);
        pay("60.00", 45, "a");
        assertThat(state(60)).isEqualTo(ArrangementState.BROKEN);
        StoredArrangement second = ((ArrangementAnswer.Done) ArrangementDecisions.renegotiate(
                        database, 1, asked(2, 60, null), SmallTown.TODAY, SmallTown.WHY, false))
                .arrangement();
        assertThat(second.arrangement().schedule().total()).isEqualTo(Money.parse("240.00"));
        assertThat(second.replaces()).isEqualTo(1);
        assertThat(state(60)).isEqualTo(ArrangementState.RENEGOTIATED);
        assertThat(second.settled()).isEmpty();
        assertThat(refused(ArrangementDecisions.end(
                        database, 1, SmallTown.day(61), SmallTown.TODAY, SmallTown.WHY, false)))
                .isEqualTo(ArrangementReason.NOT_RUNNING);
    }

    @Test
    void whatIsEndedOrTriedLeavesWhatItShould() {
        ArrangementDecisions.grant(database, SmallTown.ONE, asked(3, 30, null), SmallTown.TODAY, SmallTown.WHY, true);
        assertThat(town.number("select count(*) from arrangement")).isZero();
        grant(SmallTown.ONE, 3, null);
        LocalDate before = SmallTown.day(29);
        assertThat(refused(ArrangementDecisions.end(database, 1, before, SmallTown.TODAY, SmallTown.WHY, false)))
                .isEqualTo(ArrangementReason.WRONG_DAY);
        ArrangementDecisions.end(database, 1, SmallTown.day(40), SmallTown.TODAY, SmallTown.WHY, false);
        assertThat(state(39)).isEqualTo(ArrangementState.KEPT);
        assertThat(state(40)).isEqualTo(ArrangementState.ENDED);
        assertThat(ArrangementDecisions.refuse(
                        database, SmallTown.ONE, RequestChannel.APP, 12, SmallTown.day(41), SmallTown.WHY))
                .isTrue();
        assertThat(town.text("select months || channel::text from arrangement_refusal"))
                .isEqualTo("12app");
    }

    @Test
    void nothingStandsInPartsAndNothingIsEdited() {
        grant(SmallTown.ONE, 3, null);
        assertThatThrownBy(() -> town.execute("update instalment set amount = 1"))
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> town.execute(
                        "insert into arrangement select 2, account, signed_on, after_entry, channel, 1, true, 'x',"
                                + " null, null, change from arrangement"))
                .hasMessageContaining("instalments of");
    }

    @Test
    void anOfferWritesNothing() {
        assertThat(ArrangementDecisions.offer(database, SmallTown.ONE, RULES, WorkingDays.ALL, 3, SmallTown.day(30)))
                .isInstanceOf(ArrangementOffer.Offered.class);
        assertThat(town.number("select count(*) from arrangement")).isZero();
    }
}
