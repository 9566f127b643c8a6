package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Change;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.RequestChannel;

/// Instalments as a customer looks at them and asks for them. Each test has an account of its own.
final class InstalmentTest {
    private static final Pattern PLAN = Pattern.compile("name=\"plan\" value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static List<String> owing;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        owing = town.owing();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String account = owing.get(taken++ % owing.size());
    private final Browser browser = town.signedIn(account);

    private static String plan(HttpResponse<String> page) {
        Matcher found = PLAN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> look(int months) {
        return browser.get("/instalments/" + account + "?months=" + months);
    }

    private HttpResponse<String> ask(Browser by, String plan) {
        return by.post("/instalments/" + account, "months", "2", "plan", plan);
    }

    private long arrangements() {
        return town.texts("select 'x' from arrangement where account = '" + account + "'").size();
    }

    private long requests() {
        return town.texts("select 'x' from instalment_request where account = '" + account + "'").size();
    }

    @Test
    void eachDayAndAmountIsShownBeforeAnybodyAsks() {
        HttpResponse<String> page = look(2);
        String[] plan = plan(page).split(",", -1);
        assertThat(plan).hasSize(2);
        assertThat(plan[0]).startsWith("2020-07-");
        for (String one : plan) {
            assertThat(page.body()).contains(one.substring(one.indexOf('=') + 1).replace('.', ','));
        }
        assertThat(arrangements() + requests()).isZero();
        assertThat(browser.get("/home").body()).contains("/instalments/" + account);
    }

    @Test
    void whatTheRulesOfferIsGrantedAtOnceAndEverythingElseWaits() {
        HttpResponse<String> page = look(2);
        boolean isAtOnce = page.body().contains("تمنحكم قواعدنا");
        HttpResponse<String> asked = ask(browser, plan(page));
        assertThat(asked.uri().getPath()).isEqualTo("/instalments/" + account);
        assertThat(arrangements()).isEqualTo(isAtOnce ? 1 : 0);
        assertThat(requests()).isEqualTo(isAtOnce ? 0 : 1);
        assertThat(asked.body()).contains(isAtOnce ? "التسهيل محترم" : "طلبكم ينتظر الجواب");
    }

    /// Sent twice, from another window, and after going back.
    @Test
    void askedTwiceItIsAskedOnce() {
        String plan = plan(look(2));
        Browser other = browser.window();
        ask(browser, plan);
        ask(browser, plan);
        ask(other, plan);
        assertThat(arrangements() + requests()).isEqualTo(1);
    }

    @Test
    void anotherPlanThanTheOneShownIsNeitherGrantedNorAskedFor() {
        String plan = plan(look(2));
        String cheaper = plan.replaceAll("=[0-9.]+", "=1.00");
        HttpResponse<String> answer = ask(browser, cheaper);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير المبلغ أو اليوم");
        assertThat(ask(browser, "2020-13-77=1.00").statusCode()).isEqualTo(422);
        assertThat(arrangements() + requests()).isZero();
    }

    @Test
    void aRefusalIsTold() {
        String plan = plan(look(2));
        if (look(2).body().contains("تمنحكم قواعدنا")) {
            return;
        }
        ask(browser, plan);
        ArrangementDecisions.refuse(
                town.database(),
                account,
                RequestChannel.ONLINE_AGENCY,
                2,
                LocalDate.of(2020, 7, 3),
                new Change(Instant.parse("2020-07-03T10:00:00Z"), "amina", "no"));
        assertThat(browser.get("/instalments/" + account).body()).contains("لم يُقبل");
        ask(browser, plan(look(2)));
        assertThat(browser.get("/instalments/" + account).body()).contains("طلبكم ينتظر الجواب");
    }

    @ParameterizedTest
    @CsvSource({"1", "13", "x", "-2", "''"})
    void aNumberThatIsNoOptionShowsNoPlan(String months) {
        HttpResponse<String> page = browser.get("/instalments/" + account + "?months=" + months);
        assertThat(page.body()).doesNotContain("name=\"plan\"");
    }

    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() {
        String plan = plan(look(2));
        String foreign = owing.stream().filter(other -> !other.equals(account)).findFirst().orElseThrow();
        for (String other : List.of(foreign, "0999999999")) {
            assertThat(browser.get("/instalments/" + other).statusCode()).isEqualTo(404);
            assertThat(browser.post("/instalments/" + other, "plan", plan).statusCode())
                    .isEqualTo(404);
        }
        assertThat(town.texts("select 'x' from arrangement where account = '" + foreign + "'")).isEmpty();
    }

    @Test
    void aSignInThatEndsBetweenLookingAndAskingLeadsBackToThePlan() {
        String plan = plan(look(3));
        Browser other = browser.window();
        other.get("/home");
        other.post("/logout");
        assertThat(browser.post("/instalments/" + account, "months", "3", "plan", plan)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> again = town.signInTo(browser, account);
        assertThat(again.uri().getPath()).isEqualTo("/instalments/" + account);
        assertThat(plan(again)).isEqualTo(plan);
        assertThat(arrangements() + requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ar, في كم قسط", "fr, En combien de fois", "en, In how many"})
    void everyPageSpeaksTheLanguageChosen(String code, String said) {
        browser.get("/instalments/" + account);
        HttpResponse<String> page = browser.post("/language", "to", code, "back", "/instalments/" + account);
        assertThat(page.body()).contains("<html lang=\"" + code, said);
    }
}
