package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Tab;

/// Who is shown while somebody still types, to whom, and what it leaves in the trail.
final class TypeAheadTest {
    private static final Pattern HIT = Pattern.compile("role=\"option\" id=\"hit-");

    /// Once a list is open, or after five seconds.
    private static final String OPENED = """
            new Promise((done, failed) => { const end = Date.now() + 5000; const again = setInterval(() => {
              if (!document.getElementById('hits').hidden) { clearInterval(again); done(true); }
              else if (Date.now() > end) { clearInterval(again); failed(new Error('nothing opened')); } }, 20); })""";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser amina;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        amina = town.staff("amina", StaffRole.AGENT);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static HttpResponse<String> hits(Browser browser, String typed) {
        return browser.post("/staff/search/hits", "q", typed);
    }

    private static int count(String part) {
        return Math.toIntExact(HIT.matcher(part).results().count());
    }

    private static String account() {
        return town.owing().getFirst();
    }

    private static long searches(String staff) {
        return Long.parseLong(
                town.texts("select count(*)::text from staff_event where kind = 'searched' and staff = '" + staff + "'")
                        .getFirst());
    }

    /// What stands in the field before it is whole.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select substr('{a}', 1, 6)",
                "select substr('{a}', 1, 4) || ' ' || substr('{a}', 5, 3)",
                "select '{a}'",
                "select substr(latin_name, 1, 5) from customer c join customer_account a on a.customer = c.reference"
                        + " where a.reference = '{a}'",
                "select substr(arabic_name, 1, 4) from customer c join customer_account a"
                        + " on a.customer = c.reference where a.reference = '{a}'"
            })
    void whoIsMeantIsAmongAtMostTen(String sql) {
        String typed = town.texts(sql.replace("{a}", account())).getFirst();
        String part = hits(amina.browser(), typed).body();
        assertThat(part).as(typed).contains("/staff/accounts/" + account()).doesNotContain("<html");
        assertThat(count(part)).isBetween(1, 10);
    }

    @Test
    void aPlaceOfManyShowsTenOfThem() {
        String area = town.texts("select area from premise group by area order by count(*) desc limit 1")
                .getFirst();
        long accounts = Long.parseLong(town.texts("select count(distinct s.account)::text from premise p"
                        + " join usage_point u on u.premise = p.reference"
                        + " join service_agreement s on s.usage_point = u.reference where p.area = '" + area + "'")
                .getFirst());
        assertThat(count(hits(amina.browser(), area).body())).isEqualTo(Math.toIntExact(Math.min(10, accounts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "ab", "12", "ab cd", "%%%", "'''", "<b>zz", "zzzzqqqq"})
    void whatIsTooShortOrNobodysShowsNobody(String typed) {
        HttpResponse<String> answer = hits(amina.browser(), typed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().strip()).isEmpty();
    }

    @Test
    void nobodyElseIsShownAnybody() {
        assertThat(hits(town.staff("omar", StaffRole.AUDITOR).browser(), account())
                        .statusCode())
                .isEqualTo(403);
        for (Browser stranger :
                List.of(town.browser(), town.signedIn(town.reached().getFirst()))) {
            HttpResponse<String> answer = hits(stranger, account());
            assertThat(answer.statusCode() == 403 || answer.uri().getPath().equals("/staff/login"))
                    .isTrue();
            assertThat(answer.body()).doesNotContain("/staff/accounts/");
        }
    }

    @Test
    void theTrailHasThatTheySearchedAndNotEveryLetter() {
        StaffBrowser yasmine = town.staff("yasmine", StaffRole.AGENT);
        for (int letters = 3; letters <= 10; letters++) {
            hits(yasmine.browser(), account().substring(0, letters));
        }
        assertThat(searches("yasmine")).isEqualTo(1);
        yasmine.get("/staff/search");
        yasmine.browser().post("/staff/search", "q", account());
        assertThat(searches("yasmine")).as("asked for, it is another").isEqualTo(2);
        assertThat(town.texts("select coalesce(place, '') from staff_event where staff = 'yasmine'"
                        + " and kind = 'searched'"))
                .as("what was typed is not kept")
                .containsOnly("");
    }

    @Test
    void theKeyboardChoosesAndOpens() throws IOException {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium on this machine: apt-get install chromium");
        try (Chromium chromium = Chromium.start(program.get(), folder.resolve("profile"))) {
            Tab tab = chromium.tab();
            tab.size(1200, 900);
            tab.go("http://127.0.0.1:" + town.port() + "/staff/login");
            StaffBrowser later = amina.later();
            tab.type("#name", later.name());
            tab.type("#password", later.password());
            tab.type("#code", later.code());
            tab.follow("main button");
            for (Language language : Language.values()) {
                if (tab.is("document.documentElement.lang !== '" + language.code() + "'")) {
                    tab.follow("button[lang=" + language.code() + "]");
                }
                typed(tab, account().substring(0, 5));
                tab.press("ArrowDown", 40);
                assertThat(tab.text("document.querySelector('#q').getAttribute('aria-activedescendant')"))
                        .isEqualTo("hit-0");
                picture(tab, language.code() + "-desk");
                assertThat(tab.violations()).as(language.code()).isEmpty();
                tab.size(360, 740);
                picture(tab, language.code() + "-phone");
                assertThat(tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .isTrue();
                tab.size(1200, 900);
            }
            tab.press("Escape", 27);
            assertThat(tab.is("document.getElementById('hits').hidden")).isTrue();
            typed(tab, account());
            tab.press("ArrowDown", 40);
            tab.pressOn("Enter", 13);
            assertThat(tab.path()).isEqualTo("/staff/accounts/" + account());
            tab.close();
        }
    }

    private static void typed(Tab tab, String what) {
        tab.evaluate("document.querySelector('#q').focus()");
        tab.type("#q", what);
        tab.evaluate("document.querySelector('#q').dispatchEvent(new Event('input'))");
        tab.evaluate(OPENED);
    }

    private static void picture(Tab tab, String name) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            tab.picture(Path.of(wanted).resolve("hits-" + name + ".png"));
        }
    }
}
