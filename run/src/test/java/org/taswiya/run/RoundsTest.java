package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.rounds.OrderOutcome;
import org.taswiya.store.rounds.OrderResult;
import org.taswiya.store.rounds.ReadingRound;
import org.taswiya.store.rounds.ReadingRounds;
import org.taswiya.store.rounds.ReadingRoutes;
import org.taswiya.store.rounds.RoundOrder;
import org.taswiya.store.rounds.RoundReport;
import org.taswiya.store.rounds.UnreadMeters;
import org.taswiya.store.suspension.Suspensions;

/// A reader walks past six meters of the sample town, one of them in Anfa, for three days in June 2020.
final class RoundsTest {
    private static final List<String> WALK = List.of("E3", "E1", "E2", "E4", "E6", "E5");
    private static final DateRange DAYS = days("2020-06-10", "2020-06-13");
    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final Change WHY = new Change(Instant.parse("2020-06-09T08:00:00Z"), "Salma", "June");

    private final Database database = TestDatabases.fresh();

    RoundsTest() throws SQLException {
        new SampleUtility(20, 3).fill(database);
        execute("update premise set area = 'Anfa' where reference ="
                + " (select premise from usage_point where reference = 'E4')");
        ReadingRoutes.lay(database, "EAST", WALK, WHY, false);
    }

