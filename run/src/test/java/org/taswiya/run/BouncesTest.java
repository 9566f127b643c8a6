package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.DeliveryStatus;
import org.taswiya.core.message.DeliveryStatus.Action;
import org.taswiya.core.message.MailStatus;
import org.taswiya.store.Change;
import org.taswiya.store.message.Bounces;
import org.taswiya.store.message.Bounces.Answer;
import org.taswiya.store.message.Bounces.Unreachable;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Messages;

/// What mail systems report of e-mails that a real server has taken.
final class BouncesTest {
    private static final Instant LATER = MailTown.NOW.plus(Duration.ofHours(3));
    private static final LocalDate TOMORROW = MailTown.TODAY.plusDays(1);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void aServerIsThere() {
        server.start();
    }

    @AfterEach
    void itIsGone() {
        server.stop();
    }

    private MailTown sent(int houses) {
        MailTown town = MailTown.fresh(houses);
        for (int house = 1; house <= houses; house++) {
            town.reach(house, null, MailTown.email(house), MailTown.sms(house));
        }
        town.queue();
        town.send(server.getSmtp().getPort(), MailTown.NOW);
        return town;
    }

    private static DeliveryStatus line(int house, Action action, String status) {
        return new DeliveryStatus(
                "<bill." + new BillNumber(house) + ".email@utility.example>",
                Set.of("house" + house + "@example.org"),
                action,
                MailStatus.parse(status).orElseThrow(),
                "smtp; " + status + " so it is");
    }

    private static Answer take(MailTown town, DeliveryStatus line) {
        return Bounces.take(town.database(), line, new Change(LATER, "mail", "came back"));
    }

    private static List<Contact> reached(MailTown town, int house) {
        return Contacts.on(town.database(), MailTown.account(house), TOMORROW)
                .orElseThrow()
                .ladder()
                .rungs();
    }

    private static List<Unreachable> unreachable(MailTown town) {
        return Bounces.unreachable(town.database(), null, TOMORROW);
    }

    @Test
    void whoIsNotThereIsToldByTheNextChannelNowAndFromNowOn() {
        MailTown town = sent(2);
        Answer.Taken taken = (Answer.Taken) take(town, line(1, Action.FAILED, "5.1.1"));
        assertThat(taken.isNew() && taken.failed() && taken.isUnreachable()).isTrue();
        assertThat(taken.next()).isEqualTo(MailTown.sms(1));
        assertThat(town.outbox()).containsExactly("email 1 failed 1", "email 2 sent 1", "sms 1 queued 0");
        assertThat(Messages.of(town.database(), 1)
                        .orElseThrow()
                        .receipts()
                        .getFirst()
                        .receipt()
                        .said())
                .isEqualTo("5.1.1 smtp; 5.1.1 so it is");
        assertThat(reached(town, 1)).containsExactly(MailTown.sms(1));
        assertThat(reached(town, 2)).containsExactly(MailTown.email(2), MailTown.sms(2));
        assertThat(unreachable(town))
                .extracting(Unreachable::account, Unreachable::contact, Unreachable::message)
                .containsExactly(tuple(MailTown.account(1), MailTown.email(1), 1L));
    }

    @Test
    void theSameReportAgainChangesNothing() {
        MailTown town = sent(1);
        take(town, line(1, Action.FAILED, "5.1.1"));
        List<String> outbox = town.outbox();
        Answer.Taken again = (Answer.Taken) take(town, line(1, Action.FAILED, "5.1.1"));
        assertThat(again.isNew() || again.failed() || again.isUnreachable()).isFalse();
        assertThat(town.outbox()).isEqualTo(outbox);
        Answer.Taken other = (Answer.Taken) take(town, line(1, Action.FAILED, "5.1.2"));
        assertThat(other.isNew()).isTrue();
        assertThat(other.failed() || other.isUnreachable()).isFalse();
        assertThat(town.outbox()).isEqualTo(outbox);
    }

    @ParameterizedTest
    @CsvSource({
        "a full mailbox,     FAILED,    5.2.2, failed, 2",
        "a policy,           FAILED,    5.7.1, failed, 2",
        "given up,           FAILED,    4.4.7, failed, 2",
        "on its way,         DELAYED,   4.4.1, sent,   2",
        "there,              DELIVERED, 2.0.0, sent,   2",
        "gone out of sight,  RELAYED,   2.0.0, sent,   2",
        "handed on,          EXPANDED,  2.0.0, sent,   2",
        "nobody,             FAILED,    5.1.1, failed, 1",
    })
    void onlyAnAddressWhereNobodyIsIsUsedNoMore(String name, Action action, String status, String state, int rungs) {
        MailTown town = sent(1);
        take(town, line(1, action, status));
        assertThat(town.outbox().getFirst()).as(name).isEqualTo("email 1 " + state + " 1");
        assertThat(town.outbox()).as(name).hasSize(state.equals("sent") ? 1 : 2);
        assertThat(reached(town, 1)).as(name).hasSize(rungs);
    }

    /// It may have been in the mailbox before somebody found it full for the second copy.
    @Test
    void whatHasArrivedStays() {
        MailTown town = sent(1);
        take(town, line(1, Action.DELIVERED, "2.0.0"));
        take(town, line(1, Action.FAILED, "5.2.2"));
        assertThat(town.outbox()).containsExactly("email 1 sent 1");
    }

    @Test
    void whatIsSaidAgainIsUsedAgain() {
        MailTown town = sent(1);
        take(town, line(1, Action.FAILED, "5.1.1"));
        Change later = new Change(LATER.plusSeconds(60), "clerk", "the customer says that it is right");
        ChannelLadder same = new ChannelLadder(List.of(MailTown.email(1), MailTown.sms(1)));
        assertThat(Contacts.set(town.database(), MailTown.account(1), same, null, TOMORROW, later, false)
                        .orElseThrow()
                        .isNew())
                .isTrue();
        assertThat(reached(town, 1)).containsExactly(MailTown.email(1), MailTown.sms(1));
        assertThat(unreachable(town)).isEmpty();
        take(town, line(1, Action.FAILED, "5.1.1"));
        take(town, line(1, Action.FAILED, "5.1.2"));
        assertThat(reached(town, 1)).as("of an e-mail from before").containsExactly(MailTown.email(1), MailTown.sms(1));
    }

    @Test
    void whatIsNotOursIsNamed() {
        MailTown town = sent(2);
        DeliveryStatus stranger = line(7, Action.FAILED, "5.1.1");
        assertThat(take(town, stranger)).isEqualTo(new Answer.Unknown(stranger.identification()));
        DeliveryStatus first = line(1, Action.FAILED, "5.1.1");
        DeliveryStatus mixed = new DeliveryStatus(
                first.identification(), Set.of("house2@example.org"), first.action(), first.status(), first.said());
        assertThat(take(town, mixed)).isInstanceOf(Answer.OtherRecipient.class);
        assertThat(town.outbox()).containsExactly("email 1 sent 1", "email 2 sent 1");
    }
}
