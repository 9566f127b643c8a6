package org.taswiya.store.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningChannel;
import org.taswiya.core.dunning.DunningPolicy;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.DunningStep;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.SmallTown;
import org.taswiya.store.suspension.Suspensions;

/// Households one and three are dunned: a reminder ten days after the due day, an order thirty days after it and ten
/// after the reminder. Household one owes 200 since day 28 and 100 since day 40 of 2020.
final class DunningRunTest {
    static final DunningRules RULES = new DunningRules(Map.of(
            CustomerClass.HOUSEHOLD,
            new DunningPolicy(
                    List.of(
                            step("reminder", 10, 1, DunningChannel.SMS, "20"),
                            step("cut", 30, 10, DunningChannel.ORDER, "150")),
                    List.of(),
                    false)));
    private static final Change RUN = new Change(Instant.parse("2020-12-31T12:00:00Z"), "night", "dunning");
    private static final Change CHIEF = new Change(Instant.parse("2020-12-31T13:00:00Z"), "chief", "looked at");

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "200.00", 10, 28);
    private final ItemKey other = town.bill(1, "100.00", 12, 40);

    private static DunningStep step(String name, int afterDue, int afterLast, DunningChannel channel, String least) {
        return new DunningStep(name, afterDue, afterLast, channel, name, Money.ZERO, Money.parse(least));
    }

    private List<String> run(int day) {
        List<String> told = new ArrayList<>();
        DunningRun.send(database, RULES, SmallTown.day(day), RUN, batch -> tell(batch, told));
        return told;
    }

    private List<String> look(int day) {
        List<String> told = new ArrayList<>();
        DunningRun.look(database, RULES, SmallTown.day(day), batch -> tell(batch, told));
        return told;
    }

    private static void tell(DunningBatch batch, List<String> told) {
        for (DunningBatch.Decided account : batch.accounts()) {
            String of = account.account().substring(9) + " ";
            account.answers()
                    .forEach(answer -> told.add(of
                            + switch (answer) {
                                case DunningAnswer.Send send ->
                                    "send " + send.step().name();
                                case DunningAnswer.Held held ->
                                    held.step().name() + " held by "
                                            + held.stop().code();
                                case DunningAnswer.Waits waits -> waits.step().name() + " waits";
                                case DunningAnswer.Ends ends -> ends.found();
                            }));
            if (account.isReconnected()) {
                told.add(of + "reconnect");
            }
        }
    }

    private OrderAnswer decide(long order, boolean isApproved, int day, Change why) {
        return ServiceOrders.decide(database, order, isApproved, RULES, SmallTown.day(day), SmallTown.TODAY, why);
    }

    private static String refused(OrderAnswer answer) {
        OrderAnswer.Refused refused = (OrderAnswer.Refused) answer;
        return refused.reason().code() + " " + refused.found().replaceAll(":.*", "");
    }

    private DunningStops.Stored stop(DunningStop kind, @Nullable ItemKey item, int from) {
        return DunningStops.begin(database, SmallTown.ONE, kind, item, SmallTown.day(from), null, CHIEF)
                .orElseThrow();
    }

    @Test
    void whatIfSaysWhatARunThenDoes() {
        town.bill(2, "500.00", 10, 28);
        town.opening("0000000003", "F1", "19.99", 20);
        List<String> looked = look(38);
        assertThat(looked)
                .containsExactly(
                        "1 send reminder", "2 customers of this class are never dunned", "3 reminder held by amount");
        assertThat(town.number("select count(*) from dunning_notice")).isZero();
        assertThat(run(38)).isEqualTo(looked);
        assertThat(DunningNotices.list(database, null, SmallTown.day(38)))
                .extracting(notice -> notice.account() + " " + notice.item() + " " + notice.step() + " " + notice.open()
                        + " of " + notice.overdue())
                .containsExactly(SmallTown.ONE + " " + bill + " reminder 200.00 of 200.00");
    }

    @Test
    void begunAgainItSendsNothingTwice() {
        run(38);
        String digest = BooksDigest.of(database);
        assertThat(run(38)).containsExactly("1 cut waits");
        assertThat(BooksDigest.of(database)).isEqualTo(digest);
        assertThat(run(50)).containsExactly("1 cut waits", "1 send reminder");
        assertThat(run(60)).containsExactly("1 send cut", "1 cut waits");
        assertThat(town.number("select count(*) from dunning_run")).isEqualTo(3);
        assertThatThrownBy(() -> town.execute("insert into dunning_notice select * from dunning_notice limit 1"))
                .hasMessageContaining("dunning_notice_pkey");
    }

    @Test
    void nobodyIsCutOffBeforeAPersonHasApprovedIt() {
        run(38);
        run(60);
        ServiceOrder order = ServiceOrders.list(database, SmallTown.ONE).getFirst();
        assertThat(order.overdue()).isEqualTo(Money.parse("300.00"));
        assertThat(order.decision()).isNull();
        assertThat(refused(decide(1, true, 61, RUN))).startsWith("own-approval");
        assertThat(refused(decide(1, true, 59, CHIEF))).startsWith("wrong-day");
        assertThat(refused(decide(2, true, 61, CHIEF))).startsWith("unknown-order");
        assertThat(decide(1, true, 61, CHIEF)).isInstanceOf(OrderAnswer.Decided.class);
        assertThat(refused(decide(1, false, 61, CHIEF))).startsWith("already-decided");
    }

    @Test
    void whatCameSinceStopsAnApproval() {
        run(38);
        run(60);
        DunningStops.Stored dispute = stop(DunningStop.DISPUTE, bill, 60);
        assertThat(refused(decide(1, true, 61, CHIEF))).isEqualTo("stopped dispute");
        DunningStops.end(database, dispute.number(), SmallTown.day(61), CHIEF);
        Suspensions.begin(
                database,
                new Suspension(
                        "S1",
                        EnumSet.of(Activity.DISCONNECTION),
                        "Maarif",
                        SmallTown.day(61),
                        SmallTown.day(63),
                        "decree"),
                CHIEF,
                false);
        assertThat(refused(decide(1, true, 61, CHIEF))).isEqualTo("stopped suspension");
        DunningStops.Stored vulnerable = stop(DunningStop.VULNERABLE, null, 63);
        assertThat(refused(decide(1, true, 63, CHIEF))).isEqualTo("stopped vulnerable");
        DunningStops.end(database, vulnerable.number(), SmallTown.day(63), CHIEF);
        Receipt cheque = town.taken(SmallTown.payment(1, "200.00", Means.CHEQUE, 63, "a"));
        assertThat(refused(decide(1, true, 64, CHIEF))).startsWith("nothing-overdue");
        town.reverse(cheque);
        arrange(64);
        assertThat(refused(decide(1, true, 64, CHIEF))).isEqualTo("stopped arrangement");
        ArrangementDecisions.end(database, 1, SmallTown.day(65), SmallTown.TODAY, CHIEF, false);
        assertThat(decide(1, true, 65, CHIEF)).isInstanceOf(OrderAnswer.Decided.class);
    }

    private void arrange(int day) {
        ArrangementRules rules = new ArrangementRules(Map.of(
                CustomerClass.HOUSEHOLD,
                new ArrangementPolicy(Decimal.of(2), 6, 6, null, Money.parse("10"), 15, 10, null)));
        ArrangementDecisions.grant(
                database,
                SmallTown.ONE,
                new ArrangementDecisions.Asked(
                        rules, WorkingDays.ALL, 3, SmallTown.day(day), RequestChannel.PHONE, null),
                SmallTown.TODAY,
                CHIEF,
                false);
    }

    @Test
    void whoIsCutOffAndPaysIsGivenTheSupplyBackOnce() {
        run(38);
        run(60);
        decide(1, true, 61, CHIEF);
        assertThat(run(62)).containsExactly("1 all steps were sent", "1 cut waits");
        town.taken(SmallTown.payment(1, "300.00", Means.TRANSFER, 63, "a"));
        assertThat(look(64)).containsExactly("1 reconnect");
        assertThat(run(64)).containsExactly("1 reconnect");
        assertThat(run(65)).isEmpty();
        assertThat(ServiceOrders.list(database, null))
                .extracting(order -> order.kind().code() + " " + order.ends())
                .containsExactly("disconnection null", "reconnection 1");
        assertThat(refused(decide(2, true, 66, CHIEF))).startsWith("unknown-order");
    }

    @Test
    void anArrangementThatIsKeptIsLeftAloneAndABrokenOneIsNot() {
        arrange(30);
        assertThat(run(45)).containsExactly("1 reminder held by arrangement", "1 reminder waits");
        assertThat(run(56)).containsExactly("1 send reminder", "1 send reminder");
    }

    /// The reminder of day 45 bears 15.00, due at once; it is never reminded of itself, but owed with the rest.
    @Test
    void aFeeIsBookedWithItsStepOnce() {
        for (int day : new int[] {45, 45, 60, 100}) {
            DunningRun.send(database, DunnerChild.RULES, SmallTown.day(day), RUN, batch -> {});
        }
        assertThat(Adjustments.list(database, SmallTown.ONE))
                .extracting(fee -> fee.adjustment().reason() + " "
                        + fee.adjustment().item() + " " + fee.adjustment().amount() + " "
                        + fee.adjustment().evidence())
                .containsExactly(
                        "dunning-fee " + bill + " 15.00 reminder of 2020-02-15 for " + bill,
                        "dunning-fee " + other + " 15.00 reminder of 2020-03-01 for " + other);
        assertThat(town.number("select count(*) from dunning_notice where kind = 'adjustment'"))
                .isZero();
        assertThat(ServiceOrders.list(database, SmallTown.ONE).getFirst().overdue())
                .isEqualTo(Money.parse("315.00"));
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }

    /// What is disputed does not count as overdue, and its days are added to the delays of its steps.
    @Test
    void aDisputeKeepsItsItemBack() {
        Change why = new Change(Instant.parse("2020-12-31T14:00:00Z"), "clerk", "letter");
        Disputes.open(
                database,
                new AdjustmentRules(
                        Map.of("error", new AdjustmentReason("error", null, true, true)), Money.ZERO, Map.of(), 0, 30),
                new Disputes.Opened(SmallTown.ONE, bill, null, "error", "letter"),
                new Days(SmallTown.day(36), SmallTown.TODAY),
                why);
        assertThat(run(38)).containsExactly("1 reminder held by dispute");
        assertThat(run(50)).containsExactly("1 send reminder", "1 reminder held by dispute");
        Disputes.reject(database, 1, new Days(SmallTown.day(55), SmallTown.TODAY), why);
        assertThat(run(56)).containsExactly("1 reminder waits", "1 cut waits");
        assertThat(run(57)).containsExactly("1 send reminder", "1 cut waits");
    }

    @Test
    void stopsCountForTheirDaysAndTheirItem() {
        DunningStops.Stored stored = stop(DunningStop.PERSON, other, 30);
        assertThat(run(50)).containsExactly("1 send reminder", "1 reminder held by person");
        LocalDate end = SmallTown.day(51);
        assertThat(DunningStops.end(database, stored.number(), end, CHIEF)
                        .orElseThrow()
                        .stop()
                        .to())
                .isEqualTo(end);
        assertThat(run(51)).containsExactly("1 cut waits", "1 send reminder");
        assertThat(DunningStops.end(database, 9, end, CHIEF)).isEmpty();
        assertThat(DunningStops.begin(database, "0000000009", DunningStop.DISPUTE, null, end, null, CHIEF))
                .isEmpty();
        assertThat(DunningStops.list(database, SmallTown.ONE)).hasSize(1);
    }
}
