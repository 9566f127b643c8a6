package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.staff.StaffRole;

/// A photo with an own reading: what is taken, what is left of it, and what is refused without losing what was typed.
final class ReadingPhotoTest {
    private static final String SECRET =
            "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0" + "GPS 33.5731N 7.5898W";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static List<String> meters;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        meters = town.texts("""
                select a.account || ' ' || a.reference from service_agreement a
                join meter m on m.usage_point = a.usage_point and m.removed_at is null
                where a.to_day is null and not exists (
                    select from reading r where r.usage_point = a.usage_point and r.at >= '2020-07-02')
                order by 1""");
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private record Meter(String account, String agreement, Browser browser) {
        static Meter of(int which) {
            String[] words = meters.get(which * 3).split(" ");
            return new Meter(words[0], words[1], town.signedIn(words[0]));
        }

        String path() {
            return "/readings/" + agreement;
        }

        /// What the dial may well show.
        String likely() {
            return town.texts("""
                    select ceil(r.value::numeric)::text from reading r join service_agreement a
                        on a.usage_point = r.usage_point
                    where a.reference = '%s'
                    order by r.at desc, r.revision desc limit 1""".formatted(agreement)).getFirst();
        }

        HttpResponse<String> send(byte[] photo, String value, String... more) {
            browser.get(path());
            String[] fields = new String[more.length + 2];
            fields[0] = "value";
            fields[1] = value;
            System.arraycopy(more, 0, fields, 2, more.length);
            return browser.postFile(path(), "photo", photo, fields);
        }

        List<String> kept() {
            return town.texts("""
                    select length(p.jpeg)::text from own_photo p join service_agreement a
                        on a.usage_point = p.usage_point where a.reference = '%s'""".formatted(agreement));
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /// With what a telephone writes beside a picture, that it is to be turned to the right among it.
    private static byte[] fromTelephone(byte[] jpeg) {
        byte[] said = SECRET.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xE1);
        bytes.write((said.length + 2) >> 8);
        bytes.write((said.length + 2) & 0xFF);
        bytes.writeBytes(said);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    @Test
    void aPhotoIsDrawnAnewAndShownToTheCustomerAndAtTheConsole() throws IOException {
        Meter meter = Meter.of(0);
        HttpResponse<String> answer = meter.send(fromTelephone(picture("jpeg", 3000, 2000)), meter.likely());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("src=\"" + meter.path() + "/photo\"");
        byte[] jpeg = meter.browser().bytes(meter.path() + "/photo");
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(shown.getHeight())
                .as("turned as it was held")
                .isGreaterThan(shown.getWidth())
                .isLessThan(1300);

        Browser agent = town.staff("amina", StaffRole.AGENT).browser();
        String page = agent.get("/staff/accounts/" + meter.account()).body();
        String link = page.replaceAll("(?s).*href=\"(/staff/accounts/[^\"]*/photos/[^\"]*)\".*", "$1");
        assertThat(agent.bytes(link)).isEqualTo(jpeg);
        assertThat(agent.get("/staff/accounts/" + Meter.of(1).account() + link.substring(link.indexOf("/photos")))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "text, 422",
        "gif, 422",
        "cut png, 422",
        "png bomb, 422",
        "cut, 422",
        "bomb, 422",
        "many dots, 422",
        "scans, 422",
        "large, 413",
        "huge, 413"
    })
    void whatIsNoPhotoIsRefusedAndWhatWasTypedStays(String what, int status) throws IOException {
        Meter meter = Meter.of(1);
        byte[] jpeg = picture("jpeg", 64, 64);
        byte[] sent = switch (what) {
            case "text" -> "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
            case "gif" -> picture("gif", 64, 64);
            case "cut png" -> Arrays.copyOf(picture("png", 64, 64), 60);
            case "png bomb" -> claimingPng(picture("png", 64, 64), 60_000);
            case "cut" -> Arrays.copyOf(jpeg, 40);
            case "bomb" -> claiming(jpeg, 60_000, 60_000);
            case "many dots" -> claiming(jpeg, 8_000, 8_000);
            case "scans" -> scans(jpeg);
            case "large" -> Arrays.copyOf(jpeg, 13 * 1024 * 1024);
            default -> Arrays.copyOf(jpeg, 50 * 1024 * 1024);
        };
        HttpResponse<String> answer = meter.send(sent, "00777");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("value=\"00777\"", "href=\"#photo\"");
        assertThat(meter.kept()).isEmpty();
        assertThat(town.texts("select 'x' from reading where at >= '2020-07-02' and usage_point = (select usage_point"
                        + " from service_agreement where reference = '" + meter.agreement() + "')"))
                .isEmpty();
    }

    /// As its own head says it: the width comes first in it.
    private static byte[] claimingPng(byte[] png, int width) {
        return ByteBuffer.wrap(png.clone()).putInt(16, width).array();
    }

    /// As its own head says it, in the segment that gives height and width.
    private static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int i = 0; i < changed.length - 9; i++) {
            if (changed[i] == (byte) 0xFF && changed[i + 1] == (byte) 0xC0) {
                changed[i + 5] = (byte) (height >> 8);
                changed[i + 6] = (byte) height;
                changed[i + 7] = (byte) (width >> 8);
                changed[i + 8] = (byte) width;
                return changed;
            }
        }
        throw new IllegalStateException("no head");
    }

