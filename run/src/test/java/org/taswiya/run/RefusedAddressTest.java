package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.message.Bounces;
import org.taswiya.store.message.Contacts;

/// An address that a real SMTP server refuses on the spot.
final class RefusedAddressTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void aServerIsThere() {
        server.start();
    }

    @AfterEach
    void itIsGone() {
        server.stop();
    }

    /// Otherwise the next bill would try it again.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nobody there       | 550 5.1.1 no such user              | true
            a full mailbox     | 552 5.2.2 full                      | false
            a policy           | 550 5.7.1 not from you              | false
            the sender's fault | 550 5.1.8 sender's domain not found | false
            no code            | 550 no such user                    | false
            """)
    void anAddressRefusedOnTheSpotIsUsedNoMoreWhenNobodyIsThere(String trap, String said, boolean isRetired)
            throws IOException {
        MailTown town = MailTown.fresh(1);
        town.reach(1, null, MailTown.email(1), MailTown.sms(1));
        town.queue();
        try (SmtpProxy proxy = new SmtpProxy(server.getSmtp().getPort())) {
            proxy.answer("RCPT", said);
            town.send(proxy.port(), MailTown.NOW);
        }
        assertThat(town.outbox()).as(trap).containsExactly("email 1 failed 1", "sms 1 queued 0");
        assertThat(Contacts.on(town.database(), MailTown.account(1), MailTown.TODAY)
                        .orElseThrow()
                        .ladder()
                        .rungs())
                .as(trap)
                .hasSize(isRetired ? 1 : 2)
                .last()
                .isEqualTo(MailTown.sms(1));
        assertThat(Bounces.unreachable(town.database(), null, MailTown.TODAY))
                .as(trap)
                .extracting(Bounces.Unreachable::said)
                .isEqualTo(isRetired ? List.of(said) : List.of());
    }
}
