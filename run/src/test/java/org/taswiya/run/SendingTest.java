package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.sending.SendTally;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Messages;

/// Bills go out by a real SMTP server.
final class SendingTest {
    private static final String FIRST = new BillNumber(1).toString();

    private MailServer server = new MailServer(0);

    @AfterEach
    void itIsGone() {
        server.close();
    }

    @Test
    void aBillArrivesInArabicFromTheRightWithItsPaper() throws MessagingException, IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, Language.AR, MailTown.email(1));
        town.queue();
        assertThat(town.send(server.port(), MailTown.NOW).of(AttemptEvent.ACCEPTED))
                .isOne();
        assertThat(town.outbox()).containsExactly("email 1 sent 1");

        MimeMessage mail = server.received()[0];
        assertThat(mail.getSubject()).isEqualTo("فاتورة الكهرباء رقم " + FIRST + "، Casablanca");
        assertThat(mail.getHeader("Subject", null)).isASCII();
        assertThat(MailServer.header(mail, "Message-ID")).isEqualTo(MailServer.identification(1));
        assertThat(MailServer.header(mail, "From")).isEqualTo("Casablanca <" + MailTown.FROM + ">");
        assertThat(MailServer.header(mail, "To")).isEqualTo("house1@example.org");
        assertThat(mail.getSentDate()).isEqualTo(MailTown.NOW);
        Multipart all = (Multipart) mail.getContent();
        Multipart choice = (Multipart) all.getBodyPart(0).getContent();
        assertThat(choice.getContentType()).startsWith("multipart/alternative");
        assertThat(choice.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat((String) choice.getBodyPart(0).getContent())
                .contains("\u2068زبون\u2069، تحية طيبة،", "فاتورتكم جاهزة", "\u2066" + FIRST + "\u2069", "242,32");
        assertThat((String) choice.getBodyPart(1).getContent())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "<div lang=\"ar\" dir=\"rtl\"", "فاتورتكم جاهزة");
        BodyPart paper = all.getBodyPart(1);
        assertThat(paper.getFileName()).isEqualTo(FIRST + ".pdf");
        assertThat(paper.getContentType()).startsWith("application/pdf");
        try (InputStream in = paper.getInputStream()) {
            assertThat(new String(in.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    void aBillIsToBeSeenInPlaceOfComingAlong() throws MessagingException, IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, Language.FR, MailTown.email(1));
        town.queue();
        BillLink link = new BillLink(MailTown.LINK.address(), true);
        assertThat(town.send(server.port(), MailTown.NOW, town.maker(link), 0).of(AttemptEvent.ACCEPTED))
                .isOne();
        Multipart all = (Multipart) server.received()[0].getContent();
        assertThat(all.getCount()).isOne();
        Multipart choice = (Multipart) all.getBodyPart(0).getContent();
        String address = "https://portal.example.org/bills/" + FIRST + "?a=1";
        assertThat((String) choice.getBodyPart(0).getContent())
                .contains("Vous la trouvez ici : " + address + "&b=2")
                .doesNotContain("PDF");
        assertThat((String) choice.getBodyPart(1).getContent())
                .contains("<a dir=\"ltr\" href=\"" + address + "&amp;b=2\">" + address + "&amp;b=2</a>");
    }

    /// The e-mail lists no prices itself: it must not say "below".
    @Test
    void provisionalPricesAreListedInTheBillAndNotBelowTheEmail() throws MessagingException, IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, Language.EN, MailTown.email(1));
        town.queue();
        MessageMaker reasoned = new MessageMaker(
                town.database(),
                new Reprint.Rules(SampleUtility::tariff, (_, _) -> Optional.of("ours")),
                MailTown.UTILITY,
                MailTown::terms,
                "MAD",
                MailTown.LINK);
        assertThat(town.send(server.port(), MailTown.NOW, reasoned, 0).of(AttemptEvent.ACCEPTED))
                .isOne();
        Multipart all = (Multipart) server.received()[0].getContent();
        assertThat((String) ((Multipart) all.getBodyPart(0).getContent())
                        .getBodyPart(0)
                        .getContent())
                .contains("Your bill is ready: ", "provisional; they are listed in the bill.")
                .doesNotContain("below");
    }

    @Test
    void theSameCauseTwiceGivesOneMail() {
        MailTown town = MailTown.fresh(3);
        town.everybodyByEmail(2);
        assertThat(town.queue().queued()).hasSize(2);
        assertThat(town.queue().queued()).isEmpty();
        assertThat(town.queue().sums().before()).isEqualTo(2);
        assertThat(town.queue().unreached()).hasSize(1);
        town.send(server.port(), MailTown.NOW);
        assertThat(town.queue().sums().before()).isEqualTo(2);
        assertThat(town.send(server.port(), MailTown.NOW).all()).isZero();
        assertThat(server.identifications())
                .containsExactly(MailServer.identification(1), MailServer.identification(2));
    }

    @Test
    void whileTheServerIsDownNothingHappensToMessages() throws IOException {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        town.queue();
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        SendTally down = town.send(free, MailTown.NOW);
        assertThat(down.isBroken()).isTrue();
        assertThat(down.all()).isZero();
        assertThat(town.outbox()).containsExactly("email 1 queued 0", "email 2 queued 0");
        assertThat(town.events(1)).isEmpty();

        server.close();
        server = new MailServer(free);
        SendTally up = town.send(free, MailTown.NOW);
        assertThat(up.isBroken()).isFalse();
        assertThat(up.of(AttemptEvent.ACCEPTED)).isEqualTo(2);
        assertThat(server.identifications()).hasSize(2);
    }

    @Test
    void whoeverTheServerDoesNotKnowIsToldByTheNextChannel() throws IOException {
        MailTown town = MailTown.fresh(3);
        town.reach(1, null, MailTown.email(1), MailTown.sms(1));
        town.reach(2, null, MailTown.email(2));
        town.reach(3, null, MailTown.email(3), MailTown.sms(3));
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.port())) {
            proxy.answer("RCPT TO:<house1@", "550 5.1.1 no such user");
            proxy.answer("RCPT TO:<house2@", "550 5.1.1 no such user");
            SendTally tally = town.send(proxy.port(), MailTown.NOW);
            assertThat(tally.of(AttemptEvent.REFUSED)).isEqualTo(2);
            assertThat(tally.of(AttemptEvent.ACCEPTED)).isOne();
        }
        assertThat(town.outbox())
                .containsExactly("email 1 failed 1", "email 2 failed 1", "email 3 sent 1", "sms 1 queued 0");
        assertThat(town.events(1)).containsExactly("1 begun", "1 refused");
        assertThat(Messages.of(town.database(), 1)
                        .orElseThrow()
                        .attempts()
                        .getLast()
                        .said())
                .isEqualTo("550 5.1.1 no such user");
        assertThat(town.queue().sums().before()).isEqualTo(3);
    }

    @Test
    void whatIsPutOffWaitsTwiceAsLongEachTimeAndIsGivenUpAtLast() throws IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, null, MailTown.email(1), MailTown.sms(1));
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.port())) {
            proxy.answer("RCPT", "451 4.7.1 greylisted");
            assertThat(town.send(proxy.port(), MailTown.NOW).of(AttemptEvent.PUT_OFF))
                    .isOne();
            assertThat(town.send(proxy.port(), MailTown.NOW.plusSeconds(59)).all())
                    .isZero();
            assertThat(town.send(proxy.port(), MailTown.NOW.plusSeconds(60)).all())
                    .isOne();
            assertThat(town.send(proxy.port(), MailTown.NOW.plusSeconds(179)).all())
                    .isZero();
            assertThat(town.outbox()).containsExactly("email 1 queued 2");
            town.send(proxy.port(), MailTown.NOW.plusSeconds(180));
        }
        assertThat(town.outbox()).containsExactly("email 1 failed 3", "sms 1 queued 0");
        assertThat(server.identifications()).isEmpty();
    }

    @Test
    void aCancelledBillDoesNotGoOut() {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        town.queue();
        Cancellations.cancel(town.database(), new BillNumber(1), LocalDate.of(2020, 3, 3), MailTown.WHY);
        town.send(server.port(), MailTown.NOW);
        assertThat(town.outbox()).containsExactly("email 1 failed 1", "email 2 sent 1");
        assertThat(town.events(1)).containsExactly("1 withdrawn");
        assertThat(server.identifications()).containsExactly(MailServer.identification(2));
    }

    @Test
    void whatIsWithdrawnUsesUpNoLimit() {
        MailTown town = MailTown.fresh(3);
        town.everybodyByEmail(3);
        town.queue();
        Cancellations.cancel(town.database(), new BillNumber(1), LocalDate.of(2020, 3, 3), MailTown.WHY);
        SendTally tally = town.send(server.port(), MailTown.NOW, town.maker(), 1);
        assertThat(tally.of(AttemptEvent.WITHDRAWN)).isOne();
        assertThat(tally.of(AttemptEvent.ACCEPTED)).isOne();
        assertThat(town.outbox()).containsExactly("email 1 failed 1", "email 2 sent 1", "email 3 queued 0");
    }

    @Test
    void anAnnouncementGoesOutInTheLanguageOfItsCustomerWithoutAPaper() throws MessagingException, IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, Language.AR, MailTown.email(1));
        town.reach(1, Language.AR, MailTown.email(2));
        assertThat(town.send(server.port(), MailTown.NOW).of(AttemptEvent.ACCEPTED))
                .isEqualTo(2);
        MimeMessage told = server.received()[0];
        assertThat(told.getSubject()).isEqualTo("تغيّرت وسائل الاتصال بكم");
        assertThat(told.getAllRecipients()[0]).hasToString(MailTown.email(2).address());
        Multipart all = (Multipart) told.getContent();
        assertThat(all.getCount()).isOne();
        Multipart choice = (Multipart) all.getBodyPart(0).getContent();
        assertThat((String) choice.getBodyPart(0).getContent())
                .contains("h***@example.org", "0000 000 001")
                .doesNotContain("زبون");
        assertThat(server.received()[1].getAllRecipients()[0])
                .hasToString(MailTown.email(1).address());
    }

    @Test
    void aBillThatCannotBeMadeAgainDoesNotGoOut() {
        MailTown town = MailTown.fresh(1);
        town.everybodyByEmail(1);
        town.queue();
        MessageMaker without = new MessageMaker(
                town.database(),
                new Reprint.Rules(_ -> Optional.empty(), (_, _) -> Optional.empty()),
                MailTown.UTILITY,
                MailTown::terms,
                "MAD",
                MailTown.LINK);
        SendTally tally = town.send(server.port(), MailTown.NOW, without, 0);
        assertThat(tally.of(AttemptEvent.NOT_MADE)).isOne();
        assertThat(town.events(1)).containsExactly("1 not-made");
        assertThat(server.identifications()).isEmpty();
    }

    @Test
    void whatIsPausedStaysAndALimitHolds() {
        MailTown town = MailTown.fresh(4);
        town.everybodyByEmail(4);
        town.queue();
        assertThat(Messages.pause(town.database(), List.of(2L, 99L), MailTown.WHY))
                .isOne();
        town.send(server.port(), MailTown.NOW, town.maker(), 2);
        assertThat(town.outbox())
                .containsExactly("email 1 sent 1", "email 2 paused 0", "email 3 sent 1", "email 4 queued 0");
        assertThat(Messages.pause(town.database(), List.of(), MailTown.WHY)).isOne();
        assertThat(town.send(server.port(), MailTown.NOW).all()).isZero();
        assertThat(Messages.resume(town.database(), List.of(), MailTown.WHY)).isEqualTo(2);
        assertThat(town.send(server.port(), MailTown.NOW).of(AttemptEvent.ACCEPTED))
                .isEqualTo(2);
    }

    @Test
    void sendersBesideEachOtherTakeEachMessageOnce() {
        int houses = 12;
        MailTown town = MailTown.fresh(houses);
        town.everybodyByEmail(houses);
        town.queue();
        List<CompletableFuture<SendTally>> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            senders.add(CompletableFuture.supplyAsync(() -> town.send(server.port(), MailTown.NOW)));
        }
        int accepted = senders.stream()
                .mapToInt(one -> one.join().of(AttemptEvent.ACCEPTED))
                .sum();
        assertThat(accepted).isEqualTo(houses);
        assertThat(server.identifications()).hasSize(houses).doesNotHaveDuplicates();
    }
}
