package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sms.HttpReceipts;
import org.taswiya.run.sms.HttpSmsGateway;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.Receipt;
import org.taswiya.store.message.Receipts;

/// Bills go out as text messages by a gateway that speaks HTTP as Kannel does.
final class HttpSmsSendingTest {
    private static final String LISTENS = "http://utility.example/receipts";
    private static final String FIRST = new BillNumber(1).toString();

    private KannelServer kannel = newKannel();

    private static KannelServer newKannel() {
        try {
            return new KannelServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void aGatewayIsThere() {
        kannel.close();
        kannel = newKannel();
    }

    @AfterEach
    void itIsGone() {
        kannel.close();
    }

    private SendTally send(MailTown town, String password, Duration later) {
        return send(town, kannel.sendsms(), password, later);
    }

    private static SendTally send(MailTown town, URI to, String password, Duration later) {
        HttpSmsGateway.Access access = new HttpSmsGateway.Access(to, KannelServer.USER, password, "UTILITY", LISTENS);
        try (HttpSmsGateway gateway = new HttpSmsGateway(access, Duration.ofSeconds(5))) {
            return town.send(gateway, MailTown.NOW.plus(later));
        }
    }

    private SendTally send(MailTown town) {
        return send(town, KannelServer.PASSWORD, Duration.ZERO);
    }

    private static MailTown bySmsThenEmail(int houses, Language language) {
        MailTown town = MailTown.fresh(houses);
        for (int house = 1; house <= houses; house++) {
            town.reach(house, language, MailTown.sms(house), MailTown.email(house));
        }
        town.queue();
        return town;
    }

    @Test
    void aBillIsHandedOverWholeWithItsCoding() {
        MailTown town = bySmsThenEmail(1, Language.AR);
        assertThat(send(town).of(AttemptEvent.ACCEPTED)).isOne();
        Map<String, String> sent = kannel.taken().getFirst();
        assertThat(sent)
                .containsEntry("to", "+212600000001")
                .containsEntry("from", "UTILITY")
                .containsEntry("charset", "UTF-8")
                .containsEntry("coding", "2")
                .containsEntry("dlr-mask", "19")
                .containsEntry(
                        "text", "فاتورة الكهرباء، المرجع " + FIRST + ": 242,32 درهم للأداء في أجل أقصاه 19/03/2020.");
        assertThat(sent.get("dlr-url"))
                .startsWith(LISTENS + "?message=bill." + FIRST + ".sms&seal=")
                .endsWith("&kind=%d&said=%A")
                .doesNotContain(KannelServer.PASSWORD);
        assertThat(town.outbox()).containsExactly("sms 1 sent 1");
    }

    @Test
    void aFrenchBillIsOfTheGsmAlphabet() {
        MailTown town = bySmsThenEmail(1, Language.FR);
        send(town);
        assertThat(kannel.taken().getFirst()).containsEntry("coding", "0");
    }

    /// An answer of the gateway to one household, and how its message stands then.
    private record Answered(int status, String body, String expected) {}

    /// What is of the sender is between others, since several in a row end the run.
    private static final List<Answered> ANSWERS = List.of(
            new Answered(202, "3: Queued for later delivery", "sent"),
            new Answered(403, "Not routable. Do not try again.", "failed"),
            new Answered(403, "Authorization failed for sendsms", "queued"),
            new Answered(400, "Empty receiver number not allowed, rejected", "failed"),
            new Answered(404, "Unknown request.", "queued"),
            new Answered(403, "Number(s) has/have been denied by white- and/or black-lists.", "failed"),
            new Answered(400, "Sender missing and no global set, rejected", "queued"),
            new Answered(503, "Temporal failure, try again later.", "queued"),
            new Answered(302, "elsewhere", "queued"),
            new Answered(429, "slow down", "queued"),
            new Answered(0, "no answer at all", "queued"),
            new Answered(500, "oops", "queued"),
            new Answered(202, "0: Accepted for delivery", "sent"));

    @Test
    void anAnswerIsOfTheNumberOrTheSenderOrTheMoment() {
        MailTown town = bySmsThenEmail(ANSWERS.size(), Language.FR);
        for (int house = 1; house <= ANSWERS.size(); house++) {
            Answered answered = ANSWERS.get(house - 1);
            kannel.answer(MailTown.sms(house).address(), answered.status(), answered.body());
        }
        assertThat(send(town).isBroken()).isFalse();
        List<String> outbox = town.outbox();
        for (int house = 1; house <= ANSWERS.size(); house++) {
            Answered answered = ANSWERS.get(house - 1);
            assertThat(outbox).as(answered.toString()).contains("sms " + house + " " + answered.expected() + " 1");
            assertThat(outbox.contains("email " + house + " queued 0"))
                    .as(answered.toString())
                    .isEqualTo(answered.expected().equals("failed"));
        }
    }

    @Test
    void aWrongPasswordStopsTheRunAndFailsNoMessage() {
        MailTown town = bySmsThenEmail(5, Language.FR);
        SendTally tally = send(town, "wrong", Duration.ZERO);
        assertThat(tally.isBroken()).isTrue();
        assertThat(tally.broken()).contains("403 Authorization failed");
        assertThat(tally.all()).isEqualTo(3);
        assertThat(tally.of(AttemptEvent.REFUSED)).isZero();
        assertThat(send(town, KannelServer.PASSWORD, Duration.ofHours(2)).of(AttemptEvent.ACCEPTED))
                .isEqualTo(5);
    }

    @Test
    void aGatewayThatIsNotThereTouchesNoMessage() {
        MailTown town = bySmsThenEmail(1, Language.FR);
        assertThat(send(town, URI.create("http://127.0.0.1:1/sendsms"), "", Duration.ZERO)
                        .isBroken())
                .isTrue();
        assertThat(town.outbox()).containsExactly("sms 1 queued 0");
        assertThat(town.events(1)).isEmpty();
    }

    /// The query at which a message is reported of, as Kannel fills it in.
    private String reported(int kind, String said) {
        return Objects.requireNonNull(kannel.taken().getFirst().get("dlr-url"))
                .replace(LISTENS + "?", "")
                .replace("%d", Integer.toString(kind))
                .replace("%A", said);
    }

    private Receipt receipt(int kind, String said) {
        return HttpReceipts.receipt(reported(kind, said), KannelServer.PASSWORD).orElseThrow();
    }

    @Test
    void aReceiptIsReadFromItsAddress() {
        send(bySmsThenEmail(1, Language.FR));
        assertThat(receipt(1, "id%3A1+stat%3ADELIVRD").state()).isEqualTo(ReceiptState.DELIVERED);
        assertThat(receipt(2, "NACK%2F11").state()).isEqualTo(ReceiptState.FAILED);
        assertThat(receipt(2, "id%3A1+stat%3AEXPIRED").state()).isEqualTo(ReceiptState.EXPIRED);
        assertThat(receipt(4, "").state()).as("it waits").isEqualTo(ReceiptState.UNDERWAY);
        assertThat(receipt(8, "ACK%2F").state()).as("with the operator").isEqualTo(ReceiptState.UNDERWAY);
        assertThat(receipt(16, "NACK%2F0x0b").state())
                .as("the operator says no")
                .isEqualTo(ReceiptState.FAILED);
        assertThat(receipt(77, "").state()).as("not of Kannel").isEqualTo(ReceiptState.UNKNOWN);
        assertThat(receipt(2, "%A%zz").state()).as("not filled in").isEqualTo(ReceiptState.FAILED);
        assertThat(receipt(1, "id%3A1+stat%3ADELIVRD"))
                .isEqualTo(
                        new Receipt("http", "bill." + FIRST + ".sms", ReceiptState.DELIVERED, "1 id:1 stat:DELIVRD"));
    }

    @Test
    void aFailureGoesByTheNextChannelAndNobodyElseCanReportOne() {
        MailTown town = bySmsThenEmail(1, Language.FR);
        send(town);
        String query = reported(2, "x");
        assertThat(HttpReceipts.receipt(query.replace("seal=", "seal=0"), KannelServer.PASSWORD))
                .isEmpty();
        assertThat(HttpReceipts.receipt(query.replace(FIRST, new BillNumber(2).toString()), KannelServer.PASSWORD))
                .isEmpty();
        assertThat(HttpReceipts.receipt(query, "another")).isEmpty();
        assertThat(HttpReceipts.receipt("", KannelServer.PASSWORD)).isEmpty();
        Receipts.take(town.database(), receipt(1, "late"), MailTown.NOW.minusSeconds(9)); // before it was begun
        Receipts.take(town.database(), receipt(2, "x"), MailTown.NOW.plusSeconds(9));
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "email 1 queued 0");
        assertThat(Messages.of(town.database(), 1).orElseThrow().receipts()).hasSize(1);
    }
}