    private static DateRange days(String from, String to) {
        return DateRange.of(LocalDate.parse(from), LocalDate.parse(to));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ReadingRound plan(DateRange days) {
        return ReadingRounds.plan(database, "EAST", days, WHY, false);
    }

    private void read(String usagePoint, Reading reading) {
        ReadingCorrections.add(database, usagePoint, reading, WHY);
    }

    private void visit(String usagePoint, String at, String remark) throws SQLException {
        execute("insert into visit (usage_point, at, remark, change) values ('" + usagePoint + "', '" + at + "', '"
                + remark + "', 1)");
    }

    private static ActualReading actual(String at) {
        return new ActualReading(LocalDate.parse(at), Decimal.of(9_000), "reader");
    }

    private Map<String, OrderOutcome> outcomes(ReadingRound round) {
        Map<String, OrderOutcome> outcomes = new LinkedHashMap<>();
        RoundReport.of(
                database, round.number(), CASABLANCA, result -> outcomes.put(result.usagePoint(), result.outcome()));
        return outcomes;
    }

    @Test
    void whatBecameOfAnOrderIsWhatReadingsAndVisitsSay() throws SQLException {
        ReadingRound round = plan(DAYS);
        read("E1", actual("2020-06-10"));
        read("E2", new CustomerReading(LocalDate.parse("2020-06-12"), Decimal.of(9_100), "app"));
        visit("E3", "2020-06-11T09:30:00Z", "no-access");
        Suspensions.begin(
                database,
                new Suspension("WORKS", Set.of(Activity.READING), "Anfa", DAYS.from(), DAYS.to(), "Order 7"),
                WHY,
                false);
        read("E5", actual("2020-06-13")); // the day after
        read("E6", new EstimatedReading(LocalDate.parse("2020-06-11"), Decimal.of(9_000), "two-years"));

        List<OrderResult> results = new ArrayList<>();
        RoundReport report = RoundReport.of(database, round.number(), CASABLANCA, results::add);
        assertThat(results).extracting(OrderResult::usagePoint).isEqualTo(WALK);
        assertThat(results)
                .extracting(OrderResult::outcome)
                .containsExactly(
                        OrderOutcome.NOT_READ,
                        OrderOutcome.READ,
                        OrderOutcome.READ_BY_CUSTOMER,
                        OrderOutcome.SUSPENDED,
                        OrderOutcome.OPEN,
                        OrderOutcome.OPEN);
        assertThat(results.getFirst().remark()).isEqualTo(Remark.NO_ACCESS);
        assertThat(results.get(3).stop().suspensions()).containsExactly("WORKS");
        assertThat(results.get(2).value()).isEqualTo(Decimal.of(9_100));
        assertThat(report.done()).isEqualTo(2);
        assertThat(report.suspended()).isEqualTo(Map.of("WORKS (Order 7)", 1L));
        assertThat(report.remarks()).isEqualTo(Map.of(Remark.NO_ACCESS, 1L));
    }

    @Test
    void daysOnWhichNobodyIsToReadAreNamedAndSeveralSuspensionsTogetherSkipAnOrder() {
        ReadingRound round = plan(DAYS);
        stop("WORKS", "2020-06-10", "2020-06-12");
        assertThat(outcomes(round)).containsEntry("E4", OrderOutcome.OPEN);
        List<RoundOrder> orders = new ArrayList<>();
        ReadingRounds.orders(database, round.number(), orders::add);
        assertThat(orders).anySatisfy(order -> {
            assertThat(order.stop().isPart()).isTrue();
            assertThat(order.stop().suspensions()).containsExactly("WORKS");
            assertThat(order.stop().days()).containsExactly(LocalDate.of(2020, 6, 10), LocalDate.of(2020, 6, 11));
        });
        stop("FLOOD", "2020-06-11", "2020-06-13");
        assertThat(outcomes(round)).containsEntry("E4", OrderOutcome.SUSPENDED);
        assertThat(RoundReport.of(database, round.number(), CASABLANCA, _ -> {}).suspended())
                .isEqualTo(Map.of("FLOOD (Order FLOOD), WORKS (Order WORKS)", 1L));
        orders.clear();
        ReadingRounds.orders(database, round.number(), orders::add);
        assertThat(orders).anyMatch(order -> order.stop().suspensions().equals(List.of("FLOOD", "WORKS")));
    }

    private void stop(String reference, String from, String to) {
        Suspensions.begin(
                database,
                new Suspension(
                        reference,
                        Set.of(Activity.READING),
                        "Anfa",
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        "Order " + reference),
                WHY,
                false);
    }

    /// Results come in any order, late and twice; the surest counts.
    @Test
    void aReadingCountsWhateverWasFoundBefore() throws SQLException {
        ReadingRound round = plan(DAYS);
        visit("E3", "2020-06-10T08:00:00Z", "no-access");
        assertThat(outcomes(round)).containsEntry("E3", OrderOutcome.NOT_READ);
        read("E3", new CustomerReading(LocalDate.parse("2020-06-10"), Decimal.of(9_000), "app"));
        assertThat(outcomes(round)).containsEntry("E3", OrderOutcome.READ_BY_CUSTOMER);
        read("E3", actual("2020-06-10"));
        read("E3", actual("2020-06-10"));
        assertThat(outcomes(round)).containsEntry("E3", OrderOutcome.READ);
    }

    /// As long as one day is left to read on, nothing is skipped.
    @Test
    void aSuspensionOfSomeOfItsDaysSkipsNothing() {
        ReadingRound round = plan(DAYS);
        Suspensions.begin(
                database,
                new Suspension(
                        "SHORT",
                        Set.of(Activity.READING),
                        null,
                        DAYS.from(),
                        DAYS.to().minusDays(1),
                        "Order 8"),
                WHY,
                false);
        assertThat(outcomes(round).values()).containsOnly(OrderOutcome.OPEN);
    }

    @Test
    void aVisitIsOfTheDayOfTheUtility() throws SQLException {
        ReadingRound round = plan(DAYS);
        visit("E3", "2020-06-09T23:30:00Z", "flooded"); // half past midnight in Casablanca
        visit("E1", "2020-06-12T23:30:00Z", "flooded"); // the day after the last
        assertThat(outcomes(round)).containsEntry("E3", OrderOutcome.NOT_READ).containsEntry("E1", OrderOutcome.OPEN);
    }

    @Test
    void aHandheldGetsWhatFindsTheMeterAndTellsAMisread() {
        List<RoundOrder> orders = new ArrayList<>();
        ReadingRounds.orders(database, plan(days("2020-05-10", "2020-05-11")).number(), orders::add);
        assertThat(orders).extracting(RoundOrder::usagePoint).isEqualTo(WALK);
        assertThat(orders).allSatisfy(order -> {
            assertThat(order.serial()).isNotEmpty();
            assertThat(order.address()).isNotEmpty();
            assertThat(order.lastDay()).isBefore("2020-05-10");
            assertThat(order.lastValue()).isNotNull();
            assertThat(order.stop().days()).isEmpty();
        });
    }

    @Test
    void aRouteIsLaidAnewAndRoundsOfBeforeKeepTheirOrders() {
        ReadingRound before = plan(DAYS);
        assertThat(ReadingRoutes.lay(database, "EAST", WALK, WHY, false)).isFalse();
        assertThat(ReadingRoutes.lay(database, "EAST", List.of("E7"), WHY, false))
                .isTrue();
        assertThat(plan(DAYS)).isEqualTo(before);
        assertThat(outcomes(before).keySet()).containsExactlyElementsOf(WALK);
        assertThat(outcomes(plan(days("2020-07-01", "2020-07-02"))).keySet()).containsExactly("E7");
        assertThat(ReadingRoutes.all(database)).containsExactly(new ReadingRoutes.LaidRoute("EAST", 1));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> ReadingRoutes.lay(database, "WEST", List.of("E1", "E99", "E98"), WHY, false))
                .hasMessage("There is no usage point E99, E98");
        assertThatThrownBy(() -> ReadingRoutes.lay(database, "WEST", List.of("E1", "E1"), WHY, false))
                .hasMessage("Usage point E1 is twice on route WEST; keep one");
        assertThatThrownBy(() -> ReadingRounds.plan(database, "WEST", DAYS, WHY, false))
                .hasMessageContaining("There is no route WEST");
        assertThatThrownBy(() -> RoundReport.of(database, 9, CASABLANCA, _ -> {}))
                .hasMessageContaining("There is no round 9");
    }

