package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.OutboxClaims;
import org.taswiya.store.message.StoredAttempt;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutageNotices;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.outage.Outages.Said;
import org.taswiya.store.outage.Outages.Times;
import org.taswiya.store.population.PopulationWriter;

/// Houses 1 to 5 have a premise and an agreement each.
final class OutageNoticesTest {
    private static final LocalDateTime TODAY = MailTown.TODAY.atTime(9, 0);
    private static final LocalDateTime MORNING = LocalDateTime.parse("2020-03-10T08:00");
    private static final Times TIMES = new Times(MORNING, MORNING.plusHours(6), Map.of());

    /// What came of each, as `sms 1` or `none 3`.
    private static final class Heard implements Announcements.Listener {
        private final List<String> all = new ArrayList<>();
        private final List<String> news = new ArrayList<>();

        @Override
        public void queued(StoredMessage message, Announcement announcement) {
            all.add(message.contact().channel().code() + " " + Long.parseLong(message.account()));
            Announcement.Interruption told = (Announcement.Interruption) announcement;
            boolean isMoved = told.state() == OutageState.CHANGED && told.isMoved();
            news.add(told.state().code() + (isMoved ? " moved " : " ") + Long.parseLong(message.account()));
        }

        @Override
        public void unreached(Cause cause, String account) {
            all.add("none " + Long.parseLong(account));
        }

        @Override
        public void unwanted(Cause cause, String account) {
            all.add("unwanted " + Long.parseLong(account));
        }
    }

    private static List<String> notify(MailTown town, Outage outage, boolean isTrial) {
        Heard heard = new Heard();
        assertThat(OutageNotices.notify(town.database(), outage.number(), TODAY, MailTown.WHY, isTrial, heard))
                .isPresent();
        return heard.all;
    }

    /// What is told in full, as `planned 1` or `changed moved 2`.
    private static List<String> news(MailTown town, Outage outage) {
        Heard heard = new Heard();
        OutageNotices.notify(town.database(), outage.number(), TODAY, MailTown.WHY, false, heard);
        return heard.news;
    }

    private static Outage plan(MailTown town, String... premises) {
        return plan(town, TIMES, premises).outage();
    }

    private static Said plan(MailTown town, Times times, String... premises) {
        OutageArea there = new OutageArea.Premises(List.of(premises));
        return Outages.plan(town.database(), "electricity", there, times, TODAY, MailTown.WHY, false);
    }

    private static Outage change(MailTown town, Outage outage, Times times) {
        return Outages.change(
                        town.database(),
                        outage.number(),
                        OutageState.CHANGED,
                        times.from(),
                        times.to(),
                        times.reasons(),
                        TODAY,
                        MailTown.WHY,
                        false)
                .orElseThrow()
                .outage();
    }

    private static Outage move(MailTown town, Outage outage, OutageState state, @Nullable LocalDateTime to) {
        LocalDateTime now = state == OutageState.ENDED && to != null ? to : TODAY;
        return Outages.change(town.database(), outage.number(), state, null, to, Map.of(), now, MailTown.WHY, false)
                .orElseThrow()
                .outage();
    }

    @Test
    void everybodyServedThereIsToldOnceAndNobodyElse() {
        MailTown town = MailTown.fresh(4);
        town.reach(1, Language.AR, MailTown.sms(1), MailTown.email(1));
        town.reach(2, null, MailTown.email(2));
        town.reach(4, null, MailTown.email(4));
        Outage outage = plan(town, "L1", "L2", "L3");
        assertThat(notify(town, outage, true)).containsExactly("sms 1", "email 2", "none 3");
        assertThat(town.outbox()).isEmpty();
        assertThat(notify(town, outage, false)).containsExactly("sms 1", "email 2", "none 3");
        assertThat(notify(town, outage, false)).containsExactly("none 3");
        town.reach(3, null, MailTown.email(3));
        assertThat(notify(town, outage, false)).containsExactly("email 3");
        assertThat(notify(town, outage, false)).isEmpty();
        assertThat(town.outbox()).containsExactly("sms 1 queued 0", "email 2 queued 0", "email 3 queued 0");
    }

    @Test
    void aNewerVersionIsToldToAllWhoWereToldAndTheOlderOneIsWithdrawn() {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        Outage outage = plan(town, "L1");
        notify(town, outage, false);
        Outage later = move(town, outage, OutageState.CHANGED, MORNING.plusHours(9));
        assertThat(notify(town, later, false)).containsExactly("email 1");
        assertThat(town.send(1, MailTown.NOW).of(AttemptEvent.WITHDRAWN)).isOne();
        assertThat(town.outbox()).containsExactly("email 1 failed 1", "email 1 queued 0");
        Outage over = move(town, later, OutageState.ENDED, MORNING.plusHours(7));
        assertThat(notify(town, over, false)).containsExactly("email 1");
        assertThat(over.versions())
                .extracting(version -> version.state().code())
                .containsExactly("planned", "changed", "ended");
    }

