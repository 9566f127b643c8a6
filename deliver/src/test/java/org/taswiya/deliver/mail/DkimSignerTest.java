package org.taswiya.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// That a signature of RSA holds is found by another library where e-mails are sent (SendingTest).
final class DkimSignerTest {
    private static final String HEAD = """
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>""".replace("\n", "\r\n");

    private static final String BODY = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static String pem(String what, byte[] key) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + what
                + "-----\n";
    }

    /// The key of RFC 8463, appendix A.2.
    private static String ed25519() {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.writeBytes(HexFormat.of().parseHex("302e020100300506032b657004220420"));
        key.writeBytes(Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="));
        return pem("PRIVATE KEY", key.toByteArray());
    }

    private static String rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    }

    private static DkimSigner signer(String domain, String key) {
        return new DkimSigner(domain, "brisbane", ((DkimKey.Parsed.Good) DkimKey.parse(key)).key());
    }

    /// RFC 8463, appendix A.3: the same to the bit.
    @Test
    void theExampleOfTheStandardHasTheSameSignature() {
        String unsigned = lines("""
                \sv=1; a=ed25519-sha256; c=relaxed/relaxed;
                \sd=football.example.com; i=@football.example.com;
                \sq=dns/txt; s=brisbane; t=1528637909; h=from : to :
                \ssubject : date : message-id : from : subject : date;
                \sbh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
                \sb=""");
        List<String> names = List.of("from", "to", "subject", "date", "message-id", "from", "subject", "date");
        assertThat(signer("football.example.com", ed25519()).signature(HEAD, names, unsigned))
                .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus"
                        + "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
    }

    @Test
    void aFieldSaysAllThatAReceiverNeeds() throws GeneralSecurityException {
        byte[] mail = (HEAD + "\r\n\r\n" + BODY).getBytes(StandardCharsets.US_ASCII);
        Instant at = Instant.ofEpochSecond(1528637909);
        assertThat(signer("football.example.com", ed25519()).field(mail, at)).startsWith(lines("""
                        v=1; a=ed25519-sha256; c=relaxed/relaxed; d=football.example.com;
                        \ts=brisbane; t=1528637909;
                        \th=From:From:To:Subject:Date:Message-ID:MIME-Version:Content-Type;
                        \tbh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
                        \tb="""));
        assertThat(signer("football.example.com", rsa(2048)).field(mail, at).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(79));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'~~', ''",
        "' ~', ''",
        "a, a~",
        "a~, a~",
        "'a \t b', a b~",
        "'a~~~b \t~~ ~~', a~~~b~",
        "'  a  ~ b', ' a~ b~'",
    })
    void whiteSpaceOfABodyDoesNotCount(String body, String relaxed) {
        assertThat(DkimSigner.relaxedBody(body.replace("~", "\r\n"))).isEqualTo(relaxed.replace("~", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "utility.example, bills@utility.example, true",
        "utility.example, bills@Mail.Utility.example, true",
        "mail.utility.example, bills@utility.example, false",
        "utility.example, bills@notutility.example, false",
    })
    void receiversTakeItAsSaidByTheSender(String domain, String from, boolean isFor) {
        assertThat(signer(domain, ed25519()).isFor(from)).isEqualTo(isFor);
    }

    @Test
    void whatIsNoKeyIsNone() throws GeneralSecurityException {
        assertThat(wrong("")).contains("no key in PEM");
        assertThat(wrong(pem("RSA PRIVATE KEY", new byte[] {1}))).contains("openssl pkcs8 -topk8 -nocrypt");
        assertThat(wrong(pem("PRIVATE KEY", new byte[] {1}))).contains("of another kind");
        assertThat(wrong(rsa(512))).contains("a key of 512 bits");
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        assertThat(wrong(pem("PRIVATE KEY", curve.generateKeyPair().getPrivate().getEncoded())))
                .contains("of another kind");
    }

    private static String wrong(String file) {
        return ((DkimKey.Parsed.Wrong) DkimKey.parse(file)).found();
    }
}
