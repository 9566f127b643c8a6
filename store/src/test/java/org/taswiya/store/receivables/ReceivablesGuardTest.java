package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// Wrong receivables in plain SQL, past all Java: the database itself refuses them. Account 1 owes 60.00 of bill 1,
/// after a payment of 40.00 that entry 2 books; account 2 has paid 5.00 too much by entry 3.
final class ReceivablesGuardTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final SmallTown TOWN = new SmallTown(DATABASE).fill();
    private static final String POSTINGS = "insert into posting values (4, 1, 1, %1$d), (4, 2, 2, -%1$d)";
    private static final String ENTRY =
            "insert into journal_entry values (4, null, '%s', '2020-06-03', '%s', 'by hand')";
    private static final String PAYMENT = "insert into payment values (%d, '%s', %d, %d, '2020-06-03', 'transfer',"
            + " 'main', null, null, '', 4, %d)";

    @BeforeAll
    static void oneBillAndTwoPayments() {
        TOWN.bill(1, "100.00", 10, 30);
        TOWN.taken(SmallTown.payment(1, "40.00", Means.TRANSFER, 40, "k1"));
        TOWN.taken(SmallTown.payment(2, "5.00", Means.TRANSFER, 40, "k2"));
    }

    private static String allocation(String account, String receipt, String bill, long amount, boolean isDirect) {
        return "insert into allocation values (4, 1, '%s', 'payment', '%s', 'bill', '%s', %d, 0, %b)"
                .formatted(account, receipt, bill, amount, isDirect);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update open_item set open = 1",
                "delete from open_item",
                "truncate open_item",
                "insert into open_item values ('0000000001', 'opening', 'x', null, '2020-01-01', '2020-01-01', 1, 1)",
                "update open_credit set open = 1",
                "delete from open_credit",
                "insert into open_credit values ('0000000001', 'opening', 'x', null, 1, 1)",
                "update allocation set amount = 1",
                "delete from allocation",
                "truncate allocation",
                "update payment set amount = 1",
                "delete from payment",
                "update payment_reversal set reversed_on = '2020-01-01'",
                "delete from payment_reversal",
                "update number_series set last_number = 9 where name = 'receipt'"
            })
    void nobodyMovesWhatIsOpenOrChangesWhatIsWritten(String sql) {
        assertRefused("refused", sql);
    }

    @Test
    void anItemIsNeverOpenBelowZero() {
        assertRefused("open_item_within", nextEntry(direct(nextReceipt(), 6001)));
    }

    private static String direct(String receipt, long amount) {
        return allocation("0000000001", receipt, "0000000001AB", amount, true);
    }

    @Test
    void anItemIsNeverOpenAboveItsAmountAndACreditNeverMoreThanItWas() {
        String back = allocation("0000000001", "R0000000001AB", "0000000001AB", -4001, false);
        assertRefused("more of an allocation is taken back than there was", nextEntry(back));
    }

    @Test
    void anAllocationStaysInItsAccount() {
        assertRefused(
                "an item that its account does not owe",
                nextEntry(allocation("0000000002", nextReceipt(), "0000000001AB", 100, true)));
        assertRefused(
                "a credit that its account does not have",
                nextEntry(allocation("0000000001", "R0000000002AC", "0000000001AB", 100, false)));
    }

    @Test
    void aCreditIsNotUsedTwice() {
        TOWN.bill(3, "50.00", 10, 30);
        String receipt = TOWN.taken(SmallTown.payment(3, "51.00", Means.TRANSFER, 40, "k3"))
                .number()
                .toString();
        String bill = TOWN.bill(3, "9.00", 20, 40).number();
        assertRefused("open_credit_within", nextEntry(allocation("0000000003", receipt, bill, 101, false)));
    }

    @Test
    void allocationsComeWithTheEntryThatBooksThem() {
        assertRefused(
                "of an entry that stands already", direct("R0000000003AD", 100).replace("(4, 1,", "(2, 9,"));
        assertRefused("without the entry", nextEntry(direct(nextReceipt(), 100)));
    }

    @Test
    void directAllocationsComeWithTheirPayment() {
        assertRefused(
                "without their payment",
                nextEntry(direct(nextReceipt(), 100)),
                nextEntry(POSTINGS.formatted(100)),
                nextEntry(ENTRY.formatted("x", SmallTown.ONE)));
    }

    @Test
    void aPaymentIsBookedNumberedAndSplitExactly() {
        assertRefused("without gaps", PAYMENT.formatted(99, SmallTown.ONE, 100, 0, 1));
        assertRefused("not booked", nextEntry(PAYMENT.formatted(serial(), SmallTown.ONE, 100, 0, 1)));
        String[] parts = {
            nextEntry(direct(nextReceipt(), 100)),
            nextEntry(POSTINGS.formatted(100)),
            nextEntry(ENTRY.formatted("payment/" + nextReceipt(), SmallTown.ONE))
        };
        assertRefused(
                "more than was handed over",
                parts[0],
                parts[1],
                parts[2],
                nextEntry(PAYMENT.formatted(serial(), SmallTown.ONE, 99, 0, 1)));
        assertRefused(
                "another stamp",
                parts[0],
                parts[1],
                parts[2],
                nextEntry(PAYMENT.formatted(serial(), SmallTown.ONE, 200, 5, 1).replace("transfer", "cash")));
        assertRefused(
                "a change that is not there",
                parts[0],
                parts[1],
                parts[2],
                nextEntry(PAYMENT.formatted(serial(), SmallTown.ONE, 100, 0, 999)));
    }

    @Test
    void nothingIsCancelledOrReversedWithAllocationsInForce() {
        assertRefused("they are taken back first", "insert into cancellation values (1, '2020-12-31', 1)");
        assertRefused("they are taken back first", "insert into payment_reversal values (1, '2020-12-31', 1)");
    }

    @Test
    void aNameIsUsedOnceByASource() {
        assertThat(TOWN.pay(SmallTown.payment(2, "5.00", Means.TRANSFER, 40, "k2")))
                .isInstanceOfSatisfying(
                        PaymentAnswer.Taken.class,
                        again -> assertThat(again.isNew()).isFalse());
        assertRefused(
                "payment_key",
                nextEntry(POSTINGS.formatted(100)),
                nextEntry(ENTRY.formatted("payment/" + nextReceipt(), SmallTown.ONE)),
                nextEntry(PAYMENT.formatted(serial(), SmallTown.ONE, 100, 0, 1).replace("null, null", "'main', 'k2'")));
    }

    /// The next entry's number in the place of the fourth.
    private static String nextEntry(String sql) {
        long next = TOWN.number("select last_number + 1 from number_series where name = 'entry'");
        return sql.replace("(4,", "(" + next + ",").replace("'', 4,", "'', " + next + ",");
    }

    private static long serial() {
        return TOWN.number("select last_number + 1 from number_series where name = 'receipt'");
    }

    private static String nextReceipt() {
        return new ReceiptNumber(serial()).toString();
    }

    @Test
    void printedReceiptNumbersAreThoseOfCore() {
        for (long serial : new long[] {1, 42, 673, 9_999_999_999L}) {
            assertThat(TOWN.text("select receipt_number(" + serial + ")"))
                    .isEqualTo(new ReceiptNumber(serial).toString());
        }
    }

    private static void assertRefused(String because, String... statements) {
        assertThatThrownBy(() -> TOWN.execute(statements)).hasMessageContaining(because);
    }
}