    private static byte[] scans(byte[] jpeg) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 60; i++) {
            bytes.write(0xFF);
            bytes.write(0xDA);
        }
        bytes.write(jpeg, jpeg.length - 2, 2);
        return bytes.toByteArray();
    }

    @Test
    void aPictureOfAScreenIsDrawnAnewToo() throws IOException {
        Meter meter = Meter.of(4);
        BufferedImage screen = new BufferedImage(1080, 2400, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(screen, "png", png);
        HttpResponse<String> answer = meter.send(png.toByteArray(), meter.likely());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        byte[] kept = meter.browser().bytes(meter.path() + "/photo");
        assertThat(kept).as("a JPEG").startsWith(0xFF, 0xD8, 0xFF);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(shown.getHeight()).isEqualTo(1280);
        assertThat(shown.getRGB(5, 5)).as("where nothing is, there is paper").isEqualTo(0xFFFFFFFF);
    }

    /// More than is read at all: a browser that goes back still has what was typed.
    @Test
    void whatIsLargerThanAnythingIsAnsweredByAPage() {
        Meter meter = Meter.of(5);
        HttpResponse<String> answer = meter.send(new byte[70 * 1024 * 1024], "00777");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<h1>", "12");
    }

    /// What is typed beside a file is as long as somebody pastes it.
    @Test
    void whatIsTooLongBesideAFileIsNoFaultOfOurs() {
        Meter meter = Meter.of(5);
        HttpResponse<String> answer = meter.send(new byte[100], "1".repeat(300_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("النص أطول من أن نقرأه");
    }

    /// Whoever is asked whether they mean it need not choose the photo again.
    @Test
    void aPhotoWaitsUntilTheValueIsConfirmed() throws IOException {
        Meter meter = Meter.of(2);
        HttpResponse<String> asked = meter.send(picture("jpeg", 640, 480), "99999999");
        if (asked.body().contains("name=\"meant\"")) {
            assertThat(meter.kept()).isEmpty();
            assertThat(meter.send(new byte[0], "99999999", "meant", "99999999").statusCode())
                    .isEqualTo(200);
        } else { // that is more than the dial has digits
            assertThat(asked.statusCode()).isEqualTo(422);
            assertThat(meter.send(new byte[0], meter.likely()).statusCode()).isEqualTo(200);
        }
        assertThat(meter.kept()).hasSize(1);
    }

    @Test
    void aFileComesWithThisFormAndNoOther() {
        Meter meter = Meter.of(3);
        for (String path : List.of("/home", "/preferences/" + meter.account(), "/login", "/guest", "/staff/login")) {
            meter.browser().get("/home");
            assertThat(meter.browser().postFile(path, "photo", new byte[1000]).statusCode())
                    .as(path)
                    .isGreaterThanOrEqualTo(400);
        }
        Browser nobody = town.browser();
        nobody.get("/login");
        assertThat(nobody.postFile(meter.path(), "photo", new byte[13 * 1024 * 1024])
                        .statusCode())
                .isEqualTo(413);
    }
}
