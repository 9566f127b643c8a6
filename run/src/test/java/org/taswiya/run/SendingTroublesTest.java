package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.run.sending.SendTally;
import org.taswiya.store.message.AttemptEvent;

/// Mail servers on bad days: what they do to one message, and what they do not do to the others.
final class SendingTroublesTest {
    private MailServer server = new MailServer(0);

    @AfterEach
    void itIsGone() {
        server.close();
    }

    /// However many were begun with it.
    @Test
    void aServerThatGoesAwayInTheMiddleCostsOneMessageAnAttempt() throws IOException {
        MailTown town = MailTown.fresh(12);
        town.everybodyByEmail(12);
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.port())) {
            proxy.answer("RCPT TO:<house6@", "421 4.3.2 going down");
            SendTally tally = town.send(proxy.port(), MailTown.NOW);
            assertThat(tally.of(AttemptEvent.ACCEPTED)).isEqualTo(11);
            assertThat(tally.all()).isEqualTo(12);
        }
        assertThat(town.outbox()).containsOnlyOnce("email 6 queued 1").allMatch(one -> one.endsWith(" 1"));
        assertThat(server.identifications()).hasSize(11).doesNotHaveDuplicates();
    }

    /// As many servers do, after so many messages or minutes: nothing of the next one was said.
    @Test
    void aServerThatEndsTheConnectionBetweenTwoMessagesCostsNoAttempt() throws IOException {
        MailTown town = MailTown.fresh(9);
        town.everybodyByEmail(9);
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.port())) {
            proxy.endAfter(2);
            SendTally tally = town.send(proxy.port(), MailTown.NOW);
            assertThat(tally.of(AttemptEvent.ACCEPTED)).isEqualTo(9);
            assertThat(tally.all()).isEqualTo(9);
        }
        assertThat(server.identifications()).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void askedForMoreSendersThanTheDatabaseHasConnectionsForSomeAreAtWork() {
        MailTown town = MailTown.fresh(6);
        town.everybodyByEmail(6);
        town.queue();
        List<Integer> atWork = new ArrayList<>();
        SendTally tally = town.send(server.port(), 40, atWork::add);
        assertThat(tally.of(AttemptEvent.ACCEPTED)).isEqualTo(6);
        assertThat(atWork).hasSize(1).allMatch(senders -> senders > 1 && senders < 25);
        assertThat(server.identifications()).hasSize(6).doesNotHaveDuplicates();
    }

    /// The worst that SMTP can do: it has taken the message, and its answer is lost.
    @Test
    void aLostAnswerMakesItGoOutTwiceUnderOneName() throws IOException {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.port())) {
            proxy.loseAnswers(1);
            SendTally tally = town.send(proxy.port(), MailTown.NOW);
            assertThat(tally.of(AttemptEvent.PUT_OFF)).isOne();
            assertThat(tally.isBroken()).isFalse();
            town.send(proxy.port(), MailTown.NOW.plus(Duration.ofHours(2)));
        }
        assertThat(town.events(1)).containsExactly("1 begun", "1 put-off", "2 begun", "2 accepted");
        assertThat(server.identifications())
                .containsExactlyInAnyOrder(
                        MailServer.identification(1), MailServer.identification(2), MailServer.identification(1));
        assertThat(Arrays.stream(server.received())
                        .map(one -> MailServer.header(one, "Date"))
                        .distinct())
                .as("the date of the first attempt")
                .hasSize(1);
    }

    /// What is wrong with the sender is not the customers' fault.
    @Test
    void aServerThatLetsNobodySendStopsTheRunAndFailsNoMessage() throws IOException {
        MailTown town = MailTown.fresh(5);
        town.everybodyByEmail(5);
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.port())) {
            proxy.answer("MAIL", "550 5.7.1 relaying denied");
            SendTally tally = town.send(proxy.port(), MailTown.NOW);
            assertThat(tally.isBroken()).isTrue();
            assertThat(tally.broken()).contains("relaying denied");
            assertThat(tally.all()).isEqualTo(3);
        }
        assertThat(town.outbox())
                .containsExactly(
                        "email 1 queued 1",
                        "email 2 queued 1",
                        "email 3 queued 1",
                        "email 4 queued 0",
                        "email 5 queued 0");
    }
}
