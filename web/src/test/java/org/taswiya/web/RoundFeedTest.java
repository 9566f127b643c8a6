package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.Change;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.staff.StaffRole;

/// What a handset asks, what it is told, and who is none.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class RoundFeedTest {
    private static final String TODAY = "/staff/round/today";
    private static final String ENTRIES = "/staff/round/entries";
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser salma;
    private static HandsetClient hers;
    private static List<String> points;
    private static long round;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        points = WalkedTown.points(town).subList(0, 20);
        round = WalkedTown.plan(town, "MAARIF-3", points);
        salma = town.staff("salma", StaffRole.READER);
        WalkedTown.assign(town, round, "salma");
        hers = HandsetClient.registered(salma);
        hers.get(TODAY); // what comes later is later than this
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String entry(UUID id, String point, String rest) {
        return "{\"id\":\"" + id + "\",\"round\":" + round + ",\"point\":\"" + point + "\",\"at\":"
                + town.now().toEpochMilli() + "," + rest + "}";
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width; i++) {
            image.setRGB(i, i % height, 0xffcc00);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aHandsetHasTheWholeRoundAndNothingOfWhoLivesThere() {
        HttpResponse<String> answer = hers.get(TODAY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(said -> assertThat(said).contains("no-store"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        String body = answer.body();
        assertThat(body).contains("\"route\":\"MAARIF-3\"", "\"serial\"", "\"digits\"", "\"last\"", "\"low\"");
        for (String name : town.texts("select latin_name from customer union select arabic_name from customer"
                + " union select reference from customer_account")) {
            assertThat(body).doesNotContain(name);
        }
        int each = body.getBytes(StandardCharsets.UTF_8).length / points.size();
        assertThat(each).as("300 of them are kept whole").isLessThan(400);
    }

    @Test
    void whoDoesNotSignIsAStranger() {
        String now = Long.toString(town.now().toEpochMilli());
        String good = hers.signature("GET", TODAY, now, NOTHING);
        assertThat(hers.sendSigned("GET", TODAY, NOTHING, now, good).statusCode())
                .isEqualTo(200);
        assertThat(hers.sendSigned("GET", TODAY, NOTHING, now, "").statusCode()).isEqualTo(401);
        assertThat(hers.sendSigned("GET", TODAY, NOTHING, now, "%%%").statusCode())
                .isEqualTo(401);
        assertThat(hers.sendSigned("GET", TODAY, NOTHING, now + "1", good).statusCode())
                .isEqualTo(401);
        assertThat(hers.sendSigned("POST", ENTRIES, NOTHING, now, good).statusCode())
                .isEqualTo(401);
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(hers.sendSigned("POST", ENTRIES, other, now, hers.signature("POST", ENTRIES, now, NOTHING))
                        .statusCode())
                .isEqualTo(401);
        KeyPair anothers = HandsetClient.keys("secp256r1");
        assertThat(new HandsetClient(town, anothers, hers.id()).get(TODAY).statusCode())
                .isEqualTo(401);
        assertThat(new HandsetClient(town, anothers, "ZZZZZZZZ").get(TODAY).statusCode())
                .isEqualTo(401);
        assertThat(salma.get(TODAY).statusCode())
                .as("a session is no signature")
                .isEqualTo(401);
    }

    @Test
    void aSignatureIsGoodForMinutesAndAWrongClockIsToldTheTime() {
        assertThat(hers.send("GET", TODAY, NOTHING, town.now().minus(Duration.ofMinutes(9)))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = hers.send("GET", TODAY, NOTHING, town.now().minus(Duration.ofMinutes(11)));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).isEqualTo("{\"now\":" + town.now().toEpochMilli() + "}");
    }

    @Test
    void onlyAReaderRegistersAndOnlyAKeyThatIsOne() {
        StaffBrowser amina = town.staff("amina", StaffRole.AGENT);
        assertThatThrownBy(() -> HandsetClient.registered(amina)).isInstanceOf(IllegalStateException.class);
        salma.get("/staff/round/");
        String other =
                HandsetClient.base64(HandsetClient.keys("secp384r1").getPublic().getEncoded());
        for (String key : List.of("", "no key", HandsetClient.base64(new byte[91]), other)) {
            assertThat(salma.browser().post("/staff/round/handset", "key", key).statusCode())
                    .as(key)
                    .isEqualTo(400);
        }
    }

    @Test
    void eachEntryIsAnsweredByItself() {
        UUID remark = UUID.randomUUID();
        UUID nowhere = UUID.randomUUID();
        String place = "\"lat\":\"33.573110\",\"lon\":\"-7.589843\"";
        String first = entry(remark, points.get(1), "\"remark\":\"no-access\"," + place);
        String second = entry(nowhere, "no such point", "\"value\":\"12\"");
        HttpResponse<String> answer = hers.entries(first, second);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("{\"id\":\"" + remark + "\",\"outcome\":\"visited\"")
                .contains("{\"id\":\"" + nowhere + "\",\"outcome\":\"not-of-round\"}");
        assertThat(hers.entries(first, second).body()).isEqualTo(answer.body());
        assertThat(town.texts("select latitude || ' ' || longitude from visit where usage_point = '" + points.get(1)
                        + "' and reader = 'salma'"))
                .containsExactly("33.57311 -7.589843");
    }

    @Test
    void whatNoAppOfOursSendsIsRefusedAndBreaksNothing() {
        UUID id = UUID.randomUUID();
        String point = points.get(2);
        for (String bad : List.of(
                "no json",
                "[]".repeat(3),
                "{\"entries\":[{}]}",
                "{\"entries\":[" + entry(id, point, "\"value\":\"-3\"") + "]}",
                "{\"entries\":[" + entry(id, point, "\"value\":\"1e9\"") + "]}",
                "{\"entries\":[" + entry(id, point, "\"value\":\"1234567890123\"") + "]}",
                "{\"entries\":[" + entry(id, point, "\"photo\":true") + "]}",
                "{\"entries\":[" + entry(id, point, "\"remark\":\"dog\"") + "]}",
                "{\"entries\":[" + entry(id, point, "\"value\":\"3\",\"lat\":\"91\",\"lon\":\"0\"") + "]}",
                "{\"entries\":[" + entry(id, point, "\"value\":\"3\",\"serial\":\"<b>\",\"start\":\"0\"") + "]}",
                "{\"entries\":[" + entry(id, point, "\"remark\":\"broken\",\"serial\":\"N1\",\"start\":\"0\"") + "]}",
                "{\"entries\":["
                        + String.join(",", Collections.nCopies(51, entry(id, point, "\"remark\":\"broken\"")))
                        + "]}",
                "[".repeat(5000))) {
            HttpResponse<String> answer = hers.post(ENTRIES, bad.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(hers.post(ENTRIES, new byte[70_000]).statusCode()).isEqualTo(413);
        assertThat(town.texts("select count(*)::text from round_entry where id = '" + id + "'"))
                .containsExactly("0");
    }

    @Test
    void aPictureIsDrawnAnewAndABombIsNotUnpacked() throws IOException {
        UUID id = UUID.randomUUID();
        String path = "/staff/round/photos/" + id;
        byte[] plain = jpeg(1600, 900);
        assertThat(hers.post(path, plain).statusCode()).as("of no entry").isEqualTo(422);
        hers.entries(entry(id, points.get(3), "\"remark\":\"broken\",\"photo\":true"));
        byte[] bomb = plain.clone();
        for (int i = 0; i < bomb.length - 9; i++) { // the frame's header says how large it is
            if ((bomb[i] & 0xff) == 0xff && (bomb[i + 1] & 0xff) == 0xc0) {
                bomb[i + 5] = (byte) 0xff;
                bomb[i + 7] = (byte) 0xff;
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5, 5, BufferedImage.TYPE_INT_RGB), "png", png);
        byte[] noise = new byte[3000];
        new Random(5).nextBytes(noise);
        byte[] half = Arrays.copyOf(plain, 300);
        for (byte[] bad : List.of(bomb, png.toByteArray(), noise, half, NOTHING)) {
            assertThat(hers.post(path, bad).statusCode())
                    .as(bad.length + " bytes")
                    .isEqualTo(422);
        }
        assertThat(hers.post(path, new byte[500_000]).statusCode()).isEqualTo(413);
        assertThat(hers.post(path, withSecrets(plain)).statusCode()).isEqualTo(200);
        assertThat(hers.post(path, plain).statusCode()).as("once more").isEqualTo(200);
        assertThat(town.texts("select position('SECRET'::bytea in jpeg) || ' ' || (length(jpeg) > 500)"
                        + " from visit_photo where entry = '" + id + "'"))
                .containsExactly("0 true");
        StaffBrowser nadia = town.staff("nadia", StaffRole.SUPERVISOR);
        assertThat(nadia.get("/staff/handsets/photos/" + id + ".jpg").headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(nadia.get("/staff/handsets/photos/" + UUID.randomUUID() + ".jpg")
                        .statusCode())
                .isEqualTo(404);
        assertThat(hers.post("/staff/round/photos/------------------------------------", plain)
                        .statusCode())
                .isLessThan(500);
    }

    /// What a camera writes beside the picture: here a comment, there the place.
    private static byte[] withSecrets(byte[] plain) {
        byte[] said = "SECRET 33.57 -7.58".getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[plain.length + said.length + 4];
        System.arraycopy(plain, 0, all, 0, 2);
        all[2] = (byte) 0xff;
        all[3] = (byte) 0xfe;
        all[5] = (byte) (said.length + 2);
        System.arraycopy(said, 0, all, 6, said.length);
        System.arraycopy(plain, 2, all, 6 + said.length, plain.length - 2);
        return all;
    }

    @Test
    void whoSupervisesLocksAHandsetAndGivesItsRoundToAnother() {
        StaffBrowser youssef = town.staff("youssef", StaffRole.READER);
        long other = WalkedTown.plan(town, "ANFA-1", points.subList(4, 6));
        WalkedTown.assign(town, other, "youssef");
        HandsetClient his = HandsetClient.registered(youssef);
        assertThat(his.get(TODAY).body()).contains("ANFA-1").doesNotContain("MAARIF-3");
        StaffBrowser chief = town.staff("hamid", StaffRole.SUPERVISOR);
        assertThat(chief.get("/staff/handsets").body())
                .contains(his.id(), "youssef", "ANFA-1")
                .as("days are written as everywhere")
                .doesNotContainPattern("20[0-9]{2}-[0-9]{2}-[0-9]{2} – ");
        String lock = "/staff/handsets/" + his.id() + "/lock";
        assertThat(chief.get(lock).body()).contains(his.id(), "youssef");
        assertThat(chief.browser().post(lock, "why", "  ").statusCode()).isEqualTo(422);
        assertThat(his.get(TODAY).statusCode())
                .as("without a reason it stays open")
                .isEqualTo(200);
        chief.browser().post(lock, "why", "lost in a taxi");
        assertThat(town.texts("select c.author || ' ' || c.reason from handset_lock l join change c on c.id = l.change"
                        + " where l.handset = '" + his.id() + "'"))
                .containsExactly("hamid lost in a taxi");
        chief.get("/staff/handsets");
        chief.browser().post(lock, "why", "again");
        assertThat(town.acted("handset " + his.id() + " locked")).containsExactly("hamid");
        HttpResponse<String> gone = his.get(TODAY);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("\"closed\":true").doesNotContain("ANFA-1");
        UUID id = UUID.randomUUID();
        String late = "{\"id\":\"" + id + "\",\"round\":" + other + ",\"point\":\"" + points.get(4) + "\",\"at\":"
                + town.now().toEpochMilli() + ",\"value\":\"5\"}";
        HttpResponse<String> last = his.entries(late);
        assertThat(last.statusCode()).isEqualTo(410);
        assertThat(last.body()).contains("set-aside");
        assertThat(his.post("/staff/round/photos/" + id, NOTHING).statusCode()).isEqualTo(410);
        chief.get("/staff/handsets");
        chief.browser().post("/staff/handsets/assign", "round", Long.toString(other), "reader", "salma");
        assertThat(hers.get(TODAY).body()).contains("ANFA-1");
        assertThat(town.acted("round " + other + " given")).containsExactly("hamid");
        assertThat(town.texts("select count(*)::text from handset_event where kind = 'told-to-erase' and handset = '"
                        + his.id() + "'"))
                .containsExactly("1");
    }

    @Test
    void whoIsDisabledHasNoHandset() {
        StaffBrowser leila = town.staff("leila", StaffRole.READER);
        HandsetClient one = HandsetClient.registered(leila);
        assertThat(one.get(TODAY).statusCode()).isEqualTo(200);
        town.disable("leila");
        assertThat(one.get(TODAY).statusCode()).isEqualTo(410);
        assertThat(Handsets.lock(town.database(), one.id(), new Change(town.now(), "nadia", "gone")))
                .isNotNull();
    }
}
