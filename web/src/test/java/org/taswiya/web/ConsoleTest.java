package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.staff.StaffRole;

/// What an agent finds, reads, and leaves behind.
final class ConsoleTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser agent;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        agent = town.staff("amina", StaffRole.AGENT);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String search(String typed) {
        agent.get("/staff/search");
        return agent.browser().post("/staff/search", "q", typed).body();
    }

    private static String one(String sql) {
        return town.texts(sql).getFirst();
    }

    private static String account() {
        return town.owing().getFirst();
    }

    @Test
    void whoWasSearchedForStandsInNoAddress() {
        String name = one("select latin_name from customer c join customer_account a on a.customer = c.reference"
                + " where a.reference = '" + account() + "'");
        agent.get("/staff/search");
        HttpResponse<String> found = agent.browser().post("/staff/search", "q", name);
        assertThat(found.uri().toString()).matches(".*/staff/search[?]found=[0-9]+");
        assertThat(found.body()).contains("/staff/accounts/" + account());
        String again = "/staff/search?" + found.uri().getQuery();
        assertThat(agent.get(again).body()).as("after \"back\"").contains("/staff/accounts/" + account());
        assertThat(town.staff("hanane", StaffRole.AGENT).get(again).body())
                .as("of another session")
                .doesNotContain("/staff/accounts/" + account());
        String asked = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(agent.get("/staff/search?q=" + asked).body())
                .as("an address that says it finds nobody")
                .doesNotContain("/staff/accounts/" + account());
        for (int i = 0; i < 20; i++) {
            search("zzzz");
        }
        assertThat(agent.get(again).body()).as("twenty later").doesNotContain("/staff/accounts/" + account());
    }

    /// What a caller may say of themselves, each asked of the books.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '{a}'",
                "select substr('{a}', 1, 4) || ' ' || substr('{a}', 5, 3) || ' ' || substr('{a}', 8)",
                "select bill_number(max(serial)) from bill where account = '{a}'",
                "select lower(bill_number(max(serial))) from bill where account = '{a}'",
                "select m.serial from service_agreement s join meter m on m.usage_point = s.usage_point"
                        + " where s.account = '{a}' and m.removed_at is null order by 1 limit 1",
                "select max(reference) from service_agreement where account = '{a}'",
                "select arabic_name from customer c join customer_account a on a.customer = c.reference"
                        + " where a.reference = '{a}'",
                "select upper(latin_name) from customer c join customer_account a on a.customer = c.reference"
                        + " where a.reference = '{a}'",
                "select p.address from service_agreement s join usage_point u on u.reference = s.usage_point"
                        + " join premise p on p.reference = u.premise where s.account = '{a}' order by 1 limit 1"
            })
    void anAccountIsFoundByWhatACallerKnows(String sql) {
        String said = one(sql.replace("{a}", account()));
        assertThat(search(said)).as(said).contains("/staff/accounts/" + account());
    }

    @ParameterizedTest
    @CsvSource({"zzzzqqqq", "ab", "0999999999", "nobody@example.org", "'%'", "'<script>alert(1)</script>'"})
    void whatIsNotThereIsSaidToBe(String typed) {
        assertThat(search(typed)).contains("لم نجد أحدا").doesNotContain("<script>");
    }

    @Test
    void theAccountIsOnOnePageTheNewestFirst() {
        HttpResponse<String> page = agent.get("/staff/accounts/" + account());
        String bill = new BillNumber(Long.parseLong(town.bills(account()).getLast())).toString();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("ما جرى", "/staff/bills/" + bill, "/staff/bills/" + bill + ".pdf", "قراءة عداد")
                .doesNotContain("href=\"/bills/", "href=\"/pay/", "<script>");
        assertThat(page.body()).as("tariffs by their names").contains("الاستعمال المنزلي", "-household</bdi>");
    }

    /// A sentence between quotation marks runs its own way, with all that ends it.
    @Test
    void whatACustomerWroteIsKeptTogether() {
        Browser customer = town.signedIn(account());
        String form = "/requests/new/" + account();
        customer.get(form);
        customer.post(form, "kind", "meter-check", "words", "It turns. <b>");
        assertThat(agent.get("/staff/accounts/" + account()).body()).contains("<q><bdi>It turns. &lt;b&gt;</bdi></q>");
    }

    @Test
    void pagesOfWhatHappenedDoNotOverlapAndLoseNothing() {
        String first = agent.get("/staff/accounts/" + account() + "?page=1").body();
        assertThat(agent.get("/staff/accounts/" + account() + "?page=x").statusCode())
                .isEqualTo(200);
        assertThat(agent.get("/staff/accounts/" + account() + "?page=99999").body())
                .contains("لم يجر شيء");
        assertThat(first).doesNotContain("rel=\"prev\"");
    }

    @Test
    void aBillIsAsItsCustomerSeesItWithoutWhatOnlyTheyMayDo() {
        String bill = new BillNumber(Long.parseLong(town.bills(account()).getLast())).toString();
        HttpResponse<String> page = agent.get("/staff/bills/" + bill);
        assertThat(page.body())
                .contains(bill, "العداد", "/staff/accounts/" + account())
                .doesNotContain("href=\"/pay/", "href=\"/disputes/", "href=\"/home\"", "href=\"/bills/");
        HttpResponse<String> paper = agent.get("/staff/bills/" + bill + ".pdf");
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(agent.get("/staff/bills/" + new BillNumber(9_999_999_999L)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatWasLookedAtIsInTheTrail() {
        String other = town.owing().get(1);
        String bill = new BillNumber(Long.parseLong(town.bills(other).getLast())).toString();
        agent.get("/staff/accounts/" + other);
        agent.get("/staff/bills/" + bill);
        agent.get("/staff/bills/" + bill + ".pdf");
        assertThat(town.texts("select staff || ' ' || place from staff_event where account = '" + other
                        + "' and kind = 'looked' order by id"))
                .isEqualTo(List.of("amina account", "amina bill " + bill, "amina bill " + bill));
        StaffBrowser auditor = town.staff("omar", StaffRole.AUDITOR);
        assertThat(auditor.get("/staff").body()).contains("سجل الموظفين", "amina", other);
    }

    @Test
    void theTrailHasPagesAndIsFoundByWhoAboutWhomWhatAndWhen() {
        StaffBrowser auditor = town.staff("rachid", StaffRole.AUDITOR);
        StaffBrowser busy = town.staff("busy", StaffRole.AGENT);
        String other = town.owing().get(2);
        for (int i = 0; i < 201; i++) {
            busy.get("/staff/accounts/" + other);
        }
        HttpResponse<String> first = auditor.get("/staff/trail?who=busy&kind=looked");
        assertThat(first.body().split("<tr><td", -1)).hasSize(201);
        Matcher older =
                Pattern.compile("href=\"(/staff/trail\\?[^\"]*before=[0-9]+)\"").matcher(first.body());
        assertThat(older.find()).isTrue();
        HttpResponse<String> next = auditor.get(older.group(1).replace("&amp;", "&"));
        assertThat(next.body().split("<tr><td", -1)).hasSize(2);
        assertThat(next.body()).doesNotContain("href=\"/staff/trail?");
        assertThat(auditor.get("/staff/trail?who=busy&kind=acted").body())
                .contains("لم يوجد شيء")
                .doesNotContain("<tr><td");
        assertThat(auditor.get("/staff/trail?account=" + other + "&day=" + town.today())
                        .body())
                .contains("busy");
        assertThat(auditor.get("/staff/trail?account=" + other + "&day=2020-01-01")
                        .body())
                .contains("لم يوجد شيء");
        assertThat(first.body()).as("in the language of the page").contains("<span class=\"note\">حساب</span>");
        assertThat(auditor.get("/staff/trail?kind=signed-in").body())
                .contains("كلمة مرور ورمز")
                .doesNotContain("password and code");
        assertThat(auditor.get("/staff/trail?day=%2B9999999-01-01").statusCode())
                .as("a day that no database knows")
                .isEqualTo(200);
    }

    @Test
    void thePageOfKeysNamesEachThatIsThere() {
        assertThat(agent.get("/staff/keys").body()).contains("Alt + W", "<kbd>؟</kbd>");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl, ما جرى", "fr, ltr, Ce qui s’est passé", "en, ltr, What happened"})
    void theConsoleSpeaksTheLanguageChosen(String code, String direction, String said) {
        agent.browser().post("/language", "to", code);
        String page = agent.get("/staff/accounts/" + account()).body();
        agent.browser().post("/language", "to", "ar");
        assertThat(page).contains("lang=\"" + code + "\" dir=\"" + direction + "\"", said);
    }
}
