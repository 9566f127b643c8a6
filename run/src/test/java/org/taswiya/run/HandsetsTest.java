package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.handset.EntryAnswer;
import org.taswiya.store.handset.EntryOutcome;
import org.taswiya.store.handset.EntryRows;
import org.taswiya.store.handset.HandedRound;
import org.taswiya.store.handset.HandedRounds;
import org.taswiya.store.handset.Handset;
import org.taswiya.store.handset.HandsetAnswer;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.handset.RoundAssignments;
import org.taswiya.store.handset.RoundEntries;
import org.taswiya.store.handset.RoundEntries.Clocks;
import org.taswiya.store.handset.RoundEntry;
import org.taswiya.store.handset.VisitPhotos;
import org.taswiya.store.rounds.OrderOutcome;
import org.taswiya.store.rounds.ReadingRounds;
import org.taswiya.store.rounds.ReadingRoutes;
import org.taswiya.store.rounds.RoundReport;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRole;

/// Two readers walk past four meters of the sample town in June 2020, each with a handset.
final class HandsetsTest {
    private static final Instant EVENING = Instant.parse("2020-06-09T18:00:00Z");
    private static final Instant MORNING = Instant.parse("2020-06-10T08:00:00Z");
    private static final Instant NOON = Instant.parse("2020-06-10T11:00:00Z");
    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final DateRange DAYS = DateRange.of(LocalDate.of(2020, 6, 10), LocalDate.of(2020, 6, 13));
    private static final Change WHY = new Change(EVENING, "nadia", "June");

    private final Database database = TestDatabases.fresh();
    private final Map<String, Long> tickets = new HashMap<>();

    HandsetsTest() {
        new SampleUtility(20, 3).fill(database);
        ReadingRoutes.lay(database, "EAST", List.of("E3", "E1", "E2", "E4"), WHY, false);
        ReadingRounds.plan(database, "EAST", DAYS, WHY, false);
        hire("salma");
        hire("youssef");
        assertThat(RoundAssignments.assign(database, 1, "salma", WHY)).isEqualTo(new HandsetAnswer.Done());
    }

    private void hire(String name) {
        Staff.add(database, name, StaffRole.READER, "TICKET-OF-" + name, WHY);
        long ticket = StaffDoor.ticket(database, name, "TICKET-OF-" + name, EVENING).orElseThrow();
        StaffDoor.choose(database, ticket, "$argon2id$none", new byte[20], WHY);
        tickets.put(name, ticket);
    }

    private Handset register(String id, String reader) {
        Handsets.register(database, id, reader, tickets.getOrDefault(reader, 0L), new byte[91], WHY);
        return known(id);
    }

    private Handset known(String id) {
        return Handsets.find(database, id).orElseThrow();
    }

    private static RoundEntry entry(
            String point, Instant at, @Nullable String value, @Nullable Remark remark) {
        return new RoundEntry(
                UUID.randomUUID(),
                1,
                point,
                at,
                value == null ? null : Decimal.parse(value),
                remark,
                null,
                null,
                false);
    }

    private EntryAnswer send(Handset handset, RoundEntry entry, Instant sent, Instant received) {
        return RoundEntries.take(
                database, handset, entry, new Clocks(sent, received, CASABLANCA), ReadingChecks.NONE);
    }

    private EntryAnswer send(Handset handset, RoundEntry entry) {
        return send(handset, entry, NOON, NOON);
    }

    private static EntryAnswer kept(EntryOutcome outcome, Instant at) {
        return new EntryAnswer.Kept(outcome, at, false);
    }

    private static EntryAnswer putRight(EntryOutcome outcome, Instant at) {
        return new EntryAnswer.Kept(outcome, at, true);
    }

    private List<HandedRound> take(Handset handset) {
        return HandedRounds.of(database, handset, MORNING, CASABLANCA);
    }

    /// What E-something is likely to show: its last value and a little.
    private String likely(String point) throws SQLException {
        return number("select value + 5 from reading where usage_point = '" + point
                + "' and at < '2020-06-10' order by at desc, revision desc limit 1");
    }

