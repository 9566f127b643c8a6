package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.ComingOutage;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutageNotices;
import org.taswiya.store.outage.Outages;

/// Whoever is told of an interruption sees it, until it is over, and nobody else does.
final class ComingOutageTest {
    private static final LocalDateTime TODAY = MailTown.TODAY.atTime(9, 0);
    private static final LocalDateTime FROM = TODAY.plusDays(7);
    private static final LocalDateTime TO = FROM.plusHours(6);
    private static final List<String> ACCOUNTS =
            IntStream.rangeClosed(1, 4).mapToObj(MailTown::account).toList();

    private static final class Silent implements Announcements.Listener {
        @Override
        public void queued(StoredMessage message, Announcement announcement) {}

        @Override
        public void unreached(Cause cause, String account) {}

        @Override
        public void unwanted(Cause cause, String account) {}
    }

    private static Outage plan(MailTown town, LocalDateTime from, LocalDateTime to, String... premises) {
        return Outages.plan(
                        town.database(),
                        "electricity",
                        new OutageArea.Premises(List.of(premises)),
                        new Outages.Times(from, to, Map.of()),
                        TODAY,
                        MailTown.WHY,
                        false)
                .outage();
    }

    private static List<String> seen(MailTown town, LocalDateTime now) {
        return ComingOutage.of(town.database(), ACCOUNTS, now).stream()
                .map(coming -> coming.outage().number() + " " + Integer.parseInt(coming.account()))
                .toList();
    }

    @Test
    void whoeverIsToldSeesIt() {
        MailTown town = MailTown.fresh(4);
        town.everybodyByEmail(4);
        Outage outage = plan(town, FROM, TO, "L1", "L3");
        OutageNotices.notify(town.database(), outage.number(), TODAY, MailTown.WHY, false, new Silent());
        assertThat(town.outbox()).containsExactly("email 1 queued 0", "email 3 queued 0");
        assertThat(seen(town, TODAY)).containsExactly("1 1", "1 3");
        assertThat(ComingOutage.of(town.database(), List.of(ACCOUNTS.get(1)), TODAY))
                .isEmpty();
    }

    @Test
    void itIsSeenWhileItLastsAndNoLonger() {
        MailTown town = MailTown.fresh(1);
        plan(town, FROM, TO, "L1");
        assertThat(seen(town, TO.minusMinutes(1))).containsExactly("1 1");
        assertThat(seen(town, TO)).isEmpty();
    }

    @Test
    void theNextOneComesFirstAndWhatIsCalledOffNotAtAll() {
        MailTown town = MailTown.fresh(1);
        plan(town, FROM.plusDays(9), TO.plusDays(9), "L1");
        plan(town, FROM, TO, "L1");
        Outage off = plan(town, FROM.plusDays(1), TO.plusDays(1), "L1");
        Outages.change(
                town.database(), off.number(), OutageState.CANCELLED, null, null, Map.of(), TODAY, MailTown.WHY, false);
        assertThat(seen(town, TODAY)).containsExactly("2 1", "1 1");
    }

    @Test
    void whatWasMovedIsSeenAsItIsNow() {
        MailTown town = MailTown.fresh(1);
        Outage outage = plan(town, FROM, TO, "L1");
        Outages.change(
                town.database(),
                outage.number(),
                OutageState.CHANGED,
                FROM.plusDays(2),
                TO.plusDays(2),
                Map.of(),
                TODAY,
                MailTown.WHY,
                false);
        assertThat(ComingOutage.of(town.database(), ACCOUNTS, TO.plusDays(1)))
                .singleElement()
                .satisfies(coming -> assertThat(coming.outage().now().from()).isEqualTo(FROM.plusDays(2)));
    }
}