    @Test
    void whatIsOverStaysSo() {
        MailTown town = MailTown.fresh(1);
        Outage outage = move(town, plan(town, "L1"), OutageState.CANCELLED, null);
        assertThatThrownBy(() -> move(town, outage, OutageState.CHANGED, MORNING.plusHours(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outage 1 is cancelled");
        assertThat(Outages.change(
                        town.database(), 9, OutageState.ENDED, null, null, Map.of(), TODAY, MailTown.WHY, false))
                .isEmpty();
    }

    @Test
    void whereItIsHasToBeThere() {
        MailTown town = MailTown.fresh(1);
        assertThatThrownBy(() -> plan(town, "NOWHERE")).hasMessageContaining("there are no premises NOWHERE");
        assertThatThrownBy(() -> Outages.plan(
                        town.database(),
                        "gas",
                        new OutageArea.Premises(List.of("L1")),
                        TIMES,
                        TODAY,
                        MailTown.WHY,
                        false))
                .hasMessageContaining("nobody takes gas at");
        assertThatThrownBy(() -> new Times(MORNING, MORNING, Map.of())).hasMessageContaining("ends before it begins");
    }

    @Test
    void nothingOfATrialStays() {
        MailTown town = MailTown.fresh(1);
        Change why = MailTown.WHY;
        OutageArea there = new OutageArea.Premises(List.of("L1"));
        assertThat(Outages.plan(town.database(), "electricity", there, TIMES, TODAY, why, true)
                        .outage()
                        .number())
                .isOne();
        assertThat(Outages.list(town.database())).isEmpty();
        assertThat(LocalDate.of(2020, 3, 10)).isEqualTo(MORNING.toLocalDate());
    }

    @Test
    void nobodyIsToldThatWhatTheyNeverHeardOfIsOff() {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        Outage off = move(town, plan(town, "L1", "L2"), OutageState.CANCELLED, null);
        assertThat(notify(town, off, false)).isEmpty();
        Outage over = move(town, plan(town, "L1", "L2"), OutageState.ENDED, MORNING.plusHours(7));
        assertThat(notify(town, over, false)).isEmpty();
        assertThat(town.outbox()).isEmpty();
    }

    /// Account 3 moves out of L3 on 11 March, 4 into it.
    @Test
    void whoHearsOfItForTheFirstTimeHearsThatItIsPlanned() {
        MailTown town = MailTown.fresh(4);
        town.everybodyByEmail(4);
        moveIn(town, 3, 4, LocalDate.of(2020, 3, 11));
        Outage outage = plan(town, "L1", "L3");
        assertThat(news(town, outage)).containsExactly("planned 1", "planned 3");
        Outage later = change(town, outage, new Times(MORNING.plusDays(3), MORNING.plusDays(4), Map.of()));
        assertThat(news(town, later)).containsExactly("changed moved 1", "changed moved 3", "planned 4");
        Outage off = move(town, later, OutageState.CANCELLED, null);
        assertThat(news(town, off)).containsExactly("cancelled 1", "cancelled 3", "cancelled 4");
    }

    @Test
    void aNewVersionOfWhatNobodyHeardOfIsPlanned() {
        MailTown town = MailTown.fresh(1);
        town.everybodyByEmail(1);
        assertThat(news(town, move(town, plan(town, "L1"), OutageState.CHANGED, MORNING.plusHours(9))))
                .containsExactly("planned 1");
    }

    @Test
    void whoMovesInOnTheSecondDayIsTold() {
        MailTown town = MailTown.fresh(4);
        town.everybodyByEmail(4);
        moveIn(town, 3, 4, LocalDate.of(2020, 3, 11));
        moveIn(town, 1, 2, LocalDate.of(2020, 3, 12));
        Times untilMidnight = new Times(MORNING, LocalDateTime.parse("2020-03-12T00:00"), Map.of());
        assertThat(news(town, plan(town, untilMidnight, "L1", "L3").outage()))
                .containsExactly("planned 1", "planned 3", "planned 4");
        Times intoTheThirdDay = new Times(MORNING, LocalDateTime.parse("2020-03-12T00:01"), Map.of());
        assertThat(news(town, plan(town, intoTheThirdDay, "L1").outage())).containsExactly("planned 1", "planned 2");
    }

    @Test
    void anotherReasonIsNoOtherTime() {
        MailTown town = MailTown.fresh(1);
        town.everybodyByEmail(1);
        Outage outage = plan(town, "L1");
        notify(town, outage, false);
        Map<Language, String> storm = Map.of(Language.AR, "عاصفة", Language.FR, "tempête", Language.EN, "storm");
        Outage reason = change(town, outage, new Times(MORNING, MORNING.plusHours(6), storm));
        assertThat(news(town, reason)).containsExactly("changed 1");
        Outage moved = change(town, reason, new Times(MORNING, MORNING.plusHours(8), storm));
        assertThat(news(town, moved)).containsExactly("changed moved 1");
        Map<Language, String> works = Map.of(Language.AR, "أشغال", Language.FR, "travaux", Language.EN, "works");
        Outage unsent = change(town, moved, new Times(MORNING, MORNING.plusHours(8), works));
        assertThat(news(town, unsent))
                .as("the one that moved it has not gone out")
                .containsExactly("changed moved 1");
    }

    @Test
    void supplyIsNotBackBeforeItIs() {
        MailTown town = MailTown.fresh(1);
        Outage outage = plan(town, "L1");
        assertThatThrownBy(() -> Outages.change(
                        town.database(),
                        outage.number(),
                        OutageState.ENDED,
                        null,
                        MORNING.plusHours(5),
                        Map.of(),
                        MORNING.plusHours(4),
                        MailTown.WHY,
                        false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outage 1 cannot have ended at 2020-03-10T13:00: it is 2020-03-10T12:00 now");
        assertThat(Outages.of(town.database(), 1).orElseThrow().versions()).hasSize(1);
    }

    @Test
    void whatIsOverIsNeitherPlannedNorAnnounced() {
        MailTown town = MailTown.fresh(1);
        town.everybodyByEmail(1);
        Times gone = new Times(TODAY.minusHours(3), TODAY, Map.of());
        assertThatThrownBy(() -> plan(town, gone, "L1")).hasMessageContaining("is nothing to plan");
        Outage outage = plan(town, "L1");
        assertThatThrownBy(() -> change(town, outage, gone)).hasMessageContaining("would have been over");
        assertThatThrownBy(() -> OutageNotices.notify(
                        town.database(), 1, MORNING.plusHours(6), MailTown.WHY, false, new Heard()))
                .hasMessageContaining("outage 1 was over at 2020-03-10T14:00");
        Times going = new Times(TODAY.minusHours(3), TODAY.plusMinutes(1), Map.of());
        assertThat(plan(town, going, "L1").overlapping()).isEmpty();
    }

    @Test
    void whatIsOverBeforeItsTurnIsNotSent() {
        MailTown town = MailTown.fresh(1);
        town.everybodyByEmail(1);
        notify(town, plan(town, "L1"), false);
        assertThat(town.send(1, MORNING.plusHours(6).toInstant(ZoneOffset.UTC)).of(AttemptEvent.WITHDRAWN))
                .isOne();
        assertThat(town.outbox()).containsExactly("email 1 failed 1");
        assertThat(Messages.of(town.database(), 1).orElseThrow().attempts())
                .extracting(StoredAttempt::said)
                .containsExactly("the interruption is over");
    }

    @Test
    void anotherOfTheSameServiceThereAtTheSameTimeIsSaid() {
        MailTown town = MailTown.fresh(3);
        Outage first = plan(town, "L1", "L2");
        assertThat(plan(town, TIMES, "L3").overlapping()).isEmpty();
        assertThat(plan(town, TIMES, "L2", "L3").overlapping()).containsExactly(1L, 2L);
        Times after = new Times(TIMES.to(), TIMES.to().plusHours(1), Map.of());
        assertThat(plan(town, after, "L1").overlapping()).isEmpty();
        move(town, first, OutageState.CANCELLED, null);
        assertThat(plan(town, TIMES, "L1").overlapping()).isEmpty();
    }

    @Test
    void whereItIsIsKnown() {
        MailTown town = MailTown.fresh(2);
        assertThat(plan(town, "L1", "L2").areas()).containsExactly("Maarif");
    }

    @Test
    void aCodeDoesNotWaitBehindAnOutage() {
        MailTown town = MailTown.fresh(1);
        town.everybodyByEmail(1);
        notify(town, plan(town, "L1"), false);
        ContactCodes.send(town.database(), MailTown.account(1), MailTown.email(1), "483920", null, MailTown.WHY);
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.EMAIL)) {
            assertThat(claims.next(MailTown.NOW, 1).getFirst().message().cause().kind())
                    .isEqualTo(Cause.Kind.CONTACT_CODE);
        }
    }

    /// The account of a house moves out on a day, and another one in.
    private static void moveIn(MailTown town, int house, int account, LocalDate day) {
        try (Connection connection = town.database().connect();
                PreparedStatement end =
                        connection.prepareStatement("update service_agreement set to_day = ? where usage_point = ?")) {
            end.setObject(1, day);
            end.setString(2, "U" + house);
            end.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String tariff = "casablanca/electricity-household";
        try (PopulationWriter writer = PopulationWriter.open(town.database(), MailTown.WHY)) {
            writer.add(
                    new ServiceAgreement("C9000" + house, MailTown.account(account), "U" + house, tariff, 1, day, null),
                    day);
            writer.commit();
        }
    }
}
