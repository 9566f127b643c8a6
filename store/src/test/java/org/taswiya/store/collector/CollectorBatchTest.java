package org.taswiya.store.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.store.collector.CollectorDesk.TASSHILAT;
import static org.taswiya.store.collector.CollectorDesk.WAFACASH;
import static org.taswiya.store.collector.CollectorDesk.cancel;
import static org.taswiya.store.collector.CollectorDesk.confirm;
import static org.taswiya.store.collector.CollectorDesk.order;
import static org.taswiya.store.collector.CollectorDesk.pay;
import static org.taswiya.store.collector.CollectorDesk.reserve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.core.collector.Order;
import org.taswiya.core.collector.Right;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipts;
import org.taswiya.store.receivables.SmallTown;

final class CollectorBatchTest {
    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final CollectorDesk desk = new CollectorDesk(database);
    private final ItemKey bill = town.bill(1, "100.00", 10, 30);

    @AfterEach
    void theBooksAreClean() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private String balance(String collector) {
        return town.text("select coalesce(sum(p.amount), 0) from posting p join ledger_account a on a.id = p.account"
                + " where a.name = 'assets:collector:" + collector + "'");
    }

    private CollectorMessage paying(String number) {
        return pay(number, order(1, "100.00", bill));
    }

    @Test
    void aPaymentSettlesItsBillAndIsWithTheCollector() {
        assertThat(desk.tell(paying("T1"))).startsWith("paid R");
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(balance("wafacash")).isEqualTo("10000");
        assertThat(town.text("select fee from collector_transaction")).isEqualTo("125");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            paidTwiceIsPaidOnce        | pay pay                     | paid paid                                | 10000
            reservedThenPaid           | reserve pay confirm         | reserved paid confirmed                  | 10000
            cancelAheadOfItsPayment    | cancel pay                  | cancelled transaction-cancelled          | 0
            aReservationOfACancelled   | cancel reserve              | cancelled transaction-cancelled          | 0
            cancelledIsReversed        | pay cancel                  | paid cancelled                           | 0
            cancelledTwice             | pay cancel cancel           | paid cancelled cancelled                 | 0
            paidAgainAfterItsCancel    | pay cancel pay              | paid cancelled paid                      | 0
            confirmedTwice             | pay confirm confirm         | paid confirmed confirmed                 | 10000
            confirmAheadComesAgain     | confirm pay confirm         | not-paid paid confirmed                  | 10000
            confirmedStays             | pay confirm cancel          | paid confirmed already-confirmed         | 10000
            confirmOfACancelled        | pay cancel confirm          | paid cancelled transaction-cancelled     | 0
            aReservationThatComesLate  | pay reserve                 | paid paid                                | 10000
            reservationGivenBack       | reserve cancel              | reserved cancelled                       | 0
            """)
    void messagesInAnyOrder(String trap, String messages, String answers, String collected) {
        List<String> given = new ArrayList<>();
        for (String word : messages.split(" ")) {
            given.add(desk.tell(message(word)).split(" ")[0]);
        }
        assertThat(String.join(" ", given)).isEqualTo(answers);
        assertThat(balance("wafacash")).isEqualTo(collected);
        assertThat(town.text("select coalesce(sum(collected), 0) from collector_day"))
                .isEqualTo(collected);
    }

    @Test
    void whatAClerkReversesIsTheDaysNoMoreAndACancelAfterItLowersNothing() {
        desk.tell(paying("T1"));
        town.reverse(Receipts.last(database, SmallTown.ONE, 1).getFirst());
        assertThat(town.text("select collected from collector_day")).isEqualTo("0");
        assertThat(desk.tell(cancel("T1"))).startsWith("cancelled");
        assertThat(town.text("select collected from collector_day")).isEqualTo("0");
    }

    private CollectorMessage message(String word) {
        return switch (word) {
            case "reserve" -> reserve("T1", order(1, "100.00", bill));
            case "pay" -> paying("T1");
            case "confirm" -> confirm("T1");
            default -> cancel("T1");
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing           | 0.00    | 1 | 0  | 0 | casablanca | amount-not-above-zero
            belowZero         | -100.00 | 1 | 0  | 0 | casablanca | amount-not-above-zero
            anotherUtility    | 100.00  | 1 | 0  | 0 | rabat      | other-utility
            aboveALimit       | 1000.01 | 1 | 0  | 0 | casablanca | transaction-limit
            noBill            | 100.00  | 0 | 0  | 0 | casablanca | no-bills
            fiveBills         | 100.00  | 5 | 0  | 0 | casablanca | too-many-bills
            tomorrow          | 100.00  | 1 | 1  | 0 | casablanca | day-not-accepted
            threeDaysLate     | 100.00  | 1 | -3 | 0 | casablanca | day-not-accepted
            lessThanTheBill   | 99.99   | 1 | 0  | 0 | casablanca | amount-differs
            moreThanTheBill   | 100.01  | 1 | 0  | 0 | casablanca | amount-differs
            noSuchAccount     | 100.00  | 1 | 0  | 8 | casablanca | unknown-account
            anothersBill      | 100.00  | 1 | 0  | 1 | casablanca | other-accounts-item
            """)
    void aWrongOrderIsRefusedForGood(
            String trap, String amount, int bills, int days, int accountsOn, String utility, String reason) {
        List<ItemKey> items = new ArrayList<>();
        for (int i = 0; i < bills; i++) {
            items.add(i == 0 ? bill : ItemKey.bill("x" + i));
        }
        Order order = new Order(
                utility,
                "000000000" + (1 + accountsOn),
                items,
                Money.parse(amount),
                SmallTown.TODAY.plusDays(days),
                Channel.DIGITAL);
        assertThat(desk.tell(pay("T1", order))).isEqualTo(reason);
        assertThat(desk.tell(pay("T1", order))).isEqualTo(reason);
        assertThat(desk.tell(paying("T1"))).isEqualTo("other-contents");
        assertThat(desk.tell(reserve("T1", order(1, "100.00", bill)))).isEqualTo("transaction-refused");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; ");
        assertThat(desk.tell(paying("T2"))).startsWith("paid");
    }

