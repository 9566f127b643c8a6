package org.taswiya.store.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.store.receivables.SmallTown.ONE;
import static org.taswiya.store.receivables.SmallTown.TWO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.online.ProviderNotice;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

final class CardNoticesTest {
    private static final Instant AFTER_IT_EXPIRED = CardDesk.NOON.plus(Duration.ofHours(2));

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final CardDesk desk = new CardDesk(database);
    private final ItemKey bill = town.bill(1, "100.00", 10, 30);
    private final CardAttempt attempt = desk.attempt(ONE, bill);

    @AfterEach
    void theLedgerIsAsTheDocumentsSay() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(town.number("select sum(amount) from posting")).isZero();
    }

    private String balance(String account) {
        return town.text("select coalesce((select balance from ledger_balance where account = '" + account + "'), 0)");
    }

    @Test
    void whatWasPaidSettlesTheBillAndIsWithTheProvider() {
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T1", attempt, "100.00"))))
                .isEqualTo("as-asked booked");
        assertThat(town.open(ONE)).isEmpty();
        assertThat(balance("assets:collector:sandbox")).isEqualTo("10000");
        assertThat(desk.state(attempt, CardDesk.NOON)).isEqualTo("authorised");
    }

    @Test
    void howFarAnAttemptIs() {
        assertThat(desk.state(attempt, CardDesk.NOON)).isEqualTo("asked");
        CardAttempts.redirected(database, attempt, CardDesk.NOON);
        CardAttempts.redirected(database, attempt, CardDesk.NOON);
        assertThat(desk.state(attempt, CardDesk.NOON)).isEqualTo("redirected");
        assertThat(desk.state(attempt, AFTER_IT_EXPIRED)).isEqualTo("expired");
        assertThat(unpaid(CardDesk.NOON)).isEqualTo(1);
        assertThat(unpaid(AFTER_IT_EXPIRED)).as("asked for earlier").isZero();
        desk.tell(refused("T1"));
        assertThat(desk.state(attempt, AFTER_IT_EXPIRED)).isEqualTo("refused");
        assertThat(unpaid(CardDesk.NOON)).as("another card may be taken").isEqualTo(1);
        desk.tell(CardDesk.paid("T2", attempt, "100.00"));
        assertThat(unpaid(CardDesk.NOON)).isZero();
    }

    private int unpaid(Instant since) {
        return CardAttempts.unpaid(database, CardDesk.NOON, since).size();
    }

    private ProviderNotice refused(String transaction) {
        return new ProviderNotice(
                transaction, attempt.name(), "casablanca", false, Money.parse("100.00"), SmallTown.TODAY);
    }

    /// The bill is 100.00; in each row the last of the notices is the trap.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            theSameAgain,               T1, casablanca, 100.00, as-asked booked,       100.00
            replayedWithAnotherAmount,  T1, casablanca, 900.00, other-contents refused, 100.00
            replayedWithACentimeLess,   T1, casablanca,  99.99, other-contents refused, 100.00
            paidTwice,                  T2, casablanca, 100.00, paid-again booked,     200.00
            ofAnotherUtility,           T2, rabat,      100.00, other-utility refused, 100.00
            negative,                   T2, casablanca,-100.00, bad-amount refused,    100.00
            nothing,                    T2, casablanca,   0.00, bad-amount refused,    100.00
            """)
    void afterItWasPaid(
            String trap, String transaction, String utility, String amount, String said, String withTheProvider) {
        desk.tell(CardDesk.paid("T1", attempt, "100.00"));
        ProviderNotice notice =
                new ProviderNotice(transaction, attempt.name(), utility, true, Money.parse(amount), SmallTown.TODAY);
        assertThat(CardDesk.said(desk.tell(notice))).isEqualTo(said);
        assertThat(CardDesk.said(desk.tell(notice))).as("and again").isEqualTo(said);
        assertThat(balance("assets:collector:sandbox"))
                .as("%s", trap)
                .isEqualTo(Long.toString(Money.parse(withTheProvider).minorUnits()));
    }

    @Test
    void whatIsRefusedIsKeptOnce() {
        desk.tell(CardDesk.paid("T1", attempt, "100.00"));
        desk.tell(CardDesk.paid("T1", attempt, "900.00"));
        desk.tell(CardDesk.paid("T1", attempt, "900.00"));
        assertThat(CardNotices.odd(database, 10))
                .singleElement()
                .satisfies(odd -> assertThat(odd.reason() + " " + odd.said())
                        .isEqualTo("other-contents T1|CP0000000001|casablanca|paid|900.00|2020-12-31"));
    }

    @Test
    void moneyThatComesAfterTheAttemptExpiredPaysTheBill() {
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T1", attempt, "100.00"), AFTER_IT_EXPIRED)))
                .isEqualTo("late booked");
        assertThat(town.open(ONE)).isEmpty();
    }

    @Test
    void aSecondCardAfterARefusedOne() {
        assertThat(CardDesk.said(desk.tell(refused("T1")))).isEqualTo("as-asked unpaid");
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T2", attempt, "100.00"))))
                .isEqualTo("as-asked booked");
        assertThat(CardDesk.said(desk.tell(refused("T3"))))
                .as("told out of order")
                .isEqualTo("as-asked unpaid");
        assertThat(desk.state(attempt, CardDesk.NOON)).isEqualTo("authorised");
    }

    @Test
    void anotherAmountThanWasAskedForFollowsTheCommonOrder() {
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T1", attempt, "150.00"))))
                .isEqualTo("other-amount booked");
        assertThat(town.open(ONE)).isEmpty();
        assertThat(town.credit(ONE)).endsWith(" 50.00; ");
    }

    @Test
    void aBillCancelledMeanwhileLeavesACredit() {
        town.cancel(bill);
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T1", attempt, "100.00"))))
                .isEqualTo("cancelled-item booked");
        assertThat(town.credit(ONE)).endsWith(" 100.00; ");
    }

    @Test
    void aBillPaidAtTheTillMeanwhileLeavesACredit() {
        town.pay(SmallTown.payment(1, "100.00", Means.CHEQUE, 364, "K1", bill));
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T1", attempt, "100.00"))))
                .isEqualTo("already-closed booked");
        assertThat(town.credit(ONE)).endsWith(" 100.00; ");
    }

    @Test
    void anAttemptThatWasNeverMade() {
        CardAttempt invented =
                new CardAttempt(99, CardDesk.PROVIDER, ONE, attempt.items(), attempt.amount(), CardDesk.NOON);
        assertThat(CardDesk.said(desk.tell(CardDesk.paid("T1", invented, "100.00"))))
                .isEqualTo("unknown-attempt refused");
        assertThat(CardNotices.odd(database, 10)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"toCome, 2021-01-02, 2020-12-31", "yesterday, 2020-12-30, 2020-12-30"})
    void theDayOnWhichItIsBooked(String trap, String told, String booked) {
        desk.tell(
                new ProviderNotice("T1", attempt.name(), "casablanca", true, attempt.amount(), LocalDate.parse(told)));
        assertThat(town.text("select received_on from payment")).as(trap).isEqualTo(booked);
    }

    @Test
    void aDayWhoseMonthIsClosedIsBookedToday() {
        town.execute("insert into closed_month values ('2020-11-01', null, null, 0, 0, 1)");
        desk.tell(new ProviderNotice(
                "T1", attempt.name(), "casablanca", true, attempt.amount(), LocalDate.of(2020, 11, 30)));
        assertThat(town.text("select received_on from payment")).isEqualTo("2020-12-31");
    }

    @Test
    void whoDoesNotKnowTheBillOfTheAccountSeesNothing() {
        assertThat(desk.wish(TWO, bill.number())).isEqualTo(new AskedCard.Refused(AskedCard.Reason.UNKNOWN_BILL));
        desk.tell(CardDesk.paid("T1", attempt, "100.00"));
        assertThat(desk.wish(ONE, bill.number())).isEqualTo(new AskedCard.Refused(AskedCard.Reason.NOTHING_DUE));
        assertThat(CardAttempts.last(database, CardDesk.NOON, 10)).hasSize(1);
    }
}
