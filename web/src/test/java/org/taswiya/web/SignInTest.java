package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;

/// Who gets in, what they see, and what everybody else is told.
final class SignInTest {
    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static Browser signedIn(String account) throws InterruptedException {
        Browser browser = town.browser();
        browser.get("/login");
        int before = town.codesSent();
        browser.post("/login", "account", account);
        awaitCode(before);
        HttpResponse<String> home = browser.post("/login/code", "code", town.code(account));
        assertThat(home.uri().getPath()).isEqualTo("/home");
        return browser;
    }

    /// It is sent beside the answer, which comes at once.
    private static void awaitCode(int before) throws InterruptedException {
        for (int i = 0; town.codesSent() == before && i < 100; i++) {
            Thread.sleep(50);
        }
        assertThat(town.codesSent()).isEqualTo(before + 1);
    }

    /// One of the few accounts that a code can be sent to.
    private static String reached(int which) {
        List<String> reached = town.reached();
        return reached.get(which % reached.size());
    }

    private static String number(String serial) {
        return new BillNumber(Long.parseLong(serial)).toString();
    }

    @Test
    void aCustomerSeesWhatIsDueTheBillsAndEachOfThem() throws InterruptedException {
        String account = reached(0);
        Browser browser = signedIn(account);
        String last = number(town.bills(account).getLast());
        assertThat(browser.get("/home").body()).contains("حساباتكم", "/bills/" + last);
        assertThat(browser.get("/bills/" + last).body()).contains(last, "العداد", "المجموع");
        HttpResponse<String> paper = browser.get("/bills/" + last + ".pdf");
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(paper.body()).startsWith("%PDF-1.7");
    }

    @Test
    void theReferenceMayBeTypedAsItIsPrinted() throws InterruptedException {
        String account = reached(1);
        Browser browser = town.browser();
        browser.get("/login");
        int before = town.codesSent();
        String printed = account.substring(0, 4) + " " + account.substring(4, 7) + " " + account.substring(7);
        HttpResponse<String> asked = browser.post("/login", "account", printed);
        assertThat(asked.uri().getPath()).isEqualTo("/login/code");
        assertThat(asked.body()).as("how many are sent").contains("أكثر من رمزين في ربع ساعة");
        awaitCode(before);
    }

    /// And the one for a password.
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fr"})
    void aCodeComesInTheLanguageOfThePage(String code) throws InterruptedException {
        String account = reached(8);
        Browser browser = town.browser();
        browser.get("/login");
        browser.post("/language", "to", code, "back", "/login");
        int before = town.codesSent();
        browser.post("/login", "account", account);
        awaitCode(before);
        browser.post("/login/code", "code", town.code(account));
        browser.get("/preferences/" + account + "/password");
        browser.post("/preferences/" + account + "/password/code");
        assertThat(town.texts("select language::text from message where account = '" + account
                        + "' and cause_kind = 'sign-in-code' order by id desc limit 2"))
                .containsExactly(code, code);
    }

    /// As it is copied out of a message in Arabic, and as it is typed on a keyboard for Arabic.
    @ParameterizedTest
    @ValueSource(strings = {"isolated", "arabic"})
    void theReferenceAndTheCodeMayBeTypedOrCopiedInArabic(String how) throws InterruptedException {
        String account = reached(how.equals("arabic") ? 5 : 6);
        Browser browser = town.browser();
        browser.get("/login");
        int before = town.codesSent();
        assertThat(browser.post("/login", "account", arabic(how, account)).uri().getPath())
                .isEqualTo("/login/code");
        awaitCode(before);
        HttpResponse<String> home = browser.post("/login/code", "code", arabic(how, town.code(account)));
        assertThat(home.uri().getPath()).isEqualTo("/home");
    }

    private static String arabic(String how, String digits) {
        StringBuilder typed = new StringBuilder();
        digits.chars().forEach(digit -> typed.append(how.equals("arabic") ? (char) ('٠' + digit - '0') : (char) digit));
        return how.equals("arabic") ? typed.toString() : "\u2066" + typed.insert(3, '\u00a0') + "\u2069";
    }

