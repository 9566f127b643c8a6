package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.run.SmscSimulator.Mood;
import org.taswiya.run.sms.ReceiptUse;
import org.taswiya.run.sms.SmppAccess;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.run.sms.SmppReceiver;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.Receipt;
import org.taswiya.store.message.Receipts;
import org.taswiya.store.message.Receipts.Taken;

/// What an SMSC reports later, whenever it does.
final class ReceiptsTest {
    private static final Instant AFTER = MailTown.NOW.plusSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
    private SmscSimulator smsc = newSmsc();

    private static SmscSimulator newSmsc() {
        try {
            return new SmscSimulator(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void anSmscIsThere() {
        smsc.close();
        smsc = newSmsc();
    }

    @AfterEach
    void itIsGone() {
        smsc.close();
    }

    private SmppAccess access() {
        return new SmppAccess("127.0.0.1", smsc.port(), SmscSimulator.USER, SmscSimulator.PASSWORD, "UTILITY");
    }

    private ReceiptUse books(MailTown town) {
        return receipt -> taken.add(Receipts.take(town.database(), receipt, AFTER));
    }

    /// Households that are reached by SMS, then by e-mail; their bills are sent.
    private MailTown sent(int houses, Language language) {
        MailTown town = MailTown.fresh(houses);
        for (int house = 1; house <= houses; house++) {
            town.reach(house, language, MailTown.sms(house), MailTown.email(house));
        }
        town.queue();
        send(town);
        return town;
    }

    private void send(MailTown town) {
        try (SmppGateway gateway = new SmppGateway(access(), SOON, books(town))) {
            town.send(gateway, MailTown.NOW);
        }
    }

    private void listen(MailTown town, Runnable meanwhile) {
        try (SmppReceiver receiver = new SmppReceiver(access(), SOON, books(town))) {
            assertThat(receiver.connect()).isEmpty();
            await(() -> smsc.bound(SessionState.BOUND_RX) == 1);
            meanwhile.run();
        }
    }

    private static void await(BooleanSupplier until) {
        for (int i = 0; i < 500 && !until.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(until.getAsBoolean()).isTrue();
    }

    private static List<String> reported(MailTown town, long message) {
        return Messages.of(town.database(), message).orElseThrow().receipts().stream()
                .map(one -> one.attempt() + "." + one.part() + " "
                        + one.receipt().state().code())
                .toList();
    }

    @Test
    void whatIsDeliveredIsShown() {
        MailTown town = sent(1, Language.FR);
        listen(town, () -> {
            smsc.report("00000001", "ENROUTE");
            smsc.report("00000001", "DELIVRD");
        });
        assertThat(reported(town, 1)).containsExactly("1.1 underway", "1.1 delivered");
        assertThat(town.outbox()).containsExactly("sms 1 sent 1");
        assertThat(Messages.of(town.database(), 1)
                        .orElseThrow()
                        .receipts()
                        .getLast()
                        .receipt()
                        .said())
                .isEqualTo("id:00000001 sub:001 dlvrd:001 submit date:2003030900 done date:2003030901 stat:DELIVRD"
                        + " err:000");
    }

    @Test
    void whatFailsGoesByTheNextChannel() {
        MailTown town = sent(2, Language.FR);
        listen(town, () -> {
            smsc.report("00000001", "UNDELIV");
            smsc.report("00000002", "EXPIRED");
        });
        assertThat(town.outbox())
                .containsExactly("sms 1 failed 1", "sms 2 failed 1", "email 1 queued 0", "email 2 queued 0");
        assertThat(taken).allSatisfy(one -> assertThat(one.failed()).isTrue());
        assertThat(Objects.requireNonNull(taken.getFirst().next()).address()).isEqualTo("house1@example.org");
    }

    @Test
    void aReportThatComesTwiceIsOne() {
        MailTown town = sent(1, Language.FR);
        listen(town, () -> {
            smsc.report("00000001", "UNDELIV");
            smsc.report("00000001", "UNDELIV");
            smsc.report("00000001", "DELIVRD"); // too late: the e-mail is queued
        });
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "email 1 queued 0");
        assertThat(taken).map(Taken::isNew).containsExactly(true, false, true);
        assertThat(reported(town, 1)).containsExactly("1.1 failed", "1.1 delivered");
    }

    @Test
    void aReportThatComesBeforeTheMessageIsSettledFailsItAllTheSame() {
        smsc.next(Mood.FAILED_BEFORE_ANSWER);
        MailTown town = sent(1, Language.FR);
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "email 1 queued 0");
        assertThat(town.events(1)).containsExactly("1 begun", "1 accepted");
        assertThat(taken.getFirst().message()).as("not known yet").isNull();
        assertThat(reported(town, 1)).containsExactly("1.1 failed");
    }

    @Test
    void aReportOfAMessageThatNobodyKnowsIsKept() {
        MailTown town = sent(1, Language.FR);
        listen(town, () -> smsc.report("0000FFFF", "UNDELIV"));
        assertThat(taken.getFirst().message()).isNull();
        assertThat(taken.getFirst().isNew()).isTrue();
        assertThat(town.outbox()).containsExactly("sms 1 sent 1");
    }

    @Test
    void oneSegmentThatFailsFailsTheMessage() {
        MailTown town = sent(1, Language.AR);
        listen(town, () -> smsc.report("00000001", "DELIVRD"));
        assertThat(town.outbox()).containsExactly("sms 1 sent 1");
        listen(town, () -> smsc.report("00000002", "REJECTD"));
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "email 1 queued 0");
        assertThat(reported(town, 1)).containsExactly("1.1 delivered", "1.2 failed");
    }

    /// The optional parameters say it whatever the text does.
    @Test
    void parametersWeighMoreThanTheText() {
        MailTown town = sent(1, Language.FR);
        listen(
                town,
                () -> smsc.report(
                        "another",
                        "DELIVRD",
                        new OptionalParameter.Receipted_message_id("00000001"),
                        new OptionalParameter.Message_state((byte) 5)));
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "email 1 queued 0");
    }

    @Test
    void whoeverIsKilledBetweenWritingDownAndFollowingLeavesItToTheNext() {
        MailTown town = sent(1, Language.FR);
        try (Connection connection = town.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into message_receipt (gateway, handle, state, said, at) select gateway, handle,"
                    + " 'failed', 'stat:UNDELIV', '" + AFTER + "' from message_handle");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(Receipts.follow(town.database(), AFTER.plusSeconds(1), AFTER))
                .isZero();
        assertThat(Receipts.follow(town.database(), MailTown.NOW, AFTER)).isOne();
        assertThat(Receipts.follow(town.database(), MailTown.NOW, AFTER)).isZero();
        assertThat(town.outbox()).containsExactly("sms 1 failed 1", "email 1 queued 0");
    }

    /// An SMSC that begins anew with its numbers: what it said of the former message is not of this one.
    @Test
    void aNameThatIsUsedAgainIsTheYoungestMessages() {
        MailTown town = sent(1, Language.FR);
        String gateway = "smpp utility@127.0.0.1:" + smsc.port();
        Receipts.take(
                town.database(),
                new Receipt(gateway, "00000001", ReceiptState.FAILED, "of last year"),
                MailTown.NOW.minusSeconds(1));
        assertThat(town.outbox()).containsExactly("sms 1 sent 1");
        assertThat(reported(town, 1)).isEmpty();
    }
}
