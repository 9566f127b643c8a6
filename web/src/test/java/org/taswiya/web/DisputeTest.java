package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Change;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.Disputes;

/// What customers do not accept, over HTTP.
final class DisputeTest {
    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// A bill of which something is open, and its holder, signed in. Each test that opens a dispute takes another one.
    private record Open(String account, String number, Browser browser) {
        String path() {
            return "/disputes/new/" + number;
        }

        HttpResponse<String> send(String reason, String words) {
            browser.get(path());
            return browser.post(path(), "reason", reason, "words", words);
        }

        List<String> kept() {
            return town.texts(
                    "select reason || ': ' || evidence from dispute where item = '" + number + "' order by id");
        }
    }

    private static Open open(int which) {
        List<String> rows = town.texts("""
                select distinct i.account || ' ' || i.number from open_item i
                join contact c on c.account = i.account and c.channel in ('email', 'sms')
                where i.kind = 'bill' and i.open > 0 order by 1""");
        assertThat(rows).as("open bills of accounts that are reached").hasSizeGreaterThan(which);
        String[] words = rows.get(which).split(" ");
        return new Open(words[0], words[1], town.signedIn(words[0]));
    }

    @Test
    void aDisputeIsOpenedAndShownWithTheDayOfItsAnswer() {
        Open open = open(0);
        assertThat(open.browser().get("/bills/" + open.number()).body()).contains(open.path());
        HttpResponse<String> answer = open.send("meter-fault", "العداد يدور\r\nوالبيت فارغ <b>");
        assertThat(answer.uri().getPath()).isEqualTo("/disputes");
        assertThat(answer.body())
                .contains("قيد النظر", "والبيت فارغ &lt;b&gt;")
                .containsPattern("[12]\u00a0غشت\u00a02020") // a day later once fifteen have signed in
                .doesNotContain(open.path());
        assertThat(open.kept()).containsExactly("meter-fault: العداد يدور\nوالبيت فارغ <b>");
        assertThat(open.browser().get(open.path()).body())
                .contains("هناك اعتراض قائم")
                .doesNotContain("<textarea");
    }