    @Test
    void aRefusedPaymentThatComesAgainWhenItCouldBeTakenIsRefused() {
        Receipt0 other = new Receipt0(desk.tell(TASSHILAT, paying("A")));
        assertThat(desk.tell(paying("T1"))).isEqualTo("already-closed");
        town.reverse(Receipts.of(database, other.number()).orElseThrow());
        assertThat(desk.tell(paying("T1"))).isEqualTo("already-closed");
        assertThat(balance("wafacash")).isEqualTo("0");
    }

    private record Receipt0(String answer) {
        ReceiptNumber number() {
            return ReceiptNumber.parse(answer.split(" ")[1]).orElseThrow();
        }
    }

    @Test
    void theSameNumberWithAnotherAmountIsRefusedAndTheFirstStands() {
        assertThat(desk.tell(TASSHILAT, pay("T1", order(1, "60.00", bill)))).startsWith("paid");
        assertThat(desk.tell(TASSHILAT, pay("T1", order(1, "40.00", bill)))).isEqualTo("other-contents");
        assertThat(balance("tasshilat")).isEqualTo("6000");
    }

    @Test
    void collectorsNameTheirTransactionsByThemselves() {
        ItemKey second = town.bill(2, "50.00", 10, 30);
        assertThat(desk.tell(paying("T1"))).startsWith("paid");
        assertThat(desk.tell(TASSHILAT, pay("T1", order(2, "50.00", second)))).startsWith("paid");
    }

    @Test
    void aBillCancelledBetweenInquiryAndPayment() {
        town.cancel(bill);
        assertThat(desk.tell(paying("T1"))).isEqualTo("cancelled-item");
    }

    @Test
    void noRight() {
        assertThat(desk.tell(CollectorDesk.collector("m-post", Set.of(Right.INQUIRE)), paying("T1")))
                .isEqualTo("no-right");
        assertThat(desk.tell(TASSHILAT, paying("T2"))).startsWith("paid");
        assertThat(desk.tell(TASSHILAT, cancel("T2"))).isEqualTo("no-right");
    }

    @Test
    void theLimitOfADayCountsWhatIsInTheBooks() {
        ItemKey large = town.bill(2, "950.00", 10, 30);
        ItemKey other = town.bill(3, "500.00", 10, 30);
        assertThat(desk.tell(paying("T1"))).startsWith("paid");
        assertThat(desk.tell(pay("T2", order(2, "950.00", large)))).startsWith("paid");
        assertThat(desk.tell(pay("T3", order(3, "500.00", other)))).isEqualTo("day-limit");
        assertThat(desk.tell(cancel("T1"))).startsWith("cancelled");
        assertThat(desk.tell(pay("T4", order(3, "500.00", other)))).startsWith("paid");
    }

