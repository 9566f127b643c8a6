package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.QuietHours;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sms.SmppAccess;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.message.WaitingMessages;

/// Nobody is told of a bill at night.
final class QuietHoursSendingTest {
    private static final Instant NIGHT = Instant.parse("2020-03-03T21:30:00Z");
    private static final Instant MORNING = Instant.parse("2020-03-04T08:00:00Z");

    private static QuietHours hours(Set<Cause.Kind> except) {
        return new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("UTC"), except);
    }

    private static SendTally send(
            MailTown town, SmscSimulator smsc, Set<Cause.Kind> except, Instant at, List<String> said) {
        return send(town, smsc, hours(except), at, said);
    }

    private static SendTally send(
            MailTown town, SmscSimulator smsc, @Nullable QuietHours hours, Instant at, List<String> said) {
        SmppAccess access =
                new SmppAccess("127.0.0.1", smsc.port(), SmscSimulator.USER, SmscSimulator.PASSWORD, "UTILITY");
        SendSettings settings = new SendSettings(0, 0, 3, Duration.ofMillis(1), MailTown.SHORT, 1, hours);
        try (SmppGateway gateway = new SmppGateway(access, Duration.ofSeconds(5), _ -> {})) {
            return OutboxSender.execute(
                    town.database(), town.maker(), gateway, settings, Clock.fixed(at, ZoneOffset.UTC), new Words(said));
        }
    }

    private record Words(List<String> said) implements SendListener {
        @Override
        public void quiet(int messages, Instant until) {
            said.add(messages + " until " + until);
        }

        @Override
        public void settled(StoredMessage message, Outcome outcome, Settled settled) {}

        @Override
        public void lost(String words, int inARow) {}
    }

    @Test
    void billsWaitForTheMorningAndWhatIsUrgentDoesNot() throws IOException {
        MailTown town = MailTown.fresh(3);
        town.everybodyBySms(3);
        town.queue();
        List<String> said = new ArrayList<>();
        try (SmscSimulator smsc = new SmscSimulator(0)) {
            assertThat(send(town, smsc, Set.of(Cause.Kind.OUTAGE), NIGHT, said).all())
                    .isZero();
            assertThat(said).containsExactly("3 until " + MORNING);
            assertThat(WaitingMessages.of(town.database(), Channel.SMS, NIGHT))
                    .as("what the next one to send is told")
                    .contains(new WaitingMessages(3, MORNING));
            assertThat(WaitingMessages.of(town.database(), Channel.SMS, MORNING))
                    .isEmpty();
            assertThat(smsc.taken()).isEmpty();
            assertThat(town.outbox()).containsExactly("sms 1 queued 0", "sms 2 queued 0", "sms 3 queued 0");
            assertThat(Messages.of(town.database(), 1).orElseThrow().message().notBefore())
                    .isEqualTo(MORNING);
            assertThat(send(town, smsc, Set.of(), MORNING.minusSeconds(1), said).all())
                    .isZero();
            assertThat(send(town, smsc, Set.of(), MORNING, said).of(AttemptEvent.ACCEPTED))
                    .isEqualTo(3);
        }
    }

    /// Somebody decides at night that it cannot wait. A message that was tried and put off waits for its next attempt.
    @Test
    void whatWasPutOffForTheNightGoesWhenSomebodySaysSo() throws IOException {
        MailTown town = MailTown.fresh(3);
        town.everybodyBySms(3);
        town.queue();
        List<String> said = new ArrayList<>();
        try (SmscSimulator smsc = new SmscSimulator(0)) {
            smsc.answer(MailTown.sms(1).address().substring(1), SMPPConstant.STAT_ESME_RTHROTTLED);
            assertThat(send(town, smsc, Set.of(), NIGHT, said).all()).isZero();
            assertThat(send(town, smsc, (QuietHours) null, NIGHT, said).of(AttemptEvent.PUT_OFF))
                    .isOne();
            assertThat(town.outbox()).containsExactlyInAnyOrder("sms 1 queued 1", "sms 2 sent 1", "sms 3 sent 1");
            assertThat(send(town, smsc, (QuietHours) null, NIGHT, said).all())
                    .as("its minute is not over")
                    .isZero();
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void whatIsToldAtAnyHourIsTold() throws IOException {
        MailTown town = MailTown.fresh(1);
        town.everybodyBySms(1);
        town.queue();
        List<String> said = new ArrayList<>();
        try (SmscSimulator smsc = new SmscSimulator(0)) {
            assertThat(send(town, smsc, Set.of(Cause.Kind.BILL), NIGHT, said).of(AttemptEvent.ACCEPTED))
                    .isOne();
        }
        assertThat(said).isEmpty();
    }
}
