package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
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
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.arrangement.RequestChannel;

/// Instalments as a customer looks at them and asks for them. Each test has an account that nobody asked for before.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class InstalmentTest {
    private static final Pattern SCHEDULE = Pattern.compile("name=\"schedule\" value=\"([^\"]+)\"");

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

    private final List<String> owing = town.texts("""
            select account from open_item o
            where not exists (select from arrangement a where a.account = o.account)
                and not exists (select from instalment_request r where r.account = o.account)
            group by account having sum(open) > 30000 order by sum(open)""");
    private final String account = owing.getFirst();
    private final Browser browser = town.signedIn(account);

    private static String schedule(HttpResponse<String> page) {
        Matcher found = SCHEDULE.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> look(int months) {
        return browser.get("/instalments/" + account + "?months=" + months);
    }

    private HttpResponse<String> ask(Browser by, String schedule) {
        return by.post("/instalments/" + account, "months", "2", "schedule", schedule);
    }

    private long arrangements() {
        return town.texts("select 'x' from arrangement where account = '" + account + "'")
                .size();
    }

    private long requests() {
        return town.texts("select 'x' from instalment_request where account = '" + account + "'")
                .size();
    }

    @Test
    void eachDayAndAmountIsShownBeforeAnybodyAsks() {
        HttpResponse<String> page = look(2);
        String[] schedule = schedule(page).split(",", -1);
        assertThat(schedule).hasSize(2);
        assertThat(schedule[0]).startsWith("2020-07-");
        for (String one : schedule) {
            assertThat(page.body()).contains(one.substring(one.indexOf('=') + 1).replace('.', ','));
        }
        assertThat(arrangements() + requests()).isZero();
        assertThat(browser.get("/home").body()).contains("/instalments/" + account);
    }

    /// Of those that owe, the first one that has so much of a catch-up.
    @Test
    void whatTheRulesOfferIsGrantedAtOnce() {
        for (String one : owing) {
            Browser by = town.signedIn(one);
            HttpResponse<String> page = by.get("/instalments/" + one + "?months=2");
            if (page.body().contains("تمنحكم قواعدنا")) {
                HttpResponse<String> asked = by.post("/instalments/" + one, "months", "2", "schedule", schedule(page));
                assertThat(asked.uri().getPath()).isEqualTo("/instalments/" + one);
                assertThat(asked.body())
                        .contains("التسهيل محترم", "choice=part")
                        .doesNotContain("name=\"schedule\"");
                assertThat(town.texts(
                                "select channel::text || is_unasked from arrangement where account = '" + one + "'"))
                        .containsExactly("online-agencytrue");
                assertThat(by.get("/pay/" + one).body()).contains("لكم تسهيل في الأداء", "أداء هذا القسط وحده");
                String next = page.body().replaceAll("(?s).*name=\"schedule\" value=\"[^=]+=([0-9.]+).*", "$1");
                assertThat(by.get("/home").body())
                        .contains("القسط المقبل", "/pay/" + one + "?choice=part&amp;part=" + next)
                        .doesNotContain("المبلغ الواجب أداؤه");
                return;
            }
        }
        fail("nobody is offered any");
    }

    /// A bill that was not arranged is due beside the instalments, all of it, also when one that was arranged is
    /// disputed afterwards.
    @Test
    void whatIsDueBesideTheInstalmentsIsNotLessForADispute() throws IOException {
        String two = town.texts("""
                select account from open_item o
                where not exists (select from arrangement a where a.account = o.account) and kind = 'bill'
                group by account having count(*) > 1 order by account""").getFirst();
        List<String> bills = town.texts(
                "select number from open_item where account = '" + two + "' order by due_on, issued_on, number");
        Browser by = town.signedIn(two);
        dispute(by, bills.getFirst(), "all", "");
        grant(two, 2);
        reject(bills.getFirst());
        String beside = "وعليكم إلى جانبها \u2066" + open(bills.getFirst());
        assertThat(plain(by)).contains(beside);
        dispute(by, bills.getLast(), "part", "5");
        assertThat(plain(by)).contains(beside);
    }

    private static void dispute(Browser by, String bill, String choice, String part) {
        by.get("/disputes/new/" + bill);
        by.post("/disputes/new/" + bill, "reason", "leak", "words", "a pipe", "choice", choice, "part", part);
    }

    private static void grant(String account, int months) throws IOException {
        ArrangementDecisions.Asked asked = new ArrangementDecisions.Asked(
                TownRules.arrangements(),
                WorkingDays.ALL,
                months,
                town.today(),
                RequestChannel.AGENCY,
                "s.alami",
                Money.ZERO,
                null);
        assertThat(ArrangementDecisions.grant(
                        town.database(), account, asked, town.today(), new Change(town.now(), "amina", "asked"), false))
                .isInstanceOf(ArrangementAnswer.Done.class);
    }

    private static void reject(String bill) {
        long dispute = Long.parseLong(town.texts("select id::text from dispute where item = '" + bill + "'")
                .getFirst());
        Disputes.reject(
                town.database(),
                dispute,
                new Days(town.today(), town.today()),
                new Change(town.now(), "s.alami", "the days are right"));
    }

    private static String open(String bill) {
        return Money.ofMinor(Long.parseLong(town.texts("select open::text from open_item where number = '" + bill + "'")
                        .getFirst()))
                .toString()
                .replace('.', ',');
    }

    private static String plain(Browser by) {
        return by.get("/home").body().replaceAll("<[^>]*>", "");
    }

    @Test
    void whatAPersonDecidesWaitsAndAnotherWishTakesItsPlace() {
        HttpResponse<String> page = look(6);
        assertThat(page.body()).contains("ينظر موظف");
        HttpResponse<String> asked = ask(browser, schedule(page));
        assertThat(asked.body()).contains("طلبكم ينتظر الجواب");
        ask(browser, schedule(look(5)));
        assertThat(arrangements()).isZero();
        assertThat(InstalmentRequests.waiting(town.database()))
                .filteredOn(one -> one.account().equals(account))
                .singleElement()
                .satisfies(one -> assertThat(one.months()).isEqualTo(5));
    }

    /// Sent twice, from another window, and after going back.
    @Test
    void askedTwiceItIsAskedOnce() {
        String schedule = schedule(look(2));
        Browser other = browser.window();
        ask(browser, schedule);
        ask(browser, schedule);
        ask(other, schedule);
        assertThat(arrangements() + requests()).isEqualTo(1);
    }

    @Test
    void anotherPlanThanTheOneShownIsNeitherGrantedNorAskedFor() {
        String schedule = schedule(look(2));
        String cheaper = schedule.replaceAll("=[0-9.]+", "=1.00");
        HttpResponse<String> answer = ask(browser, cheaper);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير المبلغ أو اليوم");
        assertThat(ask(browser, "2020-13-77=1.00").statusCode()).isEqualTo(422);
        assertThat(arrangements() + requests()).isZero();
    }

    @Test
    void aRefusalIsToldAndMayBeAskedAgain() {
        ask(browser, schedule(look(6)));
        ArrangementDecisions.refuse(
                town.database(),
                account,
                RequestChannel.ONLINE_AGENCY,
                2,
                LocalDate.of(2020, 7, 3),
                new Change(Instant.parse("2020-07-03T10:00:00Z"), "amina", "no"));
        assertThat(browser.get("/instalments/" + account).body()).contains("لم يُقبل");
        ask(browser, schedule(look(6)));
        assertThat(browser.get("/instalments/" + account).body()).contains("طلبكم ينتظر الجواب");
    }

    @ParameterizedTest
    @CsvSource({"1", "13", "x", "-2", "''"})
    void aNumberThatIsNoOptionShowsNoPlan(String months) {
        HttpResponse<String> page = browser.get("/instalments/" + account + "?months=" + months);
        assertThat(page.body()).doesNotContain("name=\"schedule\"");
    }

    @Test
    void whatIsAnothersIsAsUnknownAsWhatIsNotThere() {
        String schedule = schedule(look(2));
        String foreign = owing.stream()
                .filter(other -> !other.equals(account))
                .findFirst()
                .orElseThrow();
        for (String other : List.of(foreign, "0999999999")) {
            assertThat(browser.get("/instalments/" + other).statusCode()).isEqualTo(404);
            assertThat(browser.post("/instalments/" + other, "schedule", schedule)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(town.texts("select 'x' from arrangement where account = '" + foreign + "'"))
                .isEmpty();
    }

    @Test
    void aSignInThatEndsBetweenLookingAndAskingLeadsBackToThePlan() {
        String schedule = schedule(look(3));
        Browser other = browser.window();
        other.get("/home");
        other.post("/logout");
        assertThat(browser.post("/instalments/" + account, "months", "3", "schedule", schedule)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> again = town.signInTo(browser, account);
        assertThat(again.uri().getPath()).isEqualTo("/instalments/" + account);
        assertThat(schedule(again)).isEqualTo(schedule);
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