    @Test
    void aReservationKeepsOthersAwayUntilItsTimeIsOver() {
        assertThat(desk.tell(reserve("T1", order(1, "100.00", bill)))).isEqualTo("reserved");
        assertThat(desk.tell(TASSHILAT, reserve("A1", order(1, "100.00", bill))))
                .isEqualTo("reserved-by-another");
        assertThat(desk.tell(TASSHILAT, paying("A2"))).isEqualTo("reserved-by-another");
        desk.later(10);
        assertThat(desk.tell(TASSHILAT, paying("A3"))).startsWith("paid");
        assertThat(desk.tell(paying("T1"))).isEqualTo("already-closed");
    }

    @Test
    void aReservationThatIsOverMayStillBePaid() {
        assertThat(desk.tell(reserve("T1", order(1, "100.00", bill)))).isEqualTo("reserved");
        desk.later(11);
        assertThat(desk.tell(paying("T1"))).startsWith("paid");
    }

    @Test
    void aPaymentIsCancelledWithinItsTimeOnly() {
        assertThat(desk.tell(paying("T1"))).startsWith("paid");
        desk.later(61);
        assertThat(desk.tell(cancel("T1"))).isEqualTo("too-late");
        assertThat(balance("wafacash")).isEqualTo("10000");
    }

    @Test
    void creditsOfTheAccountAreTakenOffWhatIsDue() {
        town.pay(SmallTown.payment(1, "30.00", Means.CARD, 5, ""));
        town.bill(1, "20.00", 11, 29);
        assertThat(desk.tell(paying("T1"))).isEqualTo("amount-differs");
        assertThat(desk.tell(pay("T2", order(1, "90.00", bill)))).startsWith("paid");
        assertThat(town.open(SmallTown.ONE)).isEmpty();
    }

    @Test
    void oneBatchAnswersAsIfEachHadComeByItself() {
        ItemKey second = town.bill(2, "50.00", 10, 30);
        List<String> answers = desk.tellTogether(
                new ToldMessage(WAFACASH, paying("T1")),
                new ToldMessage(TASSHILAT, paying("A1")),
                new ToldMessage(WAFACASH, paying("T1")),
                new ToldMessage(WAFACASH, cancel("T1")),
                new ToldMessage(TASSHILAT, paying("A2")),
                new ToldMessage(TASSHILAT, pay("A3", order(2, "50.00", second))),
                new ToldMessage(TASSHILAT, confirm("A2")));
        assertThat(answers)
                .map(answer -> answer.split(" ")[0])
                .containsExactly("paid", "already-closed", "paid", "cancelled", "paid", "paid", "confirmed");
        assertThat(balance("wafacash")).isEqualTo("0");
        assertThat(balance("tasshilat")).isEqualTo("15000");
    }

    @Test
    void ofManyWhoPayOneBillAtOnceOneDoes() throws InterruptedException, ExecutionException {
        List<String> answers = new ArrayList<>();
        try (ExecutorService desks = Executors.newFixedThreadPool(8)) {
            List<Future<String>> told = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String number = "T" + i;
                told.add(desks.submit(() -> desk.tell(paying(number))));
            }
            for (Future<String> one : told) {
                answers.add(one.get().split(" ")[0]);
            }
        }
        assertThat(answers).filteredOn("paid"::equals).hasSize(1);
        assertThat(answers).filteredOn("already-closed"::equals).hasSize(23);
        assertThat(balance("wafacash")).isEqualTo("10000");
    }

    @Test
    void whatWasPaidYesterdayAndIsToldTodayBearsItsDay() {
        LocalDate yesterday = SmallTown.TODAY.minusDays(1);
        Order order = new Order(
                "casablanca", SmallTown.ONE, List.of(bill), Money.parse("100.00"), yesterday, Channel.PHYSICAL);
        assertThat(desk.tell(pay("T1", order))).startsWith("paid");
        assertThat(town.text("select received_on from payment")).isEqualTo(yesterday.toString());
    }
}
