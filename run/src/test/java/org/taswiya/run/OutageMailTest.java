package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutageNotices;
import org.taswiya.store.outage.Outages;

/// E-mails of what is told beside bills, as a real SMTP server takes them.
final class OutageMailTest {
    private static final String NAME = "\u2068زبون\u2069";

    private static final Announcements.Listener NOBODY = new Announcements.Listener() {
        @Override
        public void queued(StoredMessage message, Announcement announcement) {}

        @Override
        public void unreached(Cause cause, String account) {}

        @Override
        public void unwanted(Cause cause, String account) {}
    };

    private GreenMail server = new GreenMail();

    @BeforeEach
    void aServerIsThere() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void itIsGone() {
        server.stop();
    }

    /// The plain text of the only e-mail that is sent.
    private String sent(MailTown town) throws MessagingException, IOException {
        town.send(server.getSmtp().getPort(), MailTown.NOW);
        assertThat(server.getReceivedMessages()).hasSize(1);
        Multipart all = (Multipart) server.getReceivedMessages()[0].getContent();
        Multipart choice = (Multipart) all.getBodyPart(0).getContent();
        return (String) choice.getBodyPart(0).getContent();
    }

    @Test
    void anOutageGreetsByNameAndNamesTheAccountAsBillsDo() throws MessagingException, IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, Language.AR, MailTown.email(1));
        LocalDateTime now = MailTown.TODAY.atTime(9, 0);
        Outages.Times times = new Outages.Times(now.plusDays(1), now.plusDays(2), Map.of());
        Outages.plan(town.database(), "electricity", new OutageArea.Area("Maarif"), times, now, MailTown.WHY, false);
        OutageNotices.notify(town.database(), 1, now, MailTown.WHY, false, NOBODY);
        assertThat(sent(town)).startsWith(NAME + "، تحية طيبة،").contains("0000 000 001");
    }

    /// Whoever has an address that is not shown to be the customer's does not learn their name.
    @Test
    void aCodeGreetsNobodyByName() throws MessagingException, IOException {
        MailTown town = MailTown.fresh(1);
        ContactCodes.send(town.database(), MailTown.account(1), MailTown.email(9), "483920", Language.AR, MailTown.WHY);
        assertThat(sent(town)).startsWith("تحية طيبة،").contains("483920").doesNotContain("زبون");
    }
}