    @Test
    void everyPageSaysWhereTheUtilityIsReached() throws InterruptedException {
        String dialled = "href=\"tel:+212500000000\"";
        assertThat(town.browser().get("/login").body()).contains(dialled, "href=\"mailto:clients@casablanca.example\"");
        String account = reached(7);
        Browser browser = signedIn(account);
        String agreement = town.texts("select reference from service_agreement where to_day is null and account = '"
                        + account + "' order by 1")
                .getFirst();
        browser.get("/move-out/" + account);
        String refused = browser.post("/move-out/" + account, "agreement", agreement, "day", "1990-01-01")
                .body();
        assertThat(refused)
                .as("\"call us\", and where")
                .containsSubsequence("role=\"alert\">", dialled, "<form", "<footer", dialled);
    }

    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() throws InterruptedException {
        Browser browser = signedIn(reached(2));
        String foreign = number(town.bills(reached(3)).getLast());
        HttpResponse<String> missing = browser.get("/bills/" + number("9999999999"));
        assertThat(missing.statusCode()).isEqualTo(404);
        for (String path : List.of("/bills/" + foreign, "/bills/" + foreign + ".pdf")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Browser.withoutTokens(answer.body())).as(path).isEqualTo(Browser.withoutTokens(missing.body()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/bills/0000000001AB", "/bills/0000000001AB.pdf", "/nothing", "/login/code"})
    void aStrangerIsSentToTheWayIn(String path) {
        HttpResponse<String> answer = town.browser().get(path);
        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aStrangerIsToldTheSameWhetherThereIsSuchAnAccountOrNot() throws InterruptedException {
        int before = town.codesSent();
        String known = afterAsking(reached(4));
        awaitCode(before);
        assertThat(afterAsking("0999999999")).isEqualTo(known);
        for (String account : town.unreached()) {
            assertThat(afterAsking(account)).isEqualTo(known);
        }
        assertThat(town.codesSent()).isEqualTo(before + 1);
    }

    /// Whoever knows a reference, from one network address and without an hour's patience, shuts nobody out: not the
    /// holder on a new telephone, and not where they are known.
    @Test
    void aStrangerWhoAsksAndGuessesKeepsNobodyOut() throws InterruptedException, IOException {
        String account = reached(7);
        Browser known = signedIn(account);
        known.get("/home");
        known.post("/logout");
        Browser stranger = town.browser();
        for (int asked = 0; asked < 4; asked++) {
            stranger.get("/login");
            stranger.post("/login", "account", account);
            for (int guess = 0; guess < 5; guess++) {
                stranger.post("/login/code", "code", "000000");
            }
        }
        Browser elsewhere = Browser.from("127.0.0.2", town.port());
        for (Browser holder : List.of(elsewhere, known)) {
            holder.get("/login");
            int before = town.codesSent();
            holder.post("/login", "account", account);
            awaitCode(before);
            assertThat(holder.post("/login/code", "code", town.code(account))
                            .uri()
                            .getPath())
                    .isEqualTo("/home");
        }
    }

    private static String afterAsking(String account) {
        Browser browser = town.browser();
        browser.get("/login");
        String asked = browser.post("/login", "account", account).body();
        String wrong = browser.post("/login/code", "code", "000000").body();
        return Browser.withoutTokens(asked + wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "/login, account, 123, 422, عشرة أرقام",
        "/login, account, '', 422, عشرة أرقام",
        "/login, account, <script>alert(1)</script>, 422, &lt;script>",
        "/login/code, code, 12, 422, ستة أرقام",
        "/login/code, code, 999999, 422, غير صحيح"
    })
    void whatIsTypedWrongIsSaid(String path, String field, String typed, int status, String said) {
        Browser browser = town.browser();
        browser.get("/login");
        if (path.equals("/login/code")) {
            browser.post("/login", "account", "0999999998");
        }
        HttpResponse<String> answer = browser.post(path, field, typed);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said).doesNotContain("<script>");
    }

    @Test
    void aFormOfAnotherPageDoesNothing() {
        Browser browser = town.browser();
        browser.get("/login");
        int before = town.codesSent();
        HttpResponse<String> answer = browser.postWith("forged", "/login", "account", reached(5));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("انتهت مدة هذه الصفحة");
        assertThat(town.codesSent()).isEqualTo(before);
    }

    @Test
    void whoeverSignsOutIsAStrangerAgain() throws InterruptedException {
        Browser browser = signedIn(reached(6));
        browser.get("/home");
        browser.post("/logout");
        assertThat(browser.get("/home").uri().getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl, مرجع الحساب", "fr, ltr, Référence du compte", "en, ltr, Reference of the account"})
    void everyPageSpeaksTheLanguageChosen(String code, String direction, String said) {
        Browser browser = town.browser();
        browser.get("/login");
        browser.post("/language", "to", code);
        assertThat(browser.get("/login").body())
                .contains("<html lang=\"" + code + "\" dir=\"" + direction + "\">", said);
    }

    @Test
    void everyAnswerIsGuarded() {
        HttpResponse<String> answer = town.browser().get("/login");
        assertThat(answer.headers().map())
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("Cache-Control", List.of("no-store"));
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        assertThat(answer.body()).doesNotContain("<script", " style=", "onclick");
    }
}