    /// In three rounds: E1 is read in the last, E2 in the first, E3 never; E4 had a customer's reading only.
    @Test
    void whoStaysUnreadIsFoundByTheLastRounds() throws SQLException {
        plan(days("2020-07-01", "2020-07-03"));
        plan(days("2020-08-01", "2020-08-03"));
        plan(days("2020-09-01", "2020-09-03"));
        read("E1", actual("2020-09-02"));
        read("E2", actual("2020-07-01"));
        read("E4", new CustomerReading(LocalDate.parse("2020-08-02"), Decimal.of(9_100), "app"));
        visit("E3", "2020-08-01T10:00:00Z", "no-access");
        visit("E3", "2020-09-01T10:00:00Z", "broken");
        assertThat(unread(3, "2020-09-30")).containsExactlyInAnyOrder("E3", "E4", "E5", "E6");
        assertThat(unread(2, "2020-09-30")).containsExactlyInAnyOrder("E2", "E3", "E4", "E5", "E6");
        assertThat(unread(2, "2020-08-31")).containsExactlyInAnyOrder("E1", "E3", "E4", "E5", "E6");
        assertThat(unread(4, "2020-09-30")).isEmpty();
        assertThat(UnreadMeters.list(database, 3, LocalDate.parse("2020-09-30"), CASABLANCA))
                .filteredOn(meter -> meter.usagePoint().equals("E3"))
                .singleElement()
                .satisfies(meter -> assertThat(meter.remarks()).containsExactly(Remark.BROKEN, Remark.NO_ACCESS));
    }

    private List<String> unread(int rounds, String on) {
        return UnreadMeters.list(database, rounds, LocalDate.parse(on), CASABLANCA).stream()
                .map(UnreadMeters.UnreadMeter::usagePoint)
                .toList();
    }
}
