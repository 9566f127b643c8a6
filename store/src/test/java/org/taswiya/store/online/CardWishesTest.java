package org.taswiya.store.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.receivables.SmallTown;

/// Account one owes 100.00 and 50.00, account two 30.00.
final class CardWishesTest {
    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final CardDesk desk = new CardDesk(database);
    private final ItemKey first = town.bill(1, "100.00", 10, 30);
    private final ItemKey second = town.bill(1, "50.00", 40, 60);
    private final ItemKey theirs = town.bill(2, "30.00", 10, 30);

    private CardWish wish(@Nullable ItemKey bill, @Nullable String part, String seen, boolean isBeside) {
        return new CardWish(
                CardDesk.PROVIDER,
                SmallTown.ONE,
                bill == null ? null : BillNumber.parse(bill.number()).orElseThrow(),
                part == null ? null : Money.parse(part),
                Money.parse(seen),
                isBeside,
                Duration.ofMinutes(30));
    }

    private WishedCard ask(CardWish wish) {
        return CardWishes.ask(database, wish, SmallTown.TODAY, CardDesk.WHY);
    }

    private WishedCard.Sent sent(CardWish wish) {
        return (WishedCard.Sent) ask(wish);
    }

    private long attempts() {
        return town.number("select count(*) from card_attempt");
    }

    @Test
    void allThatIsDueIsPaidByOneAttempt() {
        WishedCard.Sent sent = sent(wish(null, null, "150.00", false));
        assertThat(sent.attempt().items()).containsExactly(first, second);
        desk.tell(CardDesk.paid("T1", sent.attempt(), "150.00"));
        assertThat(town.open(SmallTown.ONE)).isEmpty();
        assertThat(town.open(SmallTown.TWO)).isNotEmpty();
    }

    @Test
    void aPartSettlesTheOldestFirst() {
        WishedCard.Sent sent = sent(wish(null, "120.00", "150.00", false));
        desk.tell(CardDesk.paid("T1", sent.attempt(), "120.00"));
        assertThat(town.open(SmallTown.ONE)).contains("30.00").doesNotContain(first.number());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            lessThanIsDue,  149.99, , Changed
            moreThanIsDue,  150.01, , Changed
            partAboveAll,   150.00, 150.01, TooMuch
            partOfAll,      150.00, 150.00, Sent
            """)
    void whatIsShownHasToBeSo(String trap, String seen, @Nullable String part, String said) {
        WishedCard answer = ask(wish(null, part, seen, false));
        assertThat(answer.getClass().getSimpleName()).as(trap).isEqualTo(said);
        assertThat(attempts()).isEqualTo(said.equals("Sent") ? 1 : 0);
    }

    @Test
    void theSameAgainIsTheSameAttemptUntilSomethingIsHeard() {
        CardWish wish = wish(second, null, "50.00", false);
        WishedCard.Sent one = sent(wish);
        assertThat(sent(wish)).isEqualTo(new WishedCard.Sent(one.attempt(), one.token(), false));
        desk.tell(CardDesk.paid("T1", one.attempt(), "50.00"));
        assertThat(ask(wish)).isEqualTo(new WishedCard.Changed(Money.ZERO));
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void somethingElseBesideHasToBeMeant() {
        sent(wish(null, null, "150.00", false));
        assertThat(ask(wish(null, "10.00", "150.00", false))).isInstanceOf(WishedCard.Underway.class);
        assertThat(sent(wish(null, "10.00", "150.00", true)).isNew()).isTrue();
        assertThat(CardWishes.underway(database, SmallTown.ONE, CardDesk.NOON)).hasSize(2);
    }

    @Test
    void whatHasExpiredIsNoLongerUnderWay() {
        CardWish wish = wish(null, null, "150.00", false);
        sent(wish);
        Change later = new Change(CardDesk.NOON.plus(Duration.ofMinutes(31)), "online", "card payments");
        WishedCard again = CardWishes.ask(database, wish, SmallTown.TODAY, later);
        assertThat(((WishedCard.Sent) again).isNew()).isTrue();
    }

    @Test
    void anothersBillAndNoBillAreTheSame() {
        assertThat(ask(wish(theirs, null, "30.00", false))).isEqualTo(new WishedCard.Unknown());
        assertThat(ask(wish(ItemKey.bill(new BillNumber(99_999).toString()), null, "30.00", false)))
                .isEqualTo(new WishedCard.Unknown());
        assertThat(attempts()).isZero();
    }
}
