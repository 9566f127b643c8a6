package org.taswiya.store.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.store.receivables.SmallTown.ONE;

import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Reversals;
import org.taswiya.store.receivables.SmallTown;

final class CardRefundsTest {
    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final CardDesk desk = new CardDesk(database);
    private final ItemKey bill = town.bill(1, "100.00", 10, 30);
    private final CardAttempt attempt = desk.attempt(ONE, bill);
    private final ReceiptNumber receipt =
            Objects.requireNonNull(((NoticeAnswer.Kept) desk.tell(CardDesk.paid("T1", attempt, "100.00"))).receipt());

    @AfterEach
    void theLedgerIsAsTheDocumentsSay() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(town.number("select sum(amount) from posting")).isZero();
    }

    private static Change by(String author) {
        return new Change(CardDesk.NOON, author, "paid twice");
    }

    private String ask(ReceiptNumber number) {
        return said(CardRefunds.ask(database, number, by("amina")));
    }

    private String approve(String author) {
        return said(CardRefunds.approve(database, 1, SmallTown.TODAY, by(author)));
    }

    private String ended(boolean isDone) {
        return said(CardRefunds.ended(database, 1, isDone, "said", SmallTown.TODAY, by("online")));
    }

    private static String said(CardRefunds.Answer answer) {
        return switch (answer) {
            case CardRefunds.Answer.Done(var refund) -> refund.state().code();
            case CardRefunds.Answer.Refused(var reason, var _) -> reason.code();
        };
    }

    private String withTheProvider() {
        return town.text("select balance from ledger_balance where account = 'assets:collector:sandbox'");
    }

    @Test
    void twoPeopleSendAPaymentBackAndTheBillIsOwedAgain() {
        assertThat(ask(receipt)).isEqualTo("asked");
        assertThat(ask(receipt)).isEqualTo("already-back");
        assertThat(approve("amina")).isEqualTo("same-person");
        assertThat(town.open(ONE)).as("nothing has moved").isEmpty();
        assertThat(approve("brahim")).isEqualTo("approved");
        assertThat(approve("brahim")).isEqualTo("already-decided");
        assertThat(CardRefunds.approved(database, CardDesk.PROVIDER))
                .singleElement()
                .satisfies(refund -> assertThat(refund.name() + " " + refund.transaction() + " " + refund.amount())
                        .isEqualTo("CR0000000001 T1 100.00"));
        assertThat(town.open(ONE)).isEqualTo(bill + " 100.00; ");
        assertThat(ended(true)).isEqualTo("done");
        assertThat(ended(true)).isEqualTo("already-decided");
        assertThat(ended(false)).isEqualTo("already-decided");
        assertThat(withTheProvider()).isEqualTo("0");
        assertThat(desk.state(attempt, CardDesk.NOON)).isEqualTo("refunded");
        assertThat(ask(receipt)).isEqualTo("already-back");
    }

    @Test
    void whatTheProviderDoesNotSendBackIsTakenAnewAndMayBeAskedForAgain() {
        ask(receipt);
        approve("brahim");
        assertThat(ended(false)).isEqualTo("failed");
        assertThat(withTheProvider()).isEqualTo("10000");
        assertThat(town.open(ONE)).isEmpty();
        assertThat(desk.state(attempt, CardDesk.NOON)).isEqualTo("authorised");
        ReceiptNumber anew = new ReceiptNumber(town.number("select payment from card_refund_outcome"));
        assertThat(ask(anew)).isEqualTo("asked");
    }

    @Test
    void aRefusedWishMayBeRepeated() {
        ask(receipt);
        assertThat(said(CardRefunds.refuse(database, 1, by("brahim")))).isEqualTo("refused");
        assertThat(approve("brahim")).isEqualTo("already-decided");
        assertThat(ask(receipt)).isEqualTo("asked");
    }

    @Test
    void onlyCardPaymentsGoBackToACard() {
        town.bill(1, "10.00", 10, 30);
        ReceiptNumber cheque = town.taken(SmallTown.payment(1, "10.00", Means.CHEQUE, 364, "K1"))
                .number();
        assertThat(ask(cheque)).isEqualTo("no-card-payment");
        assertThat(ask(new ReceiptNumber(99))).isEqualTo("no-card-payment");
    }

    @Test
    void aPaymentReversedAtTheTillIsNotSentBack() {
        ask(receipt);
        Reversals.reverse(database, receipt, SmallTown.TODAY, SmallTown.TODAY, by("amina"), false);
        assertThat(approve("brahim")).isEqualTo("already-back");
        assertThat(CardRefunds.approved(database, CardDesk.PROVIDER)).isEmpty();
    }
}