    @Test
    void theSameTwiceAtOnceIsOneDispute() throws InterruptedException, ExecutionException {
        Open open = open(1);
        open.browser().get(open.path());
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<HttpResponse<String>> click =
                    () -> open.browser().post(open.path(), "reason", "leak", "words", "a pipe burst");
            for (Future<HttpResponse<String>> answer : both.invokeAll(List.of(click, click))) {
                assertThat(answer.get().uri().getPath()).isEqualTo("/disputes");
            }
        }
        assertThat(open.kept()).containsExactly("leak: a pipe burst");
        HttpResponse<String> other = open.send("leak", "something else");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("something else", "ننتظر حتى نجيب");
        assertThat(open.kept()).hasSize(1);
    }

    @Test
    void theAnswerIsShown() {
        Open open = open(2);
        open.send("billing-error", "twice the days");
        long id = Long.parseLong(town.texts("select id::text from dispute where item = '" + open.number() + "'")
                .getFirst());
        LocalDate day = LocalDate.of(2020, 7, 2);
        Disputes.reject(
                town.database(),
                id,
                new Days(day, day),
                new Change(Instant.parse("2020-07-02T12:00:00Z"), "s.alami", "the days are right"));
        assertThat(open.browser().get("/disputes").body()).contains("لم نقبله", "the days are right");
    }

    @ParameterizedTest
    @CsvSource({
        "'', my meter is wrong, اختاروا ما الخطأ",
        "goodwill, my meter is wrong, اختاروا ما الخطأ",
        "no-such-reason, my meter is wrong, اختاروا ما الخطأ",
        "leak, '', قولوا لنا في بضع كلمات",
        "leak, '  \u2066 ', قولوا لنا في بضع كلمات"
    })
    void whatIsMissingIsSaidAndNothingTypedIsLost(String reason, String words, String said) {
        Open open = open(3);
        HttpResponse<String> answer = open.send(reason, words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(said, ">" + words + "</textarea>");
        if (reason.equals("leak")) {
            assertThat(answer.body()).containsPattern("value=\"leak\" checked");
        }
        assertThat(open.kept()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongStaysInTheForm() {
        Open open = open(3);
        String words = "x".repeat(2001);
        HttpResponse<String> answer = open.send("leak", words);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("2000", words);
        assertThat(open.kept()).isEmpty();
    }

    /// Nothing is asked for and nothing chosen, and whoever chooses nothing pays nothing.
    @Test
    void whoDisputesAllThatIsOpenIsAskedForNothing() {
        String account = town.texts("""
                        select i.account from open_item i
                        where exists (select from contact c
                                      where c.account = i.account and c.channel in ('email', 'sms'))
                            and not exists (select from dispute d where d.account = i.account)
                            and not exists (select from open_credit c where c.account = i.account)
                        group by 1 having count(*) = 1 and bool_and(i.kind = 'bill') order by 1 desc""").getFirst();
        String number = town.texts("select number from open_item where account = '" + account + "'")
                .getFirst();
        Open open = new Open(account, number, town.signedIn(account));
        open.send("leak", "a pipe burst");
        assertThat(open.browser().get("/home").body())
                .contains("لا شيء واجب الأداء")
                .containsPattern("<td>موضوع اعتراض");
        String page = open.browser().get("/pay/" + account).body();
        assertThat(page)
                .contains("لا شيء واجب الأداء", "value=\"all\" required")
                .doesNotContain(" checked");
        String due = page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        assertThat(open.browser()
                        .post("/pay/" + account, "part", "", "seen", due)
                        .statusCode())
                .isEqualTo(422);
        assertThat(town.texts("select 'asked' from card_attempt where account = '" + account + "'"))
                .isEmpty();
    }

    /// How much is disputed is what is typed; the rest of the bill stays due.
    @Test
    void aPartIsDisputed() {
        Open open = open(4);
        open.browser().get(open.path());
        for (List<String> wrong : List.of(
                List.of("part", "0"), // nothing
                List.of("part", ""), // no amount
                List.of("part", "99999.00"), // more than is open
                List.of("part", "a lot"), // no number
                List.of("all", "1.00"))) { // all and an amount
            HttpResponse<String> answer = dispute(open, wrong.get(0), wrong.get(1));
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body())
                    .as(wrong.toString())
                    .contains("value=\"" + wrong.get(1) + "\"", ">a pipe</textarea>");
            assertThat(open.kept()).as(wrong.toString()).isEmpty();
        }
        assertThat(dispute(open, "part", "1,50").uri().getPath()).isEqualTo("/disputes");
        assertThat(town.texts("select amount || ' ' || is_whole from dispute where item = '" + open.number() + "'"))
                .containsExactly("150 false");
        assertThat(open.browser().get("/home").body()).containsPattern("1,50\\W+درهم\\W+موضوع اعتراض");
        assertThat(open.browser().get("/pay/" + open.account()).body())
                .contains("value=\"undisputed\" checked", "الكل، مع ما هو موضوع اعتراض");
        assertThat(open.browser().get("/instalments/" + open.account()).body())
                .containsPattern("1,50\\W+درهم\\W+موضوع اعتراض، ولا يدخل");
        assertThat(dispute(open, "part", "1,50").uri().getPath())
                .as("the same again is one")
                .isEqualTo("/disputes");
        assertThat(dispute(open, "part", "2").statusCode()).isEqualTo(422);
        assertThat(open.kept()).hasSize(1);
    }

    private static HttpResponse<String> dispute(Open open, String choice, String part) {
        return open.browser().post(open.path(), "reason", "leak", "words", "a pipe", "choice", choice, "part", part);
    }

    @Test
    void aBillThatIsPaidHasNoForm() {
        String account = town.reached().getFirst();
        String serial = town.texts("select b.serial::text from bill b where b.account = '" + account
                        + "' and not exists (select from open_item i where i.kind = 'bill' and i.account = b.account"
                        + " and substr(i.number, 1, 10)::bigint = b.serial and i.open > 0) order by b.serial limit 1")
                .getFirst();
        Browser browser = town.signedIn(account);
        String path = "/disputes/new/" + new BillNumber(Long.parseLong(serial));
        assertThat(browser.get(path).body())
                .contains("لا شيء من هذه الفاتورة باق")
                .doesNotContain("<textarea");
        HttpResponse<String> sent = browser.post(path, "reason", "leak", "words", "a pipe burst");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("a pipe burst");
    }

    @Test
    void anothersBillIsAsUnknownAsOneThatIsNotThere() {
        Open open = open(0);
        String foreign = town.texts("select i.number from open_item i"
                        + " join customer_account k on k.reference = i.account"
                        + " where i.kind = 'bill' and i.open > 0 and k.customer <> (select customer from"
                        + " customer_account where reference = '" + open.account() + "') order by 1 limit 1")
                .getFirst();
        String nowhere = "/disputes/new/" + new BillNumber(9_999_999_999L);
        String missing = Browser.withoutTokens(open.browser().get(nowhere).body());
        String lost = Browser.withoutTokens(open.browser()
                .post(nowhere, "reason", "leak", "words", "not mine")
                .body());
        String path = "/disputes/new/" + foreign;
        HttpResponse<String> seen = open.browser().get(path);
        HttpResponse<String> sent = open.browser().post(path, "reason", "leak", "words", "not mine");
        assertThat(List.of(seen.statusCode(), sent.statusCode())).containsExactly(404, 404);
        assertThat(Browser.withoutTokens(seen.body())).isEqualTo(missing);
        assertThat(Browser.withoutTokens(sent.body())).isEqualTo(lost);
        assertThat(town.texts("select evidence from dispute where evidence = 'not mine'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ar, اعتراضاتكم, لا أقبل",
        "fr, Vos contestations, Je n’accepte pas",
        "en, Your disputes, I do not accept"
    })
    void everyLanguageIsSpoken(String code, String list, String form) {
        Open open = open(3);
        open.browser().get("/home");
        open.browser().post("/language", "to", code);
        assertThat(open.browser().get("/disputes").body()).contains(list);
        assertThat(open.browser().get(open.path()).body()).contains(form, "<legend>");
    }
}
