package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.staff.StaffRole;

/// What customers ask for at the console, and what they are answered.
final class RequestsTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser amina;
    private static StaffBrowser brahim;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        amina = town.staff("amina", StaffRole.AGENT);
        brahim = town.staff("brahim", StaffRole.AGENT);
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static HttpResponse<String> take(String account, String kind, String words) {
        amina.get("/staff/requests/new/" + account);
        return amina.browser().post("/staff/requests/new/" + account, "kind", kind, "channel", "phone", "words", words);
    }

    /// @return where its page is
    private static String taken(String account, String words) {
        HttpResponse<String> page = take(account, "billing-complaint", words);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.uri().getPath();
    }

    private static String account(int place) {
        return town.owing().get(place);
    }

    @Test
    void whatIsAskedForIsKeptWithItsDeadlineAndFoundAgain() {
        String path = taken(account(0), "The bill is twice the last one.\nWhy?");
        String page = amina.get(path).body();
        assertThat(page).contains("شكاية حول فاتورة", "The bill is twice the last one.", "Why?", "17");
        assertThat(amina.get("/staff/work/request").body()).contains(path, "شكاية حول فاتورة");
        assertThat(amina.get("/staff/accounts/" + account(0)).body()).contains(path, "طلب أو شكاية");
        // a double click
        assertThat(taken(account(0), "The bill is twice the last one.\nWhy?")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"nothing-such, words", "'', words", "information, ' '"})
    void whatIsNotFilledInIsAskedForAndNothingTypedIsLost(String kind, String words) {
        HttpResponse<String> page = take(account(0), kind, words);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role=\"alert\"", words + "</textarea>");
    }

    @Test
    void anAnswerIsReadBeforeItGoesAndGoesInTheCustomersLanguage() {
        String path = taken(account(1), "Please explain my bill");
        assertThat(amina.browser()
                        .post(path + "/answer", "letter", "", "seen", "0")
                        .statusCode())
                .isEqualTo(422);
        String[] answer = {"letter", "put-right", "words", "Rebilled <b>today</b>", "seen", "0"};
        HttpResponse<String> sure = amina.browser().post(path + "/answer", answer);
        assertThat(sure.body()).contains("Rebilled &lt;b>today&lt;/b>").doesNotContain("<b>today");
        String queued = "select cause from message where cause_kind = 'request' and account = '" + account(1) + "'";
        assertThat(town.texts(queued)).isEmpty();
        String[] yes = {"letter", "put-right", "words", "Rebilled today", "seen", "0", "sure", "yes"};
        assertThat(amina.browser().post(path + "/answer", yes).statusCode()).isEqualTo(200);
        // a double click, and a page that is no longer so
        assertThat(amina.browser().post(path + "/answer", yes).statusCode()).isEqualTo(409);
        assertThat(town.texts("select m.language::text = s.language::text and a.facts ->> 'text' = s.said"
                        + " from service_request_step s join service_request r on r.id = s.request"
                        + " join announcement a on a.kind = 'request' and a.account = r.account"
                        + " join message m on m.cause_kind = 'request' and m.cause = a.cause"
                        + " where r.account = '" + account(1) + "'"))
                .isEqualTo(List.of("t"));
        assertThat(town.acted(path.replace("/staff/requests/", "request ")))
                .as("taken and answered")
                .containsExactly("amina " + account(1), "amina " + account(1));
        assertThat(amina.get("/staff/work/request").body()).doesNotContain(path + "\"");
    }

    @Test
    void whoIsNotContentIsHeardAgain() {
        String path = taken(account(2), "My meter turns at night");
        amina.browser().post(path + "/answer", "letter", "explained", "seen", "0", "sure", "yes");
        assertThat(amina.browser()
                        .post(path + "/reopen", "words", " ", "seen", "1")
                        .statusCode())
                .isEqualTo(422);
        assertThat(amina.browser()
                        .post(path + "/reopen", "words", "It still turns", "seen", "1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(amina.get("/staff/work/request").body()).contains(path + "\"");
        amina.browser().post(path + "/close", "words", "settled by telephone", "seen", "2");
        assertThat(amina.get(path).body())
                .contains("settled by telephone", "مغلق")
                .doesNotContain(path + "/close");
        assertThat(amina.browser()
                        .post(path + "/close", "words", "again", "seen", "3")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRequestIsDealtWithByWhoeverHasIt() {
        String path = taken(account(3), "Please look at the pressure");
        String work = path.replace("/requests/", "/work/request/");
        assertThat(brahim.get(work).uri().getPath()).isEqualTo(path);
        assertThat(brahim.browser().post(work + "/take").uri().getPath()).isEqualTo(path);
        HttpResponse<String> refused =
                amina.browser().post(path + "/answer", "letter", "visit", "words", "tomorrow", "seen", "0");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("brahim");
        nadia.get(path);
        assertThat(nadia.browser()
                        .post(work + "/assign", "to", "amina", "from", "brahim")
                        .statusCode())
                .isEqualTo(200);
        assertThat(amina.browser()
                        .post(path + "/answer", "letter", "visit", "words", "tomorrow", "seen", "0")
                        .body())
                .contains("tomorrow");
    }

    @ParameterizedTest
    @CsvSource({"/staff/requests/999", "/staff/requests/new/0999999999", "/staff/requests/x"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(amina.get(path).statusCode()).isEqualTo(404);
    }
}
