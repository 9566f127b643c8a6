package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;

/// Own readings as people type them. It is 2 July 2020; the town's meters were read on the first.
final class ReadingTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// A meter that was read on 1 July, of an account that a code can be sent to; each test takes another one.
    ///
    /// @param shown by the dial then, whole units
    private record Met(String account, String agreement, String usagePoint, long shown, Browser browser) {
        String path() {
            return "/readings/" + agreement;
        }

        HttpResponse<String> give(String typed, String... more) {
            browser.get(path());
            List<String> fields = new ArrayList<>(List.of("value", typed));
            fields.addAll(List.of(more));
            return browser.post(path(), fields.toArray(String[]::new));
        }

        List<String> kept() {
            return town.texts("select value::text from reading where usage_point = '" + usagePoint
                    + "' and at > '2020-07-01' order by at, revision");
        }

        /// The last value that was not believed, as lists name it: today's, whatever day that is.
        String waiting() {
            return town.texts("select usage_point || '~' || max(at) from suspect_reading where usage_point = '"
                            + usagePoint + "' group by usage_point")
                    .getFirst();
        }

        List<String> suspects() {
            return town.texts("select value::text from suspect_reading where usage_point = '" + usagePoint
                    + "' and at > '2020-07-01'");
        }
    }

    /// A meter that no other test has.
    private static Met met() {
        List<String> rows = town.texts("""
                select distinct a.account || ' ' || a.reference || ' ' || a.usage_point || ' ' || trunc(r.value)
                from service_agreement a
                join meter m on m.usage_point = a.usage_point and m.removed_at is null and m.digits is not null
                join reading r on r.usage_point = a.usage_point and r.at = '2020-07-01' and r.kind = 'actual'
                where a.to_day is null order by 1""");
        String[] words = rows.get(taken++).split(" ");
        return new Met(words[0], words[1], words[2], Long.parseLong(words[3]), town.signedIn(words[0]));
    }

    @Test
    void aLikelyValueCountsAtOnceAndIsShown() {
        Met met = met();
        HttpResponse<String> answer = met.give(Long.toString(met.shown() + 4));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(met.path());
        assertThat(answer.body()).contains("role=\"status\"", "سجلنا قراءتكم");
        assertThat(met.kept()).endsWith(Long.toString(met.shown() + 4));
        assertThat(town.texts("select kind || ' ' || provenance from reading where usage_point = '" + met.usagePoint()
                        + "' and at > '2020-07-01'"))
                .containsExactly("customer online agency");
    }

    /// Whoever knew what is expected would need no look at the meter; asked about an unlikely value they do not either.
    @Test
    void whatIsExpectedIsShownOnceAValueIsRecordedAndTheLastValueBefore() {
        Met met = met();
        met.browser().get("/home");
        met.browser().post("/language", "to", "en");
        assertThat(met.browser().get(met.path()).body())
                .contains("1\u00a0July\u00a02020")
                .doesNotContain("expected between");
        assertThat(met.give(Long.toString(met.shown() + 5000)).body())
                .contains("far from what we expect")
                .doesNotContain("expected between");
        assertThat(met.give(Long.toString(met.shown() + 4)).body())
                .contains("is recorded", "1\u00a0July\u00a02020", "We had expected between");
    }

    @Test
    void theSameTwiceAtOnceIsOneReading() throws InterruptedException, ExecutionException {
        Met met = met();
        String typed = Long.toString(met.shown() + 3);
        met.browser().get(met.path());
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<HttpResponse<String>> click = () -> met.browser().post(met.path(), "value", typed);
            for (Future<HttpResponse<String>> answer : both.invokeAll(List.of(click, click))) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
        met.give(typed);
        assertThat(met.kept()).containsExactly(typed);
    }

    @Test
    void aSlipIsPutRightByTheNextValueOfTheDay() {
        Met met = met();
        met.give(Long.toString(met.shown() + 6));
        assertThat(met.give(Long.toString(met.shown() + 5)).body()).contains("سجلنا قراءتكم");
        assertThat(met.kept()).containsExactly(Long.toString(met.shown() + 6), Long.toString(met.shown() + 5));
    }

    @Test
    void anUnlikelyValueIsAskedAboutOnceAndThenWaitsForAPerson() {
        Met met = met();
        String typed = Long.toString(met.shown() + 5000);
        HttpResponse<String> asked = met.give(typed);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("role=\"alert\"", "هل أنتم متأكدون", "name=\"meant\" value=\"" + typed + "\"")
                .contains("name=\"value\" value=\"" + typed + "\"");
        assertThat(met.kept()).isEmpty();
        assertThat(met.suspects()).isEmpty();
        assertThat(met.give(typed, "meant", typed).body()).contains("سينظر فيها");
        met.give(typed, "meant", typed);
        assertThat(met.kept()).isEmpty();
        assertThat(met.suspects()).containsExactly(typed);
    }

    /// The slip waits for nobody once the right value counts: not at the console, and not in the customer's eyes.
    @Test
    void anUnlikelySlipThatIsPutRightWaitsForNobody() {
        Met met = met();
        String slip = Long.toString(met.shown() + 5000);
        met.give(slip, "meant", slip);
        String key = met.waiting();
        assertThat(WorkLists.of(town.database(), WorkKind.SUSPECT, key)).isPresent();
        assertThat(met.give(Long.toString(met.shown() + 5)).body())
                .contains("سجلنا قراءتكم", "تُركت جانبا")
                .doesNotContain("سينظر فيها");
        assertThat(WorkLists.of(town.database(), WorkKind.SUSPECT, key)).isEmpty();
    }

    /// Who means the first value after all is not told that it waits where nothing does.
    @Test
    void whoReturnsToTheUnlikelyValueHasItLookedAt() {
        Met met = met();
        String typed = Long.toString(met.shown() + 5000);
        met.give(typed, "meant", typed);
        met.give(Long.toString(met.shown() + 5));
        assertThat(met.give(typed, "meant", typed).body())
                .contains("سينظر فيها")
                .doesNotContain("تُركت جانبا");
        assertThat(WorkLists.of(town.database(), WorkKind.SUSPECT, met.waiting()))
                .isPresent();
    }

    @Test
    void anotherUnlikelyValueThanTheOneAskedAboutIsAskedAboutAnew() {
        Met met = met();
        String typed = Long.toString(met.shown() + 5000);
        HttpResponse<String> again = met.give(Long.toString(met.shown() + 6000), "meant", typed);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(met.suspects()).isEmpty();
    }

    @Test
    void aValueBelowTheLastOneIsAskedAbout() {
        Met met = met();
        HttpResponse<String> answer = met.give(Long.toString(met.shown() - 2));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("هي أقل من");
        assertThat(met.kept()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', اكتبوا الأرقام",
        "abc, اكتبوا الأرقام",
        "-5, اكتبوا الأرقام",
        "12.3.4, اكتبوا الأرقام",
        "<b>12</b>, اكتبوا الأرقام",
        "123456789012, لا يمكن للعداد"
    })
    void whatIsNoReadingIsSaidAndStaysInTheField(String typed, String said) {
        Met met = met();
        HttpResponse<String> answer = met.give(typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(said, "value=\"" + typed.replace("<", "&lt;").replace("\"", "&#34;") + "\"")
                .doesNotContain("<b>");
        assertThat(met.kept()).isEmpty();
    }

    @Test
    void whileABillingRunIsAtWorkNothingTypedIsLost() throws SQLException {
        Met met = met();
        String typed = Long.toString(met.shown() + 1);
        try (Connection run = town.database().connect()) {
            assertThat(RunTable.lock(run)).isTrue();
            HttpResponse<String> answer = met.give(typed);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("لم يُفقد شيء مما كتبتم", "value=\"" + typed + "\"");
        }
        assertThat(met.kept()).doesNotContain(typed);
    }

    @Test
    void digitsMayBeTypedAsTheyStandOnTheDial() {
        Met met = met();
        String dial = "00 " + (met.shown() + 2);
        StringBuilder arabic = new StringBuilder();
        dial.chars().forEach(sign -> arabic.append((char) (Character.isDigit(sign) ? sign - '0' + '\u0660' : sign)));
        assertThat(met.give(arabic.toString()).statusCode()).isEqualTo(200);
        assertThat(met.kept()).contains(Long.toString(met.shown() + 2));
    }

    @Test
    void anothersMeterIsAsUnknownAsOneThatIsNotThere() {
        Met met = met();
        String foreign = town.texts("select a.reference from service_agreement a join customer_account k"
                        + " on k.reference = a.account where a.to_day is null and k.customer <> (select customer from"
                        + " customer_account where reference = '" + met.account() + "') order by 1 limit 1")
                .getFirst();
        String point = town.texts("select usage_point from service_agreement where reference = '" + foreign + "'")
                .getFirst();
        String missing =
                Browser.withoutTokens(met.browser().get("/readings/C9999999").body());
        HttpResponse<String> seen = met.browser().get("/readings/" + foreign);
        HttpResponse<String> given = met.browser().post("/readings/" + foreign, "value", "12345", "meant", "12345");
        HttpResponse<String> none = met.browser().post("/readings/C9999999", "value", "12345", "meant", "12345");
        assertThat(List.of(seen.statusCode(), given.statusCode())).containsExactly(404, 404);
        assertThat(Browser.withoutTokens(seen.body())).isEqualTo(missing);
        assertThat(Browser.withoutTokens(given.body())).isEqualTo(Browser.withoutTokens(none.body()));
        assertThat(town.texts(
                        "select value::text from reading where usage_point = '" + point + "' and at > '2020-07-01'"))
                .doesNotContain("12345");
    }

    @ParameterizedTest
    @CsvSource({"ar, اقرؤوا عدادكم", "fr, Relevez votre compteur", "en, Read your meter"})
    void everyLanguageIsSpoken(String code, String title) {
        Met met = met();
        met.browser().get("/home");
        met.browser().post("/language", "to", code);
        assertThat(met.browser().get("/readings").body()).contains(title, met.path());
        assertThat(met.browser().get(met.path()).body()).contains(title, "<label for=\"value\">");
    }

    /// A reader was there, and what they read waits for a person: the customer's own does not push it aside.
    @Test
    void whatAReaderHasReadIsNotPushedAsideWhileItWaits() throws SQLException {
        Met met = met();
        String today = town.today().toString();
        try (Connection connection = town.database().connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, new Change(town.now(), "reader 7", "on the round"));
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into suspect_reading (usage_point, at, change, ordinal, kind, value, unit, provenance,
                                                 severity, quantity, at_risk)
                    values (?, ?::date, ?, 1, 'actual', ?, 'm3', 'the reader', 'suspect', 0, 0)""")) {
                insert.setString(1, met.usagePoint());
                insert.setString(2, today);
                insert.setLong(3, change);
                insert.setLong(4, met.shown() + 1);
                insert.executeUpdate();
            }
            connection.commit();
        }
        HttpResponse<String> answer = met.give(Long.toString(met.shown() + 10));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("قرأ أحد أعواننا");
        assertThat(met.kept()).isEmpty();
        assertThat(met.suspects()).containsExactly(Long.toString(met.shown() + 1));
    }
}
