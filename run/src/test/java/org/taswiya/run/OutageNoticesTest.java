package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutageNotices;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.outage.Outages.Times;

/// Houses 1 to 5 have a premise and an agreement each.
final class OutageNoticesTest {
    private static final LocalDateTime MORNING = LocalDateTime.parse("2020-03-10T08:00");
    private static final Times TIMES = new Times(MORNING, MORNING.plusHours(6), Map.of());

    /// What came of each, as `sms 1` or `none 3`.
    private static final class Heard implements Announcements.Listener {
        private final List<String> all = new ArrayList<>();

        @Override
        public void queued(StoredMessage message, Announcement announcement) {
            all.add(message.contact().channel().code() + " " + Long.parseLong(message.account()));
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
        OutageNotices.notify(town.database(), outage.number(), MailTown.TODAY, MailTown.WHY, isTrial, heard)
                .orElseThrow();
        return heard.all;
    }

    private static Outage plan(MailTown town, String... premises) {
        return Outages.plan(
                town.database(), "electricity", new OutageArea.Premises(List.of(premises)), TIMES, MailTown.WHY, false);
    }

    private static Outage move(MailTown town, Outage outage, OutageState state, LocalDateTime to) {
        return Outages.change(town.database(), outage.number(), state, null, to, Map.of(), MailTown.WHY, false)
                .orElseThrow();
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
        assertThat(Outages.change(town.database(), 9, OutageState.ENDED, null, null, Map.of(), MailTown.WHY, false))
                .isEmpty();
    }

    @Test
    void whereItIsHasToBeThere() {
        MailTown town = MailTown.fresh(1);
        assertThatThrownBy(() -> plan(town, "NOWHERE")).hasMessageContaining("there are no premises NOWHERE");
        assertThatThrownBy(() -> Outages.plan(
                        town.database(), "gas", new OutageArea.Premises(List.of("L1")), TIMES, MailTown.WHY, false))
                .hasMessageContaining("nobody takes gas at");
        assertThatThrownBy(() -> new Times(MORNING, MORNING, Map.of())).hasMessageContaining("ends before it begins");
    }

    @Test
    void nothingOfATrialStays() {
        MailTown town = MailTown.fresh(1);
        Change why = MailTown.WHY;
        OutageArea there = new OutageArea.Premises(List.of("L1"));
        assertThat(Outages.plan(town.database(), "electricity", there, TIMES, why, true)
                        .number())
                .isOne();
        assertThat(Outages.list(town.database())).isEmpty();
        assertThat(LocalDate.of(2020, 3, 10)).isEqualTo(MORNING.toLocalDate());
    }
}
