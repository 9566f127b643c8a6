package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AgeBand;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;

/// Payments in the books, against a real database; after each test what is kept is what everything else says.
final class PaymentsTest {
    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();

    @AfterEach
    void whatIsKeptIsWhatTheBooksSay() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        assertThat(Ledger.balance(database).sum()).isEqualTo(Money.ZERO);
    }

    private static Payment transfer(int account, String amount, int day, String key, ItemKey... named) {
        return SmallTown.payment(account, amount, Means.TRANSFER, day, key, named);
    }

    private String balance(String account) {
        return String.valueOf(Ledger.balance(database).balances().get(new LedgerAccount(account)));
    }

    @Test
    void aPaymentSettlesTheOldestAndLeavesACredit() {
        ItemKey later = town.bill(1, "50.00", 10, 30);
        ItemKey sooner = town.bill(1, "100.00", 12, 20);
        Receipt receipt = town.taken(transfer(1, "160.00", 40, "k1"));
        assertThat(receipt.number()).hasToString("R0000000001AB");
        assertThat(receipt.allocations())
                .extracting(allocation -> allocation.to())
                .containsExactly(sooner, later);
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("payment R0000000001AB 10.00; ");
        assertThat(balance("assets:bank:main")).isEqualTo("160.00");
    }

    @Test
    void cashBearsStampOnWhatItSettles() {
        town.bill(1, "100.00", 10, 30);
        Receipt receipt = town.taken(SmallTown.payment(1, "150.25", Means.CASH, 40, ""));
        assertThat(receipt.stamp()).isEqualTo(Money.parse("0.25"));
        assertThat(receipt.credit()).isEqualTo(Money.parse("50.00"));
        assertThat(balance("liabilities:tax:STAMP")).isEqualTo("-0.25");
        assertThat(Receipts.of(database, receipt.number())).contains(receipt);
    }

    /// The town's agreements began on 1 January 2019, and 366 days are a year of 2020.
    @Test
    void nobodyPaysAnAccountBeforeItBegan() {
        assertThat(reason(transfer(1, "1.00", -366, ""))).isEqualTo(PaymentReason.DAY_BEFORE_ACCOUNT);
        town.taken(transfer(1, "1.00", -365, ""));
        town.opening(SmallTown.TWO, "F1", "5.00", -500);
        assertThat(reason(transfer(2, "1.00", -501, ""))).isEqualTo(PaymentReason.DAY_BEFORE_ACCOUNT);
        town.taken(transfer(2, "1.00", -500, ""));
    }

    @Test
    void theSamePaymentAgainIsAnsweredWithWhatWasDone() {
        ItemKey bill = town.bill(1, "100.00", 10, 30);
        Payment payment = transfer(1, "60.00", 40, "k1", bill);
        Receipt first = town.taken(payment);
        String digest = BooksDigest.of(database);
        assertThat(town.pay(payment)).isInstanceOfSatisfying(PaymentAnswer.Taken.class, again -> {
            assertThat(again.isNew()).isFalse();
            assertThat(again.receipt()).isEqualTo(first);
        });
        assertThat(reason(transfer(1, "61.00", 40, "k1", bill))).isEqualTo(PaymentReason.KEY_OF_ANOTHER);
        assertThat(reason(transfer(1, "60.00", 40, "k1"))).isEqualTo(PaymentReason.KEY_OF_ANOTHER);
        assertThat(reason(transfer(2, "60.00", 40, "k1"))).isEqualTo(PaymentReason.KEY_OF_ANOTHER);
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
    }

    private PaymentReason reason(Payment payment) {
        return ((PaymentAnswer.Refused) town.pay(payment)).reason();
    }

    @Test
    void whatCannotBePaidIsRefusedAndLeavesNothing() {
        ItemKey paid = town.bill(1, "10.00", 10, 30);
        ItemKey others = town.bill(2, "10.00", 10, 30);
        ItemKey cancelled = town.bill(1, "10.00", 10, 30);
        town.bill(1, "-5.00", 11, 31);
        town.opening(SmallTown.ONE, "F1", "7.00", 5);
        town.taken(transfer(1, "10.00", 40, "", paid));
        town.cancel(cancelled);
        String digest = BooksDigest.of(database);
        assertThat(reason(transfer(9, "1.00", 40, ""))).isEqualTo(PaymentReason.UNKNOWN_ACCOUNT);
        assertThat(reason(transfer(1, "0.00", 40, ""))).isEqualTo(PaymentReason.AMOUNT_NOT_ABOVE_ZERO);
        assertThat(reason(transfer(1, "1.00", 400, ""))).isEqualTo(PaymentReason.FUTURE_DAY);
        assertThat(reason(transfer(1, "1.00", 40, "", paid))).isEqualTo(PaymentReason.ALREADY_CLOSED);
        assertThat(reason(transfer(1, "1.00", 40, "", others))).isEqualTo(PaymentReason.OTHER_ACCOUNTS_ITEM);
        assertThat(reason(transfer(1, "1.00", 40, "", cancelled))).isEqualTo(PaymentReason.CANCELLED_ITEM);
        assertThat(reason(transfer(1, "1.00", 40, "", ItemKey.bill("0000000099DV"))))
                .isEqualTo(PaymentReason.UNKNOWN_ITEM);
        assertThat(reason(transfer(1, "1.00", 40, "", ItemKey.opening("F2")))).isEqualTo(PaymentReason.UNKNOWN_ITEM);
        assertThat(reason(transfer(1, "1.00", 4, "", ItemKey.opening("F1")))).isEqualTo(PaymentReason.DAY_BEFORE_ITEM);
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
    }

    @Test
    void aBouncedChequeOpensWhatItHadClosedAndWhatItsCreditHadClosedSince() {
        ItemKey first = town.bill(1, "100.00", 10, 30);
        Receipt cheque = town.taken(SmallTown.payment(1, "150.00", Means.CHEQUE, 40, "c1"));
        ItemKey second = town.bill(1, "30.00", 50, 70);
        town.taken(transfer(1, "1.00", 80, "k1"));
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(town.credit(SmallTown.ONE)).contains(cheque.number() + " 20.00");
        ReversalAnswer answer = town.reverse(cheque);
        assertThat(answer).isInstanceOfSatisfying(ReversalAnswer.Reversed.class, done -> {
            assertThat(done.takenBack()).extracting(back -> back.to()).containsExactly(second, first);
            assertThat(done.credit()).isEqualTo(Money.parse("20.00"));
        });
        assertThat(town.open(SmallTown.ONE)).isEqualTo(first + " 100.00; " + second + " 30.00; ");
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("payment R0000000002AC 1.00; ");
        assertThat(town.reverse(cheque))
                .isInstanceOfSatisfying(
                        ReversalAnswer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PaymentReason.ALREADY_REVERSED));
        assertThat(balance("assets:bank:main")).isEqualTo("1.00");
    }

    @Test
    void aReversalNeedsAReceiptAndADay() {
        Receipt receipt = town.taken(transfer(1, "1.00", 40, ""));
        assertThat(Reversals.reverse(
                        database, new ReceiptNumber(7), SmallTown.TODAY, SmallTown.TODAY, SmallTown.WHY, false))
                .isInstanceOfSatisfying(
                        ReversalAnswer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PaymentReason.UNKNOWN_RECEIPT));
        assertThat(Reversals.reverse(
                        database, receipt.number(), SmallTown.day(39), SmallTown.TODAY, SmallTown.WHY, false))
                .isInstanceOfSatisfying(
                        ReversalAnswer.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PaymentReason.DAY_BEFORE_PAYMENT));
    }

    @Test
    void whatWasPaidOnACancelledBillIsACreditAndPaysTheNext() {
        ItemKey wrong = town.bill(1, "100.00", 10, 30);
        Receipt receipt = town.taken(transfer(1, "60.00", 40, ""));
        town.cancel(wrong);
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("payment " + receipt.number() + " 60.00; ");
        ItemKey right = town.bill(1, "80.00", 50, 70);
        CreditUses.Used used = CreditUses.use(database, SmallTown.TODAY, SmallTown.WHY, false);
        assertThat(used).isEqualTo(new CreditUses.Used(1, 1, Money.parse("60.00")));
        assertThat(town.open(SmallTown.ONE)).isEqualTo(right + " 20.00; ");
        assertThat(CreditUses.use(database, SmallTown.TODAY, SmallTown.WHY, false)
                        .uses())
                .isZero();
    }

    @Test
    void aCancelledBillBelowZeroOpensWhatItHadSettled() {
        ItemKey credit = town.bill(1, "-40.00", 10, 30);
        ItemKey bill = town.bill(1, "100.00", 12, 30);
        CreditUses.use(database, SmallTown.TODAY, SmallTown.WHY, false);
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 60.00; ");
        town.cancel(credit);
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 100.00; ");
        assertThat(town.credit(SmallTown.ONE)).isEmpty();
    }

    @Test
    void whatWasOpenInTheOldSystemIsPaidAndTakenBackLikeABill() {
        town.opening(SmallTown.ONE, "F1", "30.00", 1);
        town.opening(SmallTown.ONE, "K1", "-10.00", 1);
        town.bill(1, "5.00", 10, 30);
        town.taken(transfer(1, "12.00", 40, "", ItemKey.opening("F1")));
        assertThat(town.open(SmallTown.ONE)).isEqualTo("opening F1 8.00; bill 0000000001AB 5.00; ");
        OpeningItems.takeBack(
                database, new OpeningItems.Key(SmallTown.ONE, "F1"), SmallTown.TODAY, SmallTown.WHY, false);
        assertThat(town.open(SmallTown.ONE)).isEqualTo("bill 0000000001AB 5.00; ");
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("opening K1 10.00; payment R0000000001AB 12.00; ");
    }

    @Test
    void aTrialLeavesNothing() {
        town.bill(1, "5.00", 10, 30);
        String digest = BooksDigest.of(database);
        Payments.take(database, transfer(1, "5.00", 40, "k"), SmallTown.QUARTER, SmallTown.TODAY, SmallTown.WHY, true);
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
    }

    @Test
    void ageingAddsUpToWhatIsOwed() {
        town.bill(1, "1.00", 10, 20);
        town.bill(1, "2.00", 10, 21);
        town.bill(2, "4.00", 300, 310);
        town.opening(SmallTown.ONE, "F1", "8.00", 100);
        Aging aging = Aging.on(database, SmallTown.day(51));
        assertThat(aging.rows())
                .extracting(row -> row.service() + " " + row.of().code() + " " + row.items() + " " + row.open())
                .containsExactly(
                        "water household 2 {MONTH=2.00, TWO_MONTHS=1.00}",
                        "water professional 1 {NOT_DUE=4.00}",
                        " household 1 {NOT_DUE=8.00}");
        assertThat(aging.total()).hasToString(balance("assets:receivable"));
        assertThat(Aging.on(database, SmallTown.day(500)).rows().getFirst().open())
                .containsOnlyKeys(AgeBand.OLDER);
    }

    /// As somebody does who may switch the triggers off.
    @Test
    void whatWasChangedPastTheGuardsIsFound() {
        ItemKey bill = town.bill(1, "5.00", 10, 20);
        town.taken(transfer(2, "3.00", 40, ""));
        String past = "set local session_replication_role = replica";
        town.execute(past, "update open_item set open = 4", "delete from open_credit");
        assertThat(LedgerCheck.check(database).differences())
                .extracting(found -> found.account() + " " + found.what() + " " + found.kept() + " " + found.derived())
                .containsExactly(
                        "0000000001 item " + bill + " 0.04 5.00",
                        "0000000002 credit payment R0000000001AB 0.00 3.00",
                        "0000000001 assets:receivable 0.04 5.00",
                        "0000000002 liabilities:customer-credit 0.00 3.00");
        town.execute(
                past,
                "update open_item set open = 500",
                "insert into open_credit values ('0000000002', 'payment', 'R0000000001AB', '2020-02-10', 300, 300)");
    }

    /// Both tills see the bill open and take the money; it settles the bill once, and the rest is a credit.
    @Test
    void twoTillsAtOnceNeverSettleABillTwice() throws InterruptedException, ExecutionException {
        town.bill(1, "100.00", 10, 30);
        CountDownLatch both = new CountDownLatch(2);
        try (ExecutorService tills = Executors.newFixedThreadPool(2)) {
            List<Future<PaymentAnswer>> answers = List.of("a", "b").stream()
                    .map(key -> tills.submit(() -> {
                        both.countDown();
                        both.await();
                        return town.pay(transfer(1, "100.00", 40, key));
                    }))
                    .toList();
            for (Future<PaymentAnswer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(PaymentAnswer.Taken.class);
            }
        }
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(AccountRows.of(database, SmallTown.ONE).credit()).isEqualTo(Money.parse("100.00"));
    }

    /// The second till waits for the first one's commit, and then answers with what the first one did.
    @Test
    void thePaymentThatTwoConnectionsBringAtOnceIsTakenOnce()
            throws SQLException, InterruptedException, ExecutionException {
        town.bill(1, "100.00", 10, 30);
        Payment payment = transfer(1, "100.00", 40, "k1");
        try (ExecutorService till = Executors.newSingleThreadExecutor();
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            PaymentBatch batch = PaymentBatch.begin(
                    connection, () -> Changes.record(connection, SmallTown.WHY), SmallTown.TODAY, List.of(payment));
            batch.take(payment, SmallTown.QUARTER);
            batch.send();
            Future<PaymentAnswer> second = till.submit(() -> town.pay(payment));
            awaitBlocked();
            connection.commit();
            assertThat(second.get())
                    .isInstanceOfSatisfying(
                            PaymentAnswer.Taken.class,
                            again -> assertThat(again.isNew()).isFalse());
        }
        assertThat(Receipts.last(database, null, 10)).hasSize(1);
    }

    private void awaitBlocked() throws SQLException {
        try (Connection connection = database.connect();
                var query = connection.prepareStatement("select exists (select from pg_locks where not granted)")) {
            boolean isBlocked = false;
            while (!isBlocked) {
                try (var row = query.executeQuery()) {
                    row.next();
                    isBlocked = row.getBoolean(1);
                }
            }
        }
    }
}
