package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.staff.StaffRole;

/// What customers ask for at the online agency, what they show with it, and what comes of it.
final class OwnRequestsTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser amina;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        amina = town.staff("amina", StaffRole.AGENT);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Each test asks for another account.
    private record Asking(String account, Browser browser) {
        static Asking of(int which) {
            String account = town.reached().get(which);
            return new Asking(account, town.signedIn(account));
        }

        String form() {
            return "/requests/new/" + account;
        }

        HttpResponse<String> ask(String kind, String words) {
            browser.get(form());
            return browser.post(form(), "kind", kind, "words", words);
        }

        /// @return where its page is
        String asked(String words) {
            HttpResponse<String> page = ask("meter-check", words);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.uri().getPath()).matches("/requests/[0-9]+");
            return page.uri().getPath();
        }

        HttpResponse<String> show(String path, byte[] file, String words, int seen) {
            browser.get(path);
            return browser.postFile(path, "file", file, "words", words, "seen", Integer.toString(seen));
        }

        List<String> kept() {
            return town.texts("select channel || ' ' || kind || ': ' || said from service_request where account = '"
                    + account + "' order by id");
        }

        List<String> steps() {
            return town.texts("select s.step || ': ' || s.said from service_request_step s join service_request r"
                    + " on r.id = s.request where r.account = '" + account + "' order by r.id, s.ordinal");
        }

        List<String> files() {
            return town.texts("select f.kind || ' ' || f.step from request_file f join service_request r"
                    + " on r.id = f.request where r.account = '" + account + "' order by f.ordinal");
        }
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static void answer(String path, int seen) {
        String staff = "/staff" + path + "/answer";
        amina.get("/staff" + path);
        String[] yes = {"letter", "explained", "words", "we came twice", "seen", Integer.toString(seen), "sure", "yes"};
        assertThat(amina.browser().post(staff, yes).statusCode()).isEqualTo(200);
    }

    @Test
    void aRequestHasANumberAndADayAndIsFollowedToItsAnswer() {
        Asking me = Asking.of(0);
        assertThat(me.browser().get("/requests").body()).contains("لم تطلبوا شيئا بعد", me.form());
        assertThat(me.browser().get(me.form()).body())
                .contains("طلب فحص العداد", "نجيبكم في")
                .contains("personal-data");
        HttpResponse<String> page = me.ask("meter-check", "العداد يدور\r\nوالبيت فارغ <b>");
        String path = page.uri().getPath();
        assertThat(page.body())
                .contains("قيد النظر", "والبيت فارغ &lt;b&gt;", path.substring("/requests/".length()))
                .containsPattern("نجيبكم قبل نهاية يوم .*2020");
        assertThat(me.kept()).containsExactly("online meter-check: العداد يدور\nوالبيت فارغ <b>");
        assertThat(town.texts("select (answer_by - opened_on)::text from service_request where account = '"
                        + me.account() + "'"))
                .containsExactly("15");
        assertThat(me.browser().get("/requests").body()).contains("href=\"" + path + "\"", "طلب فحص العداد");
        assertThat(amina.get("/staff/work/request").body()).contains("/staff" + path, "عبر الوكالة الإلكترونية");
        assertThat(amina.get("/staff" + path).body())
                .contains("الزبون، في الوكالة على الإنترنت", "عبر الوكالة الإلكترونية")
                .doesNotContain(">online agency<");

        answer(path, 0);
        assertThat(me.browser().get(path).body())
                .contains("أجبناكم", "we came twice", "ألم يقنعكم الجواب")
                .doesNotContain("amina");
        HttpResponse<String> again = me.show(path, new byte[0], "it turns again", 1);
        assertThat(again.body()).contains("قيد النظر", "it turns again", "طلبتم النظر فيه من جديد");
        assertThat(me.steps()).element(1).isEqualTo("reopened: it turns again");
        assertThat(amina.get("/staff/work/request").body()).contains("/staff" + path + "\"");
    }

    @Test
    void theSameTwiceAtOnceIsOneRequest() throws InterruptedException, ExecutionException {
        Asking me = Asking.of(1);
        me.browser().get(me.form());
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<HttpResponse<String>> click =
                    () -> me.browser().post(me.form(), "kind", "information", "words", "when do you open?");
            for (Future<HttpResponse<String>> answer : both.invokeAll(List.of(click, click))) {
                assertThat(answer.get().uri().getPath()).matches("/requests/[0-9]+");
            }
        }
        assertThat(me.kept()).containsExactly("online information: when do you open?");
        // what is added twice is there once, and what was done meanwhile is shown before anything is added
        String path = me.ask("information", "when do you open?").uri().getPath();
        assertThat(me.show(path, PDF, "my receipt", 0).statusCode()).isEqualTo(200);
        assertThat(me.show(path, PDF, "my receipt", 0).statusCode()).isEqualTo(200);
        assertThat(me.files()).containsExactly("pdf 1");
        HttpResponse<String> stale = me.show(path, PDF, "another", 0);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("another</textarea>", "تغيّر هذا الطلب");
        assertThat(me.steps()).containsExactly("added: my receipt");
    }

    @ParameterizedTest
    @CsvSource({
        "'', my meter is wrong, اختاروا موضوع",
        "no-such-kind, my meter is wrong, اختاروا موضوع",
        "meter-check, '', اكتبوا بضع كلمات",
        "meter-check, '  \u2066 ', اكتبوا بضع كلمات"
    })
    void whatIsMissingIsSaidAndNothingTypedIsLost(String kind, String words, String said) {
        Asking me = Asking.of(2);
        HttpResponse<String> answer = me.ask(kind, words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said, ">" + words + "</textarea>");
        assertThat(me.kept()).isEmpty();
    }

    /// Longer than an address can be.
    @Test
    void aSignInThatEndsInMidFormKeepsAllThatWasTyped() {
        Asking me = Asking.of(3);
        String words = "العداد يدور والبيت فارغ. ".repeat(120).strip();
        me.browser().get(me.form());
        Browser other = me.browser().window();
        other.get("/home");
        other.post("/logout");
        assertThat(me.browser()
                        .post(me.form(), "kind", "meter-check", "words", words)
                        .statusCode())
                .isEqualTo(403);
        assertThat(town.signInTo(me.browser(), me.account()).body())
                .contains(words + "</textarea>")
                .containsPattern("value=\"meter-check\" checked");
        assertThat(me.kept()).isEmpty();
        // of a dispute too
        String bill = "/disputes/new/"
                + town.texts("select number from open_item where open > 0 and kind = 'bill' and account = '"
                                + town.owing().getFirst() + "'")
                        .getFirst();
        Browser debtor = town.signedIn(town.owing().getFirst());
        debtor.get(bill);
        Browser window = debtor.window();
        window.get("/home");
        window.post("/logout");
        assertThat(debtor.post(bill, "reason", "leak", "words", words).statusCode())
                .isEqualTo(403);
        assertThat(town.signInTo(debtor, town.owing().getFirst()).body()).contains(words + "</textarea>");
    }

    @Test
    void filesAreKnownByTheirBytesAndDocumentsAreOnlyPutDown() throws IOException {
        Asking me = Asking.of(4);
        String path = me.asked("it shows another number");
        assertThat(me.show(path, picture("jpeg", 3000, 2000), "", 0).body())
                .contains("src=\"" + path + "/files/1\"", "أضفتم");
        assertThat(me.show(path, PDF, "the receipt", 1).body()).contains("href=\"" + path + "/files/2\"");
        assertThat(me.files()).containsExactly("jpeg 1", "pdf 2");
        assertThat(ImageIO.read(new ByteArrayInputStream(me.browser().bytes(path + "/files/1")))
                        .getWidth())
                .isLessThan(1_300);
        for (Browser who : List.of(me.browser(), amina.browser())) {
            String at = (who == me.browser() ? "" : "/staff") + path + "/files/";
            HttpResponse<String> pdf = who.get(at + "2");
            assertThat(pdf.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment; filename=\"request-");
            assertThat(pdf.headers().allValues("Content-Security-Policy"))
                    .containsExactly("sandbox; default-src 'none'");
            assertThat(pdf.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(pdf.body()).isEqualTo(new String(PDF, StandardCharsets.US_ASCII));
            assertThat(who.get(at + "1").headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(who.get(at + "3").statusCode()).isEqualTo(404);
        }
        assertThat(amina.get("/staff" + path).body()).contains("/staff" + path + "/files/1", "the receipt");
        // evidence that came over the counter
        String files = "/staff" + path + "/files";
        HttpResponse<String> kept = amina.browser().postFile(files, "file", PDF, "words", "by post", "seen", "2");
        assertThat(kept.body()).contains("by post", path + "/files/3");
        assertThat(me.browser().get(path).body())
                .contains("by post", "أضفنا إليه")
                .doesNotContain("amina");
    }

    @ParameterizedTest
    @CsvSource({"text, 422", "gif, 422", "half a pdf, 422", "html, 422", "bomb, 422", "large pdf, 413", "large, 413"})
    void whatIsNoPhotoAndNoDocumentIsRefusedAndWordsStay(String what, int status) throws IOException {
        Asking me = Asking.of(5);
        String path = me.kept().isEmpty()
                ? me.asked("files")
                : me.ask("meter-check", "files").uri().getPath();
        byte[] file = switch (what) {
            case "text" -> "hello".getBytes(StandardCharsets.US_ASCII);
            case "gif" -> picture("gif", 10, 10);
            case "half a pdf" -> "%PDF-1.4\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
            case "html" -> "<html>%PDF- %%EOF<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
            case "bomb" -> bomb();
            case "large pdf" -> padded(5 * 1024 * 1024);
            default -> new byte[13 * 1024 * 1024];
        };
        HttpResponse<String> page = me.show(path, file, "what I typed", 0);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body()).contains("what I typed</textarea>", "role=\"alert\"");
        amina.get("/staff" + path);
        HttpResponse<String> staff =
                amina.browser().postFile("/staff" + path + "/files", "file", file, "words", "my remark", "seen", "0");
        assertThat(staff.statusCode()).isEqualTo(status);
        assertThat(staff.body()).contains("my remark</textarea>", "role=\"alert\"");
        assertThat(me.files()).isEmpty();
    }

    /// A JPEG that says it is larger than any camera makes.
    private static byte[] bomb() throws IOException {
        byte[] jpeg = picture("jpeg", 16, 16);
        for (int i = 0; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                jpeg[i + 5] = (byte) 0xFF;
                jpeg[i + 7] = (byte) 0xFF;
            }
        }
        return jpeg;
    }

    private static byte[] padded(int length) {
        byte[] pdf = new byte[length];
        System.arraycopy(PDF, 0, pdf, 0, PDF.length);
        System.arraycopy(PDF, 0, pdf, length - PDF.length, PDF.length);
        return pdf;
    }

    @Test
    void whatIsTakenBackIsClosedAndNothingIsAdded() {
        Asking me = Asking.of(6);
        String path = me.asked("please come");
        assertThat(me.browser().get(path + "/close").body()).contains("فلن نجيب عنه");
        for (int i = 0; i < 2; i++) { // a double click
            HttpResponse<String> closed = me.browser().post(path + "/close", "words", "it stopped", "seen", "0");
            assertThat(closed.statusCode()).isEqualTo(200);
            assertThat(closed.body()).contains("أغلقتموه", "it stopped", "مغلق");
        }
        assertThat(me.show(path, PDF, "once more", 1).statusCode()).isEqualTo(409);
        assertThat(me.steps()).containsExactly("closed: it stopped");
        assertThat(amina.get("/staff/work/request").body()).doesNotContain("/staff" + path + "\"");
    }

    /// Until somebody of the staff has done something about it.
    @Test
    void theListSaysWhereSomethingIsNew() {
        Asking me = Asking.of(10);
        String path = me.asked("is it new?");
        String item = "/staff" + path;
        String news = "فيه جديد من الزبون";
        assertThat(row(item)).doesNotContain(news);
        me.show(path, PDF, "", 0);
        assertThat(row(item)).contains(news);
        amina.get("/staff" + path);
        amina.browser().postFile("/staff" + path + "/files", "file", PDF, "words", "by post", "seen", "1");
        assertThat(row(item)).as("staff has added to it").doesNotContain(news);
        answer(path, 2);
        me.show(path, PDF, "no, again", 3);
        assertThat(row(item)).as("it is open again").contains(news);
    }

    /// Of the work list.
    private static String row(String item) {
        return amina.get("/staff/work/request")
                .body()
                .lines()
                .filter(line -> line.contains("href=\"" + item + "\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void soManyWaitAndNoMore() {
        Asking me = Asking.of(7);
        for (int i = 0; i < 10; i++) {
            me.asked("number " + i);
        }
        HttpResponse<String> refused = me.ask("meter-check", "one more");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("one more</textarea>", "لا يمكننا قراءة المزيد");
        assertThat(me.kept()).hasSize(10);
    }

    @Test
    void whatCameByTelephoneIsFollowedToo() {
        Asking me = Asking.of(8);
        amina.get("/staff/requests/new/" + me.account());
        String path = amina.browser()
                .post(
                        "/staff/requests/new/" + me.account(),
                        "kind",
                        "information",
                        "channel",
                        "phone",
                        "words",
                        "asked at nine")
                .uri()
                .getPath()
                .replace("/staff", "");
        assertThat(me.browser().get(path).body()).contains("asked at nine", "طلب معلومات");
    }

    /// What only its holder may open is seen by no delegate, whoever took it down.
    @Test
    void aDelegateAsksAndSeesWhatIsOpenToThem() {
        Asking me = Asking.of(9);
        Asking son = Asking.of(12);
        me.browser().get("/delegates/" + me.account());
        me.browser().post("/delegates/" + me.account(), "reference", son.account(), "may", "manage");
        son.browser().get("/delegates");
        son.browser()
                .post(
                        "/delegates/accept",
                        "id",
                        town.texts("select max(id)::text from delegate").getFirst());
        String secret = me.ask("personal-data", "who sees my data?").uri().getPath();
        String open = me.asked("the meter");
        assertThat(son.browser().get(open).statusCode()).isEqualTo(200);
        assertThat(son.browser().get(secret).statusCode()).isEqualTo(404);
        assertThat(son.browser().get("/requests").body()).contains(open + "\"").doesNotContain(secret + "\"");
        assertThat(son.browser().get(me.form()).body()).doesNotContain("personal-data");
        assertThat(son.browser()
                        .post(me.form(), "kind", "personal-data", "words", "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(son.browser()
                        .post(me.form(), "kind", "information", "words", "by the son")
                        .statusCode())
                .isEqualTo(200);
        assertThat(town.texts("select c.reason from change c join service_request r on r.change = c.id"
                        + " where r.said = 'by the son'"))
                .allMatch(why -> why.contains("a delegate, the holder of " + son.account()));
    }
}
