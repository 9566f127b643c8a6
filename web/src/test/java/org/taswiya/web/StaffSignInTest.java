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

/// How staff get in, and who does not.
final class StaffSignInTest {
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

    private static String events(String name) {
        return String.join(" ", town.texts("select kind from staff_event where staff = '" + name + "' order by id"));
    }

    @Test
    void whoeverHasATicketChoosesAPasswordAndSignsIn() {
        StaffBrowser nadia = town.staff("nadia", StaffRole.AGENT);
        assertThat(nadia.get("/staff").uri().getPath()).isEqualTo("/staff/search");
        nadia.browser().post("/staff/logout");
        assertThat(nadia.get("/staff/search").uri().getPath()).isEqualTo("/staff/login");
        assertThat(events("nadia")).isEqualTo("password-chosen signed-in signed-out");
        assertThat(town.texts("select password from staff_secret"))
                .allSatisfy(kept -> assertThat(kept).startsWith("$argon2id$"));
    }

    /// What is wrong is not told: the page is the same but for the name that was typed.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nobodysName,   zineb, true,  true",
        "wrongPassword, amina, false, true",
        "wrongCode,     amina, true,  false",
        "allWrong,      amina, false, false",
        "noName,        '',    true,  true",
        "capitals,      AMINA, true,  true"
    })
    void whatIsWrongIsToldAlike(String trap, String name, boolean isPassword, boolean isCode) {
        StaffBrowser later = amina.later();
        HttpResponse<String> answer = later.signInWith(
                name, isPassword ? later.password() : "some other words", isCode ? later.code() : "000000");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.withoutTokens(answer.body()).replace("value=\"" + name + "\"", "value=\"\""))
                .isEqualTo(Browser.withoutTokens(
                                amina.later().signInWith("someone", "x", "1").body())
                        .replace("value=\"someone\"", "value=\"\""));
        assertThat(later.get("/staff/search").uri().getPath()).isEqualTo("/staff/login");
    }

    @Test
    void aCodeIsGoodOnceAndNoneBeforeItIs() {
        StaffBrowser sara = town.staff("sara", StaffRole.AGENT);
        assertThat(sara.signIn().statusCode()).as("the same once more").isEqualTo(422);
        String before = sara.code(town.now().minusSeconds(30));
        assertThat(sara.signInWith("sara", sara.password(), before).statusCode())
                .isEqualTo(422);
        assertThat(sara.later().signIn().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "wrongTicket,  karima, OTHER,   422",
        "wrongName,    karim,  T-KARIMA, 422",
        "noTicket,     karima, '',      422"
    })
    void aTicketIsOnesOwn(String trap, String name, String ticket, int status) {
        if (town.texts("select name from staff where name = 'karima'").isEmpty()) {
            town.hire("karima", StaffRole.AGENT, "T-KARIMA");
        }
        Browser browser = town.browser();
        browser.get("/staff/welcome");
        HttpResponse<String> answer = browser.post("/staff/welcome", "name", name, "code", ticket);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("otpauth");
        assertThat(browser.get("/staff/welcome/password").uri().getPath()).isEqualTo("/staff/welcome");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "short,       secret 1234,              secret 1234",
        "ownName,     samir and something else, samir and something else",
        "oneLetter,   aaaaaaaaaaaaaaaaa,        aaaaaaaaaaaaaaaaa",
        "aRow,        123456789012,             123456789012",
        "common,      password1234,             password1234",
        "typedWrong,  four words of nobody,     four words of somebody"
    })
    void aPasswordIsNotEasy(String trap, String password, String again) {
        String ticket = "TICKET" + trap;
        if (town.texts("select name from staff where name = 'samir'").isEmpty()) {
            town.hire("samir", StaffRole.AGENT, ticket);
        } else {
            town.reset("samir", ticket);
        }
        Browser browser = town.browser();
        browser.get("/staff/welcome");
        String page =
                browser.post("/staff/welcome", "name", "samir", "code", ticket).body();
        assertThat(page).contains("otpauth");
        HttpResponse<String> answer =
                browser.post("/staff/welcome/password", "password", password, "again", again, "code", "123456");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(password);
    }

    @Test
    void aTicketIsUsedOnce() {
        town.hire("hind", StaffRole.AGENT, "T-HIND");
        StaffBrowser hind = StaffBrowser.welcomed(town, "hind", "T-HIND");
        Browser other = town.browser();
        other.get("/staff/welcome");
        assertThat(other.post("/staff/welcome", "name", "hind", "code", "T-HIND")
                        .statusCode())
                .isEqualTo(422);
        assertThat(hind.later().signIn().statusCode()).isEqualTo(200);
    }

    @Test
    void aDisablingAndAResetEndASessionAtOnce() {
        StaffBrowser omar = town.staff("omar", StaffRole.AGENT);
        assertThat(omar.get("/staff/search").statusCode()).isEqualTo(200);
        town.disable("omar");
        assertThat(omar.get("/staff/search").uri().getPath()).isEqualTo("/staff/login");
        assertThat(omar.later().signIn().statusCode()).isEqualTo(422);
        town.reset("omar", "T-OMAR");
        assertThat(omar.later().signIn().statusCode()).as("the old password").isEqualTo(422);
        StaffBrowser again = StaffBrowser.welcomed(town, "omar", "T-OMAR");
        assertThat(again.signIn().uri().getPath()).isEqualTo("/staff/search");
        assertThat(omar.get("/staff/search").uri().getPath())
                .as("the session before")
                .isEqualTo("/staff/login");
        assertThat(again.get("/staff/search").uri().getPath())
                .as("the one since")
                .isEqualTo("/staff/search");
    }

    /// Ten wrong tries close the door for a quarter of an hour to strangers, not to where somebody comes from daily.
    @Test
    void nobodyLocksSomebodyElseOut() {
        StaffBrowser salma = town.staff("salma", StaffRole.AGENT).later();
        for (int i = 0; i < 15; i++) {
            assertThat(salma.signInWith("salma", "wrong", "000000").statusCode())
                    .isEqualTo(422);
        }
        assertThat(salma.signIn().statusCode()).as("known from here").isEqualTo(200);
        String refused = "select coalesce(place, '') from staff_event where kind = 'refused' and staff is null";
        int before = town.texts(refused).size();
        StaffBrowser stranger = amina.later();
        for (int i = 0; i < 10; i++) {
            assertThat(stranger.signInWith("unknown", "wrong", "000000").statusCode())
                    .isEqualTo(422);
        }
        assertThat(stranger.signInWith("unknown", "wrong", "000000").statusCode())
                .isEqualTo(429);
        for (int i = 0; i < 50; i++) {
            stranger.signInWith("n" + i, "wrong", "000000");
        }
        assertThat(stranger.signInWith("n1", "wrong", "000000").statusCode())
                .as("too many from one address")
                .isEqualTo(429);
        StaffBrowser colleague = salma.later();
        assertThat(colleague.signIn().statusCode()).as("the same office").isEqualTo(200);
        assertThat(town.texts(refused + " order by id").stream().skip(before))
                .as("however many there were")
                .containsExactlyInAnyOrder("", "too many tries");
        assertThat(town.texts("select 'x' from staff_event where kind = 'refused' and staff = 'salma'"))
                .as("of somebody who is there, each")
                .hasSize(15);
    }

    @Test
    void theFormOfAnotherPageDoesNothing() {
        Browser browser = town.browser();
        browser.get("/staff/login");
        assertThat(browser.postWith("forged", "/staff/login", "name", "amina", "password", "x", "code", "1")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theTrailIsNeverChanged() {
        for (String sql : List.of(
                "update staff_event set kind = 'searched'",
                "delete from staff_event",
                "truncate staff_event",
                "update staff_secret set password = '$argon2id$'",
                "delete from staff_standing")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> town.texts(sql + " returning 'x'".repeat(sql.startsWith("truncate") ? 0 : 1)))
                    .as(sql)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl, بوابة الموظفين", "fr, ltr, Console des agents", "en, ltr, Agents’ console"})
    void theWayInSpeaksTheLanguageChosen(String code, String direction, String said) {
        Browser browser = town.browser();
        browser.get("/staff/login");
        browser.post("/language", "to", code);
        HttpResponse<String> page = browser.get("/staff/login");
        assertThat(page.body()).contains("<html lang=\"" + code + "\" dir=\"" + direction + "\">", said);
        assertThat(page.body()).doesNotContain("<script", " style=", "onclick");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().map()).containsEntry("Cache-Control", List.of("no-store"));
    }

    /// Whoever copies the database has the second factor of nobody.
    @Test
    void noSecondFactorIsInTheDatabaseAsItIs() {
        town.staff("sealed", StaffRole.AGENT);
        assertThat(town.texts("select distinct length(totp)::text from staff_secret"))
                .containsExactly("57");
    }
}
