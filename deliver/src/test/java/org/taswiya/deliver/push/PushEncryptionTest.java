package org.taswiya.deliver.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.push.PushSubscription.Parsed;

final class PushEncryptionTest {
    private static final String BROWSER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static PushSubscription subscription(String endpoint) {
        return ((Parsed.Good) PushSubscription.parse(endpoint + " " + BROWSER + " " + SECRET)).subscription();
    }

    /// RFC 8291, section 5 and appendix A.
    @Test
    void theExampleOfTheStandardComesToTheSameBytes() throws GeneralSecurityException {
        ECPublicKey ours = P256.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"))
                .orElseThrow();
        BigInteger scalar = new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        KeyPair once = new KeyPair(
                ours, KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, ours.getParams())));
        byte[] sealed = PushEncryption.encrypt(
                subscription("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"),
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                once,
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                        + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    /// RFC 8188, section 3.1.
    @Test
    void theExampleOfTheContentEncodingComesToTheSameBytes() throws GeneralSecurityException {
        byte[] sealed = ContentEncryption.seal(
                bytes("yqdlZ-tYemfogSmv7Ws5PQ"),
                bytes("I1BsxtFttlv3u_Oo94xnmw"),
                new byte[0],
                "I am the walrus".getBytes(StandardCharsets.UTF_8));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");
    }

    @Test
    void theSameTextIsNeverSealedTheSame() {
        PushSubscription to = subscription("https://push.example.net/p");
        byte[] text = new byte[PushEncryption.LONGEST];
        assertThat(PushEncryption.encrypt(to, text)).hasSize(4096).isNotEqualTo(PushEncryption.encrypt(to, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            of two parts     | https://p.example.net/a BCVx                             | found 2 parts
            not encrypted    | http://p.example.net/a KEY SECRET                        | expected https
            no host          | https:///a KEY SECRET                                    | expected https with a host
            with a password  | https://a:b@p.example.net/a KEY SECRET                   | expected https
            no address       | https://p.example.net/<a> KEY SECRET                     | Illegal character
            a short key      | https://p.example.net/a BCVx SECRET                      | expected a point
            not on the curve | https://p.example.net/a BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw8 SECRET | expected a point
            a short secret   | https://p.example.net/a KEY BTBZMqHH6r4Tts7J_aSI         | 15 bytes
            no base64        | https://p.example.net/a KEY %%%                          | 0 bytes
            """)
    void whatIsNoSubscriptionIsNone(String name, String line, String found) {
        String address = line.replace("KEY", BROWSER).replace("SECRET", SECRET);
        assertThat(((Parsed.Wrong) PushSubscription.parse(address)).found())
                .as(name)
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource({
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA, true",
        "https://fcm.googleapis.com:443/fcm/send/abc, true",
        "https://localhost/a, false",
        "https://127.0.0.1/a, false",
        "https://0x7f000001/a, false",
        "https://2130706433/a, false",
        "https://[::1]/a, false",
        "https://gateway/a, false",
        "https://books.internal/a, false",
        "https://nas.local./a, false",
        "https://push.example.net:8443/a, false",
    })
    void aPushServiceHasAPublicName(String endpoint, boolean isGood) {
        assertThat(subscription(endpoint).hostFault().isEmpty()).isEqualTo(isGood);
    }

    /// RFC 8292, section 2.4: all of the token but its signature, which is another each time.
    @Test
    void theTokenSaysWhatTheStandardsDoes() {
        assertThat(PushKey.unsigned(
                        subscription("https://push.example.net/p").origin(),
                        Instant.ofEpochSecond(1453523768),
                        "mailto:push@example.com"))
                .isEqualTo("eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQi"
                        + "LCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0");
    }

    @Test
    void keysComeBackFromTheirFileAndStrangersDoNot() {
        PushKey key = PushKey.fresh();
        PushKey other = PushKey.fresh();
        assertThat(PushKey.ofFile(key.file())).contains(key);
        assertThat(PushKey.ofFile(key.file().replace(key.publicKey(), other.publicKey())))
                .isEmpty();
        assertThat(PushKey.ofFile(key.file().substring(0, 100))).isEmpty();
        assertThat(PushKey.ofFile("")).isEmpty();
        assertThat(key.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void aBodyWithoutRoomEndsSooner() {
        String long9000 = String.join("", Collections.nCopies(3000, "فا "));
        byte[] json = new PushText(Language.AR, "فاتورة", long9000, "https://portal.example.org/b", "t1").json();
        assertThat(json).hasSizeBetween(PushEncryption.LONGEST - 2, PushEncryption.LONGEST);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .startsWith("{\"title\":\"فاتورة\",\"body\":\"فا فا ")
                .endsWith(
                        "…\",\"lang\":\"ar\",\"dir\":\"rtl\",\"tag\":\"t1\",\"url\":\"https://portal.example.org/b\"}");
        assertThat(new String(new PushText(Language.FR, "t", "b", "", "t1").json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"title\":\"t\",\"body\":\"b\",\"lang\":\"fr\",\"dir\":\"ltr\",\"tag\":\"t1\"}");
    }
}
