package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.mail.DkimKey;
import org.taswiya.deliver.mail.DkimSigner;
import org.taswiya.run.sending.SmtpGateway;

/// What a real server has taken is verified by a library that has nothing to do with what signed it.
final class SignedMailTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final List<String> MAILS = new ArrayList<>();
    private static KeyPair keys = new KeyPair(null, null);

    @BeforeAll
    static void threeBillsAreSent() throws NoSuchAlgorithmException, MessagingException, IOException {
        SERVER.start();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        MailTown town = MailTown.fresh(3);
        int house = 0;
        for (Language language : Language.values()) {
            house++;
            town.reach(house, language, MailTown.email(house));
        }
        town.queue();
        DkimSigner signer =
                new DkimSigner("utility.example", "bills", new DkimKey(DkimKey.Kind.RSA, keys.getPrivate()));
        try (SmtpGateway gateway = new SmtpGateway("127.0.0.1", SERVER.getSmtp().getPort(), MailTown.FROM, signer)) {
            town.send(gateway, MailTown.NOW);
        }
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            MAILS.add(bytes.toString(StandardCharsets.ISO_8859_1));
        }
    }

    @AfterAll
    static void noServer() {
        SERVER.stop();
    }

    private static List<SignatureRecord> verified(String mail) throws IOException, FailException {
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> {
            assertThat(selector + "._domainkey." + domain).isEqualTo("bills._domainkey.utility.example");
            return List.of(record);
        });
        List<SignatureRecord> verified =
                verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
        return verified == null ? List.of() : verified;
    }

    @Test
    void everyMailVerifiesInEveryLanguage() throws IOException, FailException {
        assertThat(MAILS).hasSize(3);
        for (String mail : MAILS) {
            List<SignatureRecord> verified = verified(mail);
            assertThat(verified).hasSize(1);
            assertThat(verified.getFirst().getHeaders().stream()
                            .map(CharSequence::toString)
                            .map(String::toLowerCase))
                    .containsExactly(
                            "from", "from", "to", "subject", "date", "message-id", "mime-version", "content-type");
            assertThat(verified.getFirst().getSignatureTimestamp()).isEqualTo(MailTown.NOW.getEpochSecond());
        }
    }

    /// What servers on the way may do.
    @Test
    void whiteSpaceMayChangeOnTheWay() throws IOException, FailException {
        String mail = MAILS.getFirst();
        assertThat(verified("Received: from a by b\r\n" + mail.replace("To: house", "To:   house")))
                .hasSize(1);
        assertThat(verified(mail + "\r\n\r\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "another amount,   '=~', 'x=~'",
        "another To,       'To: house', 'To: mouse'",
        "another From,     'From: Casablanca <bills@', 'From: Casablanca <pills@'",
        "a second From,    'From: Casablanca', 'From: evil@example.org~From: Casablanca'",
        "another Date,     'Date: ', 'Date: Mon, '",
        "another boundary, 'multipart/mixed', 'multipart/related'",
    })
    void nothingElseMay(String name, String part, String instead) {
        String mail = MAILS.getFirst();
        String was = part.replace("~", "\r\n");
        assertThat(mail).as(name).contains(was);
        String changed = mail.replaceFirst(Pattern.quote(was), instead.replace("~", "\r\n"));
        assertThatThrownBy(() -> assertThat(verified(changed)).isEmpty())
                .as(name)
                .isInstanceOf(FailException.class);
    }

    /// So that a server that hands on by bits finds nothing to change.
    @Test
    void nothingIsBeyondAscii() {
        for (String mail : MAILS) {
            assertThat(mail).isASCII();
            assertThat(Arrays.stream(mail.split("\r\n"))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0))
                    .isLessThan(999);
        }
    }
}
