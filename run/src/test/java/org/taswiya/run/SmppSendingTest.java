package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.sms.GsmAlphabet;
import org.taswiya.run.SmscSimulator.Mood;
import org.taswiya.run.SmscSimulator.Taken;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sms.SmppAccess;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Messages;

/// Bills go out as text messages by an SMSC that speaks SMPP.
final class SmppSendingTest {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String FIRST = new BillNumber(1).toString();

    private SmscSimulator smsc = newSmsc(0);

    private static SmscSimulator newSmsc(int port) {
        try {
            return new SmscSimulator(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void anSmscIsThere() {
        smsc.close();
        smsc = newSmsc(0);
    }

    @AfterEach
    void itIsGone() {
        smsc.close();
    }

    private SendTally send(MailTown town) {
        return send(town, smsc.port(), SmscSimulator.PASSWORD, "UTILITY", Duration.ZERO);
    }

    private SendTally later(MailTown town) {
        return send(town, smsc.port(), SmscSimulator.PASSWORD, "UTILITY", Duration.ofHours(2));
    }

    private static SendTally send(MailTown town, int port, String password, String sender, Duration later) {
        SmppAccess access = new SmppAccess("127.0.0.1", port, SmscSimulator.USER, password, sender);
        try (SmppGateway gateway = new SmppGateway(access, SOON, _ -> {})) {
            return town.send(gateway, MailTown.NOW.plus(later));
        }
    }

    private static MailTown bySms(int houses, Language language) {
        MailTown town = MailTown.fresh(houses);
        for (int house = 1; house <= houses; house++) {
            town.reach(house, language, MailTown.sms(house));
        }
        town.queue();
        return town;
    }

    @Test
    void aBillInFrenchIsOneSegmentOfGsm() {
        MailTown town = bySms(1, Language.FR);
        assertThat(send(town).of(AttemptEvent.ACCEPTED)).isOne();
        SubmitSm sent = smsc.taken().getFirst().request();
        assertThat(sent.getShortMessage())
                .isEqualTo(GsmAlphabet.septets("Facture d'électricité, référence " + FIRST
                        + " : 242,32 DH à payer au plus tard le 19/03/2020."));
        assertThat(sent.getDataCoding()).isZero();
        assertThat(sent.getEsmClass()).isZero();
        assertThat(sent.getDestAddress()).isEqualTo("212600000001");
        assertThat(sent.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(sent.getSourceAddr()).isEqualTo("UTILITY");
        assertThat(sent.getSourceAddrTon()).isEqualTo((byte) 5);
        assertThat(sent.getRegisteredDelivery()).isOne();
        assertThat(town.outbox()).containsExactly("sms 1 sent 1");
        assertThat(town.events(1)).containsExactly("1 begun", "1 accepted");
    }

    @Test
    void aBillInArabicIsSegmentsOfUcs2ThatBelongTogether() {
        MailTown town = bySms(1, Language.AR);
        send(town);
        List<Taken> parts = smsc.taken();
        assertThat(parts).hasSize(2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            byte[] bytes = parts.get(i).bytes();
            assertThat(bytes.length).isLessThanOrEqualTo(140);
            assertThat(Arrays.copyOf(bytes, 6)).containsExactly(5, 0, 3, 1, 2, i + 1);
            assertThat(parts.get(i).request().getDataCoding()).isEqualTo((byte) 8);
            assertThat(parts.get(i).request().getEsmClass()).isEqualTo((byte) 0x40);
            text.append(new String(bytes, 6, bytes.length - 6, StandardCharsets.UTF_16BE));
        }
        assertThat(text.toString())
                .isEqualTo("فاتورة الكهرباء، المرجع " + FIRST + ": 242,32 درهم للأداء في أجل أقصاه 19/03/2020.");
    }

    @Test
    void aSenderThatIsANumberIsSaidToBeOne() {
        MailTown town = bySms(1, Language.EN);
        send(town, smsc.port(), SmscSimulator.PASSWORD, "+212522000000", Duration.ZERO);
        SubmitSm sent = smsc.taken().getFirst().request();
        assertThat(sent.getSourceAddr()).isEqualTo("212522000000");
        assertThat(sent.getSourceAddrTon()).isOne();
        assertThat(new String(sent.getShortMessage(), StandardCharsets.US_ASCII))
                .isEqualTo("Electricity bill, reference " + FIRST + ": 242.32 DH to pay by 19 March 2020.");
    }

    @Test
    void aWrongNumberGoesByTheNextChannel() {
        MailTown town = MailTown.fresh(2);
        town.reach(1, null, MailTown.sms(1), MailTown.email(1));
        town.reach(2, null, MailTown.sms(2));
        town.queue();
        smsc.answer("212600000001", SMPPConstant.STAT_ESME_RINVDSTADR);
        assertThat(send(town).of(AttemptEvent.REFUSED)).isOne();
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "sms 2 sent 1", "email 1 queued 0");
    }

    @Test
    void whatIsThrottledWaitsAndGoesLater() {
        MailTown town = bySms(2, Language.FR);
        smsc.answer("212600000001", SMPPConstant.STAT_ESME_RTHROTTLED);
        assertThat(send(town).of(AttemptEvent.PUT_OFF)).isOne();
        assertThat(town.outbox()).containsExactly("sms 1 queued 1", "sms 2 sent 1");
        assertThat(Messages.of(town.database(), 1)
                        .orElseThrow()
                        .attempts()
                        .getLast()
                        .said())
                .contains("00000058");
        smsc.answerAllWell();
        assertThat(later(town).of(AttemptEvent.ACCEPTED)).isOne();
    }

    /// What is wrong with the sender is not the customers' fault.
    @Test
    void aSenderIdThatIsNotAllowedStopsTheRunAndFailsNoMessage() {
        MailTown town = bySms(5, Language.FR);
        smsc.answer("2126", SMPPConstant.STAT_ESME_RINVSRCADR);
        SendTally tally = send(town);
        assertThat(tally.isBroken()).isTrue();
        assertThat(tally.broken()).contains("0000000a");
        assertThat(town.outbox())
                .containsExactly(
                        "sms 1 queued 1", "sms 2 queued 1", "sms 3 queued 1", "sms 4 queued 0", "sms 5 queued 0");
    }

    @Test
    void aWrongPasswordTouchesNoMessage() {
        MailTown town = bySms(1, Language.FR);
        SendTally tally = send(town, smsc.port(), "wrong", "UTILITY", Duration.ZERO);
        assertThat(tally.isBroken()).isTrue();
        assertThat(tally.broken()).contains("0000000e");
        assertThat(town.outbox()).containsExactly("sms 1 queued 0");
        assertThat(town.events(1)).isEmpty();
    }

    @Test
    void whileNobodyListensNothingHappensToMessages() throws IOException {
        MailTown town = bySms(1, Language.FR);
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(send(town, free, SmscSimulator.PASSWORD, "UTILITY", Duration.ZERO)
                        .isBroken())
                .isTrue();
        assertThat(town.outbox()).containsExactly("sms 1 queued 0");
        assertThat(send(town).of(AttemptEvent.ACCEPTED)).isOne();
    }

    /// SMPP has no question by which it could be found that the message was taken.
    @Test
    void aLostAnswerMakesItGoOutTwiceWithTheSameReference() {
        MailTown town = bySms(2, Language.AR);
        smsc.next(Mood.HANG_UP);
        SendTally tally = send(town);
        assertThat(tally.isBroken()).isFalse();
        assertThat(town.outbox()).containsExactly("sms 1 queued 1", "sms 2 sent 1");
        later(town);
        assertThat(town.events(1)).containsExactly("1 begun", "1 put-off", "2 begun", "2 accepted");
        List<byte[]> first = smsc.taken().stream()
                .filter(one -> one.to().equals("212600000001"))
                .map(Taken::bytes)
                .toList();
        assertThat(first).hasSize(3);
        assertThat(first.get(1)).as("the first segment again").isEqualTo(first.getFirst());
    }

    @Test
    void anSmscThatIsSilentIsLost() {
        MailTown town = bySms(2, Language.FR);
        smsc.next(Mood.SILENT);
        SendTally tally = send(town);
        assertThat(tally.of(AttemptEvent.PUT_OFF)).isOne();
        assertThat(tally.of(AttemptEvent.ACCEPTED)).isOne();
        assertThat(town.outbox()).containsExactly("sms 1 queued 1", "sms 2 sent 1");
    }
}
