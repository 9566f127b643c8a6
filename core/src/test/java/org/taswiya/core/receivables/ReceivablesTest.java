package org.taswiya.core.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.PaymentOutcome.Received;
import org.taswiya.core.receivables.PaymentOutcome.Refused;

/// Where money goes. The account owes A 100.00 due first, B 50.00 due later, and C 30.00 that is issued later still.
final class ReceivablesTest {
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2020, 8, 1);
    private static final ReceiptNumber RECEIPT = new ReceiptNumber(42);
    private static final CreditKey FROM = new CreditKey(CreditKind.PAYMENT, "R0000000042BQ");
    private static final StampDuty QUARTER = new StampDuty(Decimal.parse("0.0025"));
    private static final OpenItem A = item("A", 1, 20, "100.00");
    private static final OpenItem B = item("B", 3, 25, "50.00");
    private static final OpenItem C = item("C", 40, 60, "30.00");
    private static final AccountItems OWES = new AccountItems("1", List.of(C, B, A), List.of());

    private static OpenItem item(String number, int issued, int due, String amount) {
        Money money = Money.parse(amount);
        return new OpenItem(
                "1", ItemKey.bill(number), "water", JUNE.plusDays(issued), JUNE.plusDays(due), money, money);
    }

    private static Payment payment(String amount, Means means, int day, String... named) {
        List<ItemKey> keys = List.of(named).stream().map(ItemKey::bill).toList();
        return new Payment("1", Money.parse(amount), JUNE.plusDays(day), means, "main", null, keys);
    }

    private static PaymentOutcome outcome(AccountItems before, Payment payment) {
        return Receivables.receive(before, payment, RECEIPT, QUARTER, TODAY, _ -> PaymentReason.UNKNOWN_ITEM);
    }

    private static Received receive(AccountItems before, Payment payment) {
        return (Received) outcome(before, payment);
    }

    private static String said(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> allocation.to().number() + " " + allocation.amount())
                .collect(Collectors.joining(" "));
    }

    /// Who pays a part means what they do not dispute, unless they name it.
    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "60.00, 100.00 true, '', 'B 50.00 C 10.00', what is disputed whole comes last",
        "120.00, 40.00 true, '', 'B 50.00 C 30.00 A 40.00', what is disputed in part after what is not",
        "60.00, 100.00 true, A, 'A 60.00', a payer may name it",
        "60.00, 100.00 false, '', 'A 60.00', what was arranged before it was disputed keeps its place",
        "190.00, 100.00 true, '', 'B 50.00 C 30.00 A 100.00', all of it",
    })
    void whatIsDisputedIsPaidLast(String amount, String disputed, String named, String allocated, String trap) {
        String[] words = disputed.split(" ");
        OpenItem marked = A.disputed(Money.parse(words[0]), Boolean.parseBoolean(words[1]));
        AccountItems before = new AccountItems("1", List.of(C, B, marked), List.of());
        String[] names = named.isEmpty() ? new String[0] : named.split(" ");
        Received done = receive(before, payment(amount, Means.TRANSFER, 50, names));
        assertThat(said(done.allocations())).as(trap).isEqualTo(allocated);
    }

    /// Of two, the one of which something is not disputed comes first.
    @Test
    void whatIsDisputedWholeComesAfterWhatIsDisputedInPart() {
        AccountItems before = new AccountItems(
                "1", List.of(A.disputed(Money.parse("100"), true), B.disputed(Money.parse("20"), true)), List.of());
        assertThat(said(receive(before, payment("60.00", Means.TRANSFER, 50)).allocations()))
                .isEqualTo("B 50.00 A 10.00");
        assertThat(before.disputed()).isEqualTo(Money.parse("120.00"));
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource({
        "100.00, transfer, 50, '', 'A 100.00', 0.00, the oldest due day first",
        "120.00, transfer, 50, '', 'A 100.00 B 20.00', 0.00, a part payment of the next",
        "60.00, transfer, 50, B, 'B 50.00 A 10.00', 0.00, the named one first and the rest by age",
        "85.00, transfer, 50, 'C B', 'C 30.00 B 50.00 A 5.00', 0.00, named ones in the order named",
        "20.00, transfer, 50, B, 'B 20.00', 0.00, a named one in part",
        "200.00, transfer, 50, '', 'A 100.00 B 50.00 C 30.00', 20.00, more than is owed is a credit",
        "200.00, transfer, 10, '', 'A 100.00 B 50.00', 50.00, what is issued later is left alone",
        "100.25, cash, 50, '', 'A 100.00', 0.00, cash with its duty to the centime",
        "100.24, cash, 50, '', 'A 99.99', 0.00, a centime less pays a centime less",
        "100.00, cash, 50, '', 'A 99.75', 0.00, the duty is taken out of what is handed over",
        "2.00, cash, 50, '', 'A 1.99', 0.01, a centime that the duty leaves over is a credit",
        "150.38, cash, 50, '', 'A 100.00 B 50.00', 0.00, the duty is reckoned on each bill: 0.25 and 0.13",
        "150.39, cash, 10, '', 'A 100.00 B 50.00', 0.01, no duty on what becomes a credit",
        "100.00, collector, 50, '', 'A 100.00', 0.00, no duty through a collector",
    })
    void whereAPaymentGoes(
            String amount, String means, int day, String named, String allocated, String credit, String trap) {
        String[] names = named.isEmpty() ? new String[0] : named.split(" ");
        Payment payment = payment(amount, Means.ofCode(means).orElseThrow(), day, names);
        Received done = receive(OWES, payment);
        assertThat(said(done.allocations())).isEqualTo(allocated);
        assertThat(done.credit()).isEqualTo(Money.parse(credit));
        Money settled = done.allocations().stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
        assertThat(settled.plus(done.stamp()).plus(done.credit())).isEqualTo(payment.amount());
        assertThat(done.after().open()).isEqualTo(OWES.open().minus(settled));
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "0.00, 50, '', amount-not-above-zero, nothing",
        "-5.00, 50, '', amount-not-above-zero, less than nothing",
        "5.00, 90, '', future-day, tomorrow's money",
        "5.00, 50, 'A A', named-twice, one bill twice",
        "5.00, 50, 'D', unknown-item, what the books say of it",
        "5.00, 10, 'C', day-before-item, paid before it was issued",
    })
    void whatIsNotTaken(String amount, int day, String named, String reason, String trap) {
        String[] names = named.isEmpty() ? new String[0] : named.split(" ");
        PaymentOutcome outcome = outcome(OWES, payment(amount, Means.CASH, day, names));
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo(reason);
            assertThat(refused.found()).isNotBlank();
        });
    }

    /// A number that is no bill's may be anything: the answer claims no item of an old system that nobody named.
    @ParameterizedTest
    @CsvSource({
        "XX, 'no bill or other item XX is open for account 0000000001; name one that is'",
        "AJ0000000009, 'no adjustment AJ0000000009 is open for account 0000000001; name one that is'",
    })
    void whatIsNotOpenIsCalledWhatItIs(String typed, String found) {
        AccountItems none = new AccountItems("0000000001", List.of(), List.of());
        Payment payment =
                new Payment("0000000001", cents(500), JUNE, Means.CARD, "t", null, List.of(ItemKey.ofNumber(typed)));
        assertThat(outcome(none, payment))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.found()).isEqualTo(found));
    }

    @Test
    void itemsOfOneDayGoByIssueThenKindThenNumber() {
        OpenItem late = item("A", 5, 20, "1.00");
        OpenItem two = item("B2", 1, 20, "1.00");
        OpenItem one = item("B1", 1, 20, "1.00");
        OpenItem opening =
                new OpenItem("1", ItemKey.opening("A0"), "", two.issuedOn(), two.dueOn(), two.amount(), two.amount());
        AccountItems items = new AccountItems("1", List.of(late, opening, two, one), List.of());
        assertThat(items.items()).containsExactly(one, two, opening, late);
    }

    @Test
    void olderCreditsAreUsedBeforeAPaymentAndTheOldestFirst() {
        Credit opening = new Credit("1", new CreditKey(CreditKind.OPENING, "K"), null, cents(3000), cents(3000));
        Credit bill = credit(CreditKind.BILL, "Z", 1, 4000);
        Credit later = credit(CreditKind.PAYMENT, "R", 2, 5000);
        Credit notYet = credit(CreditKind.PAYMENT, "S", 60, 5000);
        AccountItems before = new AccountItems("1", List.of(A, B, C), List.of(notYet, later, bill, opening));
        Received done = receive(before, payment("31.00", Means.TRANSFER, 50));
        assertThat(done.uses())
                .extracting(use -> use.from().number() + " " + use.to().number() + " " + use.amount())
                .containsExactly("K A 30.00", "Z A 40.00", "R A 30.00", "R B 20.00");
        assertThat(said(done.allocations())).isEqualTo("B 30.00 C 1.00");
        assertThat(done.after().credits()).containsExactly(notYet);
        assertThat(done.after().open()).isEqualTo(Money.parse("29.00"));
    }

    @Test
    void whatACreditHasSettledANamedBillNeedsNoMore() {
        AccountItems before = new AccountItems("1", List.of(A, B), List.of(credit(CreditKind.BILL, "Z", 1, 10000)));
        Received done = receive(before, payment("10.00", Means.TRANSFER, 50, "A"));
        assertThat(said(done.uses())).isEqualTo("A 100.00");
        assertThat(said(done.allocations())).isEqualTo("B 10.00");
    }

    private static Credit credit(CreditKind kind, String number, int day, long cents) {
        return new Credit("1", new CreditKey(kind, number), JUNE.plusDays(day), cents(cents), cents(cents));
    }

    private static Money cents(long cents) {
        return Money.ofMinor(cents);
    }

    @Test
    void theEntryOfACashPayment() {
        Payment payment = payment("150.49", Means.CASH, 10);
        assertThat(postings(ReceivablesPosting.received(payment, RECEIPT, receive(OWES, payment))))
                .isEqualTo(Map.of(
                        "assets:cash:main", "150.49",
                        "assets:receivable", "-150.00",
                        "liabilities:customer-credit", "-0.11",
                        "liabilities:tax:STAMP", "-0.38"));
    }

    @Test
    void theEntryOfAReversalWhoseCreditWasUsedMeanwhile() {
        Payment payment = payment("150.49", Means.CASH, 10);
        assertThat(postings(ReceivablesPosting.reversed(
                        payment,
                        RECEIPT,
                        TODAY,
                        "false money",
                        Money.parse("150.08"),
                        Money.parse("0.03"),
                        Money.parse("0.38"))))
                .isEqualTo(Map.of(
                        "assets:cash:main", "-150.49",
                        "assets:receivable", "150.08",
                        "liabilities:customer-credit", "0.03",
                        "liabilities:tax:STAMP", "0.38"));
    }

    @Test
    void theEntriesOfACreditUsedAndTakenBack() {
        List<Allocation> uses =
                List.of(Allocation.use(FROM, A.key(), cents(700)), Allocation.use(FROM, B.key(), cents(5)));
        List<Allocation> back = InForce.takenBack(uses);
        assertThat(said(back)).isEqualTo("B -0.05 A -7.00");
        assertThat(postings(ReceivablesPosting.moved("k", TODAY, "1", "use", uses)))
                .isEqualTo(Map.of("liabilities:customer-credit", "7.05", "assets:receivable", "-7.05"));
        assertThat(postings(ReceivablesPosting.moved("k", TODAY, "1", "back", back)))
                .isEqualTo(Map.of("liabilities:customer-credit", "-7.05", "assets:receivable", "7.05"));
    }

    private static Map<String, String> postings(JournalEntry entry) {
        return entry.postings().stream()
                .collect(Collectors.toMap(
                        posting -> posting.account().name(),
                        posting -> posting.amount().toString()));
    }

    /// Taken back whole, whatever was taken back before; the latest use first.
    @Test
    void whatIsInForceIsWhatWasNotTakenBack() {
        Allocation first = new Allocation(FROM, A.key(), cents(300), cents(1), true);
        Allocation second = new Allocation(FROM, B.key(), cents(200), Money.ZERO, true);
        Allocation again = Allocation.use(FROM, A.key(), cents(50));
        assertThat(said(InForce.takenBack(List.of(first, second)))).isEqualTo("B -2.00 A -3.00");
        assertThat(said(InForce.takenBack(List.of(first, second, first.takenBack()))))
                .isEqualTo("B -2.00");
        assertThat(said(InForce.takenBack(List.of(first, second, first.takenBack(), again))))
                .isEqualTo("A -0.50 B -2.00");
        assertThat(InForce.takenBack(List.of(first, first.takenBack()))).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "R0000000042BQ, true",
        "0000000042BQ, false",
        "R0000000042BR, false",
        "R0000000000AA, false",
    })
    void receiptNumbersHaveCheckLetters(String text, boolean isOne) {
        assertThat(ReceiptNumber.parse(text).isPresent()).isEqualTo(isOne);
        ReceiptNumber.parse(text).ifPresent(number -> assertThat(number).hasToString(text));
    }
}
