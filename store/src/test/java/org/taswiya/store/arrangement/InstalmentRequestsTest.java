package org.taswiya.store.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.InstalmentRequest.State;
import org.taswiya.store.receivables.SmallTown;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;

/// Account one is a household's that no bill before tells of, so that a person decides; two a professional's, to whom
/// nothing is arranged here.
final class InstalmentRequestsTest {
    private static final ArrangementRules RULES = new ArrangementRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new ArrangementPolicy(Decimal.of(2), 6, 3, Money.parse("1000"), Money.parse("10"), 15, 10, null)));

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();

    InstalmentRequestsTest() {
        town.bill(1, "200.00", 10, 28);
        town.bill(2, "200.00", 10, 28);
    }

    private static Asked asked(int months) {
        return new Asked(RULES, WorkingDays.ALL, months, SmallTown.TODAY, RequestChannel.ONLINE_AGENCY, null);
    }

    private Schedule shown(int months) {
        return ((ArrangementOffer.Offered) ArrangementDecisions.offer(
                        database, SmallTown.ONE, RULES, WorkingDays.ALL, months, SmallTown.TODAY))
                .schedule();
    }

    private AskedInstalments ask(String account, int months, Schedule shown) {
        return InstalmentRequests.ask(database, account, asked(months), shown, SmallTown.WHY);
    }

    private State state() {
        return InstalmentRequests.last(database, SmallTown.ONE).orElseThrow().state();
    }

    @Test
    void whatAPersonDecidesWaitsAndIsWrittenOnce() {
        AskedInstalments first = ask(SmallTown.ONE, 4, shown(4));
        assertThat(ask(SmallTown.ONE, 4, shown(4))).isEqualTo(first);
        assertThat(InstalmentRequests.waiting(database))
                .containsExactly(new InstalmentRequest(1, SmallTown.ONE, 4, SmallTown.TODAY, State.WAITS));
        assertThat(town.number("select count(*) from arrangement")).isZero();
    }

    @Test
    void anotherWishTakesItsPlace() {
        ask(SmallTown.ONE, 4, shown(4));
        ask(SmallTown.ONE, 5, shown(5));
        assertThat(InstalmentRequests.waiting(database))
                .singleElement()
                .satisfies(one -> assertThat(one.months()).isEqualTo(5));
    }

    @Test
    void aGrantOrARefusalOfTheAccountDecidesIt() {
        ask(SmallTown.ONE, 4, shown(4));
        ArrangementDecisions.refuse(database, SmallTown.ONE, RequestChannel.PHONE, 4, SmallTown.TODAY, SmallTown.WHY);
        assertThat(state()).isEqualTo(State.REFUSED);
        ask(SmallTown.ONE, 3, shown(3));
        assertThat(state()).isEqualTo(State.WAITS);
        ArrangementDecisions.grant(database, SmallTown.ONE, asked(2), SmallTown.TODAY, SmallTown.WHY, false);
        assertThat(state()).isEqualTo(State.GRANTED);
        assertThat(InstalmentRequests.waiting(database)).isEmpty();
        assertThat(ask(SmallTown.ONE, 3, shownBefore()))
                .isInstanceOfSatisfying(
                        AskedInstalments.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ArrangementReason.RUNNING));
    }

    /// Whoever has paid meanwhile waits for nobody; what is billed later they have not asked for.
    @Test
    void whatIsPaidMeanwhileWaitsNoMore() {
        ask(SmallTown.ONE, 4, shown(4));
        town.taken(SmallTown.payment(1, "150.00", Means.TRANSFER, 41, "a"));
        assertThat(state()).isEqualTo(State.WAITS);
        town.taken(SmallTown.payment(1, "50.00", Means.TRANSFER, 41, "b"));
        assertThat(state()).isEqualTo(State.SETTLED);
        assertThat(InstalmentRequests.waiting(database)).isEmpty();
        assertThat(WorkLists.of(database, WorkKind.INSTALMENTS, "1")).isEmpty();
    }

    private static Schedule shownBefore() {
        return Schedule.equal(Money.parse("200.00"), 3, SmallTown.TODAY.plusDays(15), WorkingDays.ALL);
    }

    @Test
    void anotherPlanThanTheOneShownIsNotAskedFor() {
        Schedule shown = shown(4);
        town.bill(1, "1.00", 20, 28);
        assertThat(ask(SmallTown.ONE, 4, shown)).isEqualTo(new AskedInstalments.Changed());
        assertThat(InstalmentRequests.waiting(database)).isEmpty();
    }

    @Test
    void whatNobodyCouldGrantIsNotWritten() {
        assertThat(ask(SmallTown.TWO, 3, shown(3))).isInstanceOf(AskedInstalments.Refused.class);
        assertThat(ask(SmallTown.ONE, 7, shown(3))).isInstanceOf(AskedInstalments.Refused.class);
        assertThat(ask("0000009999", 3, shown(3))).isInstanceOf(AskedInstalments.Refused.class);
        assertThat(InstalmentRequests.waiting(database)).isEmpty();
    }
}