    private String number(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getBigDecimal(1).stripTrailingZeros().toPlainString())
                    .getFirst();
        }
    }

    private Map<String, OrderOutcome> outcomes() {
        Map<String, OrderOutcome> outcomes = new HashMap<>();
        RoundReport.of(database, 1, CASABLANCA, result -> outcomes.put(result.usagePoint(), result.outcome()));
        return outcomes;
    }

    @Test
    void aReaderHasTheRoundInWalkingOrderAndNobodyElseHas() {
        Handset hers = register("AAAABBBB", "salma");
        Handset his = register("CCCCDDDD", "youssef");
        assertThat(take(his)).isEmpty();
        assertThat(take(hers)).singleElement().satisfies(round -> assertThat(round.orders())
                .extracting(order -> order.order().usagePoint())
                .containsExactly("E3", "E1", "E2", "E4"));
        assertThat(HandedRounds.of(database, hers, Instant.parse("2020-06-13T08:00:00Z"), CASABLANCA))
                .isEmpty();
        assertThat(RoundAssignments.assign(database, 1, "youssef", WHY)).isEqualTo(new HandsetAnswer.Done());
        assertThat(take(hers)).isEmpty();
        assertThat(take(his)).hasSize(1);
    }

    @Test
    void anEntryIsTakenOnceAndTheSameAgainIsAnsweredTheSame() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers);
        RoundEntry read = entry("E1", MORNING, likely("E1"), null);
        assertThat(send(hers, read)).isEqualTo(kept(EntryOutcome.TAKEN, MORNING));
        assertThat(send(hers, read)).isEqualTo(kept(EntryOutcome.TAKEN, MORNING));
        RoundEntry other = new RoundEntry(
                read.id(), 1, "E1", MORNING, Decimal.of(7), null, null, null, false);
        assertThat(send(hers, other)).isEqualTo(new EntryAnswer.OtherContents());
        RoundEntry locked = entry("E2", MORNING, null, Remark.NO_ACCESS);
        assertThat(send(hers, locked)).isEqualTo(kept(EntryOutcome.VISITED, MORNING));
        assertThat(outcomes())
                .containsEntry("E1", OrderOutcome.READ)
                .containsEntry("E2", OrderOutcome.NOT_READ)
                .containsEntry("E3", OrderOutcome.OPEN);
        assertThat(number("select count(*) from visit")).isEqualTo("2");
        assertThat(number("select count(*) from round_entry")).isEqualTo("2");
    }

    @Test
    void aReaderPutsRightWhatTheyTypedAndWhatComesLateIsOvertaken() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers);
        String right = likely("E1");
        RoundEntry first = entry("E1", MORNING, "1" + right.substring(1), null);
        RoundEntry second = entry("E1", MORNING.plusSeconds(60), right, null);
        RoundEntry between = entry("E1", MORNING.plusSeconds(30), "77", null);
        send(hers, first);
        assertThat(send(hers, second)).isEqualTo(kept(EntryOutcome.TAKEN, MORNING.plusSeconds(60)));
        assertThat(send(hers, between)).isEqualTo(kept(EntryOutcome.OVERTAKEN, MORNING.plusSeconds(30)));
        assertThat(number("select value from reading where usage_point = 'E1' and at = '2020-06-10'"
                        + " order by revision desc limit 1"))
                .isEqualTo(right);
    }

    @Test
    void ofTwoWhoReadOnOneDayTheSecondWaitsAndTheCustomersOwnGivesWay() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        Handset his = register("CCCCDDDD", "youssef");
        take(hers);
        RoundAssignments.assign(database, 1, "youssef", WHY);
        take(his);
        String value = likely("E1");
        send(hers, entry("E1", MORNING, value, null));
        RoundEntry same = entry("E1", NOON, value, null);
        assertThat(send(his, same)).isEqualTo(kept(EntryOutcome.TAKEN, NOON));
        String other = number("select " + value + " + 1");
        assertThat(send(his, entry("E1", NOON.plusSeconds(1), other, null)))
                .isEqualTo(kept(EntryOutcome.READ_BY_ANOTHER, NOON));
        assertThat(number("select value from suspect_reading where usage_point = 'E1'"))
                .isEqualTo(other);
        LocalDate day = DAYS.from();
        String twos = likely("E2");
        ReadingCorrections.add(database, "E2", new CustomerReading(day, Decimal.of(1), "telephone"), WHY);
        assertThat(send(his, entry("E2", MORNING, twos, null))).isEqualTo(kept(EntryOutcome.TAKEN, MORNING));
        ReadingCorrections.add(
                database, "E3", new ActualReading(day, Decimal.parse(likely("E3")), "office"), WHY);
        assertThat(send(his, entry("E3", MORNING, number("select " + likely("E3") + " + 1"), null)))
                .isEqualTo(kept(EntryOutcome.READ_BY_ANOTHER, MORNING));
    }

    @Test
    void whatADialCannotShowIsRefusedAndTheVisitStays() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers);
        assertThat(send(hers, entry("E1", MORNING, "99999999999", null)))
                .isEqualTo(kept(EntryOutcome.IMPOSSIBLE, MORNING));
        assertThat(number("select count(*) from visit")).isEqualTo("1");
        assertThat(send(hers, entry("E9", MORNING, "5", null))).isEqualTo(new EntryAnswer.NotOfRound());
    }

    @Test
    void aClockThatIsWrongIsPutRight() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers); // since eight
        Instant ago = Instant.parse("2014-01-01T00:00:00Z");
        // six years slow, read two hours before it is sent
        assertThat(send(hers, entry("E1", ago, likely("E1"), null), ago.plusSeconds(7200), NOON))
                .isEqualTo(putRight(EntryOutcome.TAKEN, NOON.minusSeconds(7200)));
        // the battery was empty: typed in 1970, sent when the clock was right again
        assertThat(send(hers, entry("E2", Instant.EPOCH, likely("E2"), null), NOON, NOON))
                .isEqualTo(putRight(EntryOutcome.TAKEN, NOON));
        // a day fast
        Instant tomorrow = NOON.plusSeconds(86_400);
        assertThat(send(hers, entry("E3", tomorrow, likely("E3"), null), tomorrow, NOON))
                .isEqualTo(putRight(EntryOutcome.TAKEN, NOON));
        // a minute is nobody's fault
        assertThat(send(hers, entry("E4", MORNING, likely("E4"), null), NOON.minusSeconds(60), NOON))
                .isEqualTo(kept(EntryOutcome.TAKEN, MORNING));
    }

    @Test
    void whatComesWhenTheRoundIsOverIsOfTheDayItWasRead() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers);
        Instant weeksLater = Instant.parse("2020-06-30T08:00:00Z");
        assertThat(send(hers, entry("E1", NOON, likely("E1"), null), weeksLater, weeksLater))
                .isEqualTo(kept(EntryOutcome.TAKEN, NOON));
        assertThat(outcomes()).containsEntry("E1", OrderOutcome.READ);
    }

    @Test
    void aHandsetThatIsLockedGetsNothingAndWhatItHadIsSetAside() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers);
        assertThat(Handsets.lock(database, "AAAABBBB", WHY)).isEqualTo(new HandsetAnswer.Done());
        assertThat(Handsets.lock(database, "AAAABBBB", WHY)).isInstanceOf(HandsetAnswer.Refused.class);
        assertThat(Handsets.lock(database, "ZZZZZZZZ", WHY)).isInstanceOf(HandsetAnswer.Refused.class);
        assertThat(known("AAAABBBB").isOpen()).isFalse();
        assertThat(send(known("AAAABBBB"), entry("E1", MORNING, likely("E1"), null)))
                .isEqualTo(kept(EntryOutcome.SET_ASIDE, MORNING));
        assertThat(number("select count(*) from visit")).isEqualTo("0");
        assertThat(outcomes()).containsEntry("E1", OrderOutcome.OPEN);
        assertThat(EntryRows.of(database, 1))
                .singleElement()
                .satisfies(seen -> assertThat(seen.outcome()).isEqualTo(EntryOutcome.SET_ASIDE));
        Handsets.toldToErase(database, "AAAABBBB", NOON);
        assertThat(Handsets.all(database)).singleElement().satisfies(known -> {
            assertThat(known.erased()).isEqualTo(NOON);
            assertThat(known.setAside()).isEqualTo(1);
        });
    }

    @Test
    void whoIsDisabledOrResetHasNoHandset() {
        register("AAAABBBB", "salma");
        register("CCCCDDDD", "youssef");
        Staff.disable(database, "salma", WHY);
        Staff.reset(database, "youssef", "ANOTHER", WHY);
        assertThat(known("AAAABBBB").isOpen()).isFalse();
        assertThat(known("CCCCDDDD").isOpen()).isFalse();
        assertThat(RoundAssignments.assign(database, 1, "salma", WHY)).isInstanceOf(HandsetAnswer.Refused.class);
        assertThat(RoundAssignments.assign(database, 9, "youssef", WHY)).isInstanceOf(HandsetAnswer.Refused.class);
    }

    @Test
    void aPictureFollowsItsEntryOnce() throws SQLException {
        Handset hers = register("AAAABBBB", "salma");
        take(hers);
        RoundEntry with = new RoundEntry(
                UUID.randomUUID(), 1, "E1", MORNING, null, Remark.BROKEN, null, null, true);
        assertThat(VisitPhotos.keep(database, hers, with.id(), new byte[] {1}, NOON)).isFalse();
        send(hers, with);
        assertThat(VisitPhotos.keep(database, hers, with.id(), new byte[] {1}, NOON)).isTrue();
        assertThat(VisitPhotos.keep(database, hers, with.id(), new byte[] {2}, NOON)).isTrue();
        assertThat(VisitPhotos.find(database, with.id())).contains(new byte[] {1});
        assertThat(number("select count(*) from visit where photo = '" + with.id() + "'")).isEqualTo("1");
    }
}
