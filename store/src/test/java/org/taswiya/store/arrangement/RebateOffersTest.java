package org.taswiya.store.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.SmallTown;

/// Account one owes 300.00; on day 30 it is offered 2 % less when the rest comes within ten days: 294.00 by day 40.
final class RebateOffersTest {
    private static final ArrangementRules RULES = new ArrangementRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new ArrangementPolicy(
                    Decimal.of(2),
                    6,
                    3,
                    null,
                    Money.parse("10"),
                    15,
                    10,
                    new ArrangementPolicy.Rebate(Decimal.parse("0.02"), 10))));

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "200.00", 10, 28);
    private final ItemKey other = town.bill(1, "100.00", 12, 30);

    @AfterEach
    void theBooksAgree() {
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    private RebateOffers.Answer offer(String account) {
        return RebateOffers.offer(database, account, RULES, WorkingDays.ALL, 3, SmallTown.day(30), SmallTown.WHY);
    }

    private Receipt pay(String amount, int day, String key) {
        return town.taken(SmallTown.payment(1, amount, Means.CHEQUE, day, key));
    }

    private String book(int day) {
        return RebateOffers.book(database, SmallTown.day(day), SmallTown.WHY).toString();
    }

    private Money given() {
        return Ledger.balance(database)
                .balances()
                .getOrDefault(new LedgerAccount("expenses:early-payment"), Money.ZERO);
    }

    @Test
    void whoPaysTheRestInTimeIsLeftOffTheRebateOnce() {
        offer(SmallTown.ONE);
        assertThat(book(31)).isEqualTo("[]");
        pay("293.99", 39, "a");
        assertThat(book(40)).isEqualTo("[]");
        pay("0.01", 40, "b");
        assertThat(book(40)).isEqualTo("[Earned[offer=1, account=0000000001, rebate=6.00]]");
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(given()).isEqualTo(Money.parse("6.00"));
        String digest = BooksDigest.of(database);
        assertThat(book(41)).isEqualTo("[]");
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
    }

    @Test
    void aDayLateIsNothing() {
        offer(SmallTown.ONE);
        pay("294.00", 41, "a");
        assertThat(book(42)).isEqualTo("[]");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(other + " 6.00; ");
    }

    @Test
    void whoPaysAllHasTheRebateToTheirCredit() {
        offer(SmallTown.ONE);
        pay("300.00", 35, "a");
        book(36);
        assertThat(town.credit(SmallTown.ONE)).isEqualTo("adjustment AJ0000000001 6.00; ");
    }

    @Test
    void moneyThatWasNoneEarnsNothing() {
        offer(SmallTown.ONE);
        town.reverse(pay("294.00", 35, "a"));
        assertThat(book(50)).isEqualTo("[]");
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 200.00; " + other + " 100.00; ");
    }

    @Test
    void aRebateGoesBackWithThePaymentThatWasNone() {
        offer(SmallTown.ONE);
        Receipt bounced = pay("294.00", 35, "a");
        book(36);
        town.reverse(bounced);
        assertThat(given()).isEqualTo(Money.ZERO);
        assertThat(town.open(SmallTown.ONE)).isEqualTo(bill + " 200.00; " + other + " 100.00; ");
        assertThat(book(50)).isEqualTo("[]");
    }

    @Test
    void aRebateThatIsACreditGoesBackToo() {
        offer(SmallTown.ONE);
        Receipt bounced = pay("300.00", 35, "a");
        book(36);
        town.reverse(bounced);
        assertThat(town.credit(SmallTown.ONE)).isEmpty();
        assertThat(given()).isEqualTo(Money.ZERO);
    }

    @Test
    void whoPaysAnewInTimeEarnsItAnew() {
        offer(SmallTown.ONE);
        Receipt bounced = pay("294.00", 35, "a");
        book(36);
        town.reverse(bounced);
        pay("294.00", 40, "b");
        assertThat(book(40)).isEqualTo("[Earned[offer=1, account=0000000001, rebate=6.00]]");
        assertThat(given()).isEqualTo(Money.parse("6.00"));
        assertThat(town.open(SmallTown.ONE)).isEmpty();
    }

    @Test
    void aPaymentThatDidNotEarnItTakesNothingBack() {
        offer(SmallTown.ONE);
        pay("294.00", 35, "a");
        Receipt more = pay("6.00", 36, "b");
        book(37);
        town.reverse(more);
        assertThat(given()).isEqualTo(Money.parse("6.00"));
        assertThat(book(40)).isEqualTo("[]");
    }

    @Test
    void nothingIsOfferedWhereTheRulesGiveNothing() {
        assertThat(offer(SmallTown.TWO))
                .isInstanceOfSatisfying(
                        RebateOffers.Answer.NotOffered.class,
                        no -> assertThat(no.reason()).isEqualTo(ArrangementReason.NONE_FOR_CLASS));
        assertThat(offer("9")).isInstanceOf(RebateOffers.Answer.NotOffered.class);
        assertThat(town.number("select count(*) from rebate_offer")).isZero();
    }
}
