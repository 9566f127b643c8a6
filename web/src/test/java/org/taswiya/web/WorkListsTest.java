package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.validation.OwnPhotos;
import org.taswiya.store.validation.ReadingDecisions;

/// What waits, who has it, and what comes of what is decided.
final class WorkListsTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static WorkTown work;
    private static StaffBrowser amina;
    private static StaffBrowser brahim;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        work = WorkTown.of(town);
        amina = town.staff("amina", StaffRole.AGENT);
        brahim = town.staff("brahim", StaffRole.AGENT);
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static HttpResponse<String> post(StaffBrowser staff, String path, String... typed) {
        return staff.browser().post("/staff/work/" + path, typed);
    }

    private static String seen(HttpResponse<String> page) {
        Matcher found = SEEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> item(StaffBrowser staff, String path) {
        return staff.get("/staff/work/" + path);
    }

    private static String account(String agreement) {
        return town.texts("select account from service_agreement where reference = '" + agreement + "'")
                .getFirst();
    }

    private static List<String> holders(String key) {
        return town.texts(
                "select coalesce(staff, 'nobody') from work_assignment where item = '" + key + "' order by ordinal");
    }

    @Test
    void theListsAreCountedOnOnePage() {
        work.suspect(5, 777_700);
        String page = amina.get("/staff/work").body();
        assertThat(page)
                .contains("/staff/work/held\"", "/staff/work/suspect?of=free", "/staff/work/dispute\"")
                .contains("/staff/work/undelivered\"", "/staff/work/unmatched\"", "/staff/work/request\"");
    }

    @Test
    void aListIsInItsOrderAndPagesDoNotOverlap() {
        for (int i = 1; i <= 30; i++) {
            work.unmatched(1000 + i, 1_000 + i);
        }
        String first = amina.get("/staff/work/unmatched").body();
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = amina.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(first.indexOf("/unmatched/1030\"")).isBetween(0, first.indexOf("/unmatched/1029\""));
        for (int i = 1001; i <= 1030; i++) {
            String link = "/unmatched/" + i + "\"";
            assertThat(first.contains(link) ^ second.contains(link)).as(link).isTrue();
        }
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    /// Amounts above each other, whatever came first.
    @Test
    void mostMoneyIsFirst() {
        String small = work.held(0, 10_000);
        String large = work.held(0, 90_000_000);
        String page = amina.get("/staff/work/held").body();
        assertThat(page.indexOf("/held/" + large)).isBetween(0, page.indexOf("/held/" + small));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?after=x", "?after=99~%27", "?of=nobodys", "?after=-1~zz&of=mine"})
    void whateverStandsInAnAddressIsAnswered(String query) {
        assertThat(amina.get("/staff/work/held" + query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"nothing", "held/C9999999", "suspect/x", "dispute/999", "unmatched/1", "request/77"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(item(amina, path).statusCode()).isEqualTo(404);
    }

    /// It would be gone from those who may.
    @Test
    void nobodyTakesWhatTheyMayNotDecide() {
        String path = "held/" + work.held(0, 30_000);
        assertThat(amina.get("/staff/work/held").body()).doesNotContain(path + "/take");
        assertThat(item(amina, path).body()).doesNotContain(path + "/take").contains("كالمشرف");
        HttpResponse<String> refused = post(amina, path + "/take");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("اسألوا مشرفا").doesNotContain("انتهت مدة");
        assertThat(item(nadia, path).body()).contains(path + "/take");
        assertThat(post(nadia, path + "/take").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        String key = work.undelivered(0);
        item(amina, "undelivered/" + key);
        item(brahim, "undelivered/" + key);
        assertThat(post(amina, "undelivered/" + key + "/take").statusCode()).isEqualTo(200);
        HttpResponse<String> second = post(brahim, "undelivered/" + key + "/take");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("أخذه زميل قبلكم", "amina");
        // a double click
        assertThat(post(amina, "undelivered/" + key + "/take").statusCode()).isEqualTo(200);
        assertThat(holders(key)).isEqualTo(List.of("amina"));
        assertThat(amina.get("/staff/work/undelivered?of=mine").body()).contains("/undelivered/" + key);
        assertThat(brahim.get("/staff/work/undelivered?of=mine").body()).doesNotContain("/undelivered/" + key);
        assertThat(brahim.get("/staff/work/undelivered?of=free").body()).doesNotContain("/undelivered/" + key);
        assertThat(post(brahim, "undelivered/" + key + "/give-back").statusCode())
                .isEqualTo(409);
        assertThat(post(amina, "undelivered/" + key + "/give-back").statusCode())
                .isEqualTo(200);
        assertThat(holders(key)).isEqualTo(List.of("amina", "nobody"));
    }

    @Test
    void aSupervisorGivesWorkToSomebody() {
        String key = work.undelivered(1);
        String path = "undelivered/" + key + "/assign";
        item(nadia, "undelivered/" + key);
        assertThat(post(amina, path, "to", "amina").statusCode()).isEqualTo(403);
        assertThat(post(nadia, path, "to", "nobody.there", "from", "").statusCode())
                .isEqualTo(409);
        assertThat(post(nadia, path, "to", "brahim", "from", "").statusCode()).isEqualTo(200);
        // from a page on which nobody had it
        assertThat(post(nadia, path, "to", "amina", "from", "").statusCode()).isEqualTo(409);
        assertThat(post(nadia, path, "to", "", "from", "brahim").statusCode()).isEqualTo(200);
        assertThat(holders(key)).isEqualTo(List.of("brahim", "nobody"));
    }

    @Test
    void aHeldBillIsLetGoOnceItWasSaidBack() {
        String key = work.held(1, 50_000);
        String path = "held/" + key + "/decide";
        assertThat(item(amina, "held/" + key).body()).doesNotContain("/decide");
        assertThat(post(amina, path, "what", "release").statusCode()).isEqualTo(403);
        String seen = seen(item(nadia, "held/" + key));
        assertThat(post(nadia, path, "what", "release", "why", " ", "seen", seen)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> sure = post(nadia, path, "what", "release", "why", "I asked him", "seen", seen);
        assertThat(sure.body()).contains("هل تؤكدون", "I asked him");
        String released = "select c.author || ': ' || c.reason from hold_release h join change c on c.id = h.change"
                + " where c.author <> 'demo' and h.agreement = '" + key + "'";
        assertThat(town.texts(released)).isEmpty();
        assertThat(post(nadia, path, "what", "release", "why", "I asked him", "seen", "0", "sure", "yes")
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> done =
                post(nadia, path, "what", "release", "why", "I asked him", "seen", seen, "sure", "yes");
        assertThat(done.uri().getPath()).isEqualTo("/staff/work/held");
        assertThat(done.body()).doesNotContain("/held/" + key);
        // a double click
        HttpResponse<String> again =
                post(nadia, path, "what", "release", "why", "I asked him", "seen", seen, "sure", "yes");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("هذا لم يعد ينتظر");
        assertThat(town.texts(released)).isEqualTo(List.of("nadia: I asked him"));
        assertThat(town.acted("held " + key)).as("the trail has it once").containsExactly("nadia " + account(key));
    }

    /// What needs a correction no word lets go.
    @Test
    void aHoldThatNoCheckMadeIsNotReleased() {
        String key = town.texts("select agreement from held_agreement where reason = 'reading-lower'")
                .getFirst();
        String seen = seen(item(nadia, "held/" + key));
        HttpResponse<String> refused =
                post(nadia, "held/" + key + "/decide", "what", "release", "why", "x", "seen", seen);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("لم يُنفّذ", "تنتظر بسبب: قراءة أقل من سابقتها")
                .doesNotContain("correction");
    }

    @Test
    void whoWantsToLeaveIsLetGoOnTheDayThatTheyNamed() {
        String account = town.texts(
                        "select account from service_agreement where to_day is null group by 1 order by 1 desc")
                .getFirst();
        String key = town.texts("select reference from service_agreement where account = '" + account
                        + "' and to_day is null order by 1")
                .getFirst();
        Browser customer = town.signedIn(account);
        customer.get("/move-out/" + account);
        customer.post("/move-out/" + account, "day", town.today().toString(), "agreement", key);
        String path = "move/" + key;
        assertThat(nadia.get("/staff/work/move").body()).contains("/staff/work/" + path, "زبناء يغادرون");
        HttpResponse<String> page = item(nadia, path);
        assertThat(page.body()).contains("يغادر يوم", "بالتقدير");
        String last = town.texts("""
                        select trim_scale(r.value::numeric)::text from reading r
                        join service_agreement a on a.usage_point = r.usage_point and a.reference = '%s'
                        where r.kind <> 'estimated' order by r.at desc, r.revision desc limit 1
                        """.formatted(key)).getFirst();
        assertThat(page.body())
                .containsPattern("آخر قراءة</dt><dd>\\W*" + last + "\\b")
                .contains("المتوقع في ذلك اليوم");
        String seen = seen(page);
        assertThat(post(nadia, path + "/decide", "what", "end", "value", "many", "why", "keys", "seen", seen)
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(nadia, path + "/decide", "what", "end", "value", "", "why", "keys", "seen", seen)
                        .body())
                .contains("لم يقرأ أحد العداد ذلك اليوم");
        assertThat(post(nadia, path + "/decide", "what", "end-estimated", "why", "keys", "seen", seen)
                        .body())
                .contains("هل تؤكدون", "الفاتورة الأخيرة على تقدير");
        String ended = "select to_day::text from service_agreement where reference = '" + key + "'";
        assertThat(town.texts(ended)).containsOnlyNulls();
        post(nadia, path + "/decide", "what", "end-estimated", "why", "keys", "seen", seen, "sure", "yes");
        assertThat(town.texts(ended)).containsExactly(town.today().toString());
        assertThat(item(nadia, path).statusCode()).isEqualTo(404);
        assertThat(town.texts(
                        "select kind || ' ' || cause || ' ' || account from announcement where cause = '" + key + "'"))
                .as("the customer is told")
                .containsExactly("agreement-end " + key + " " + account);
        assertThat(town.acted("move " + key)).containsExactly("nadia " + account);
    }

    @Test
    void aSuspectReadingIsJudgedByWhoeverHasIt() {
        String key = work.suspect(1, 40_000);
        String path = "suspect/" + key;
        HttpResponse<String> page = item(amina, path);
        assertThat(page.body()).doesNotContain("/photos/");
        String seen = seen(page);
        Change why = new Change(town.now(), "online agency", "sent by the customer");
        String point = key.substring(0, key.indexOf('~'));
        OwnPhotos.keep(town.database(), point, LocalDate.of(2020, 7, 2), new byte[] {1}, why);
        Matcher photo = Pattern.compile("src=\"(/staff/accounts/[^\"]+/photos/[^\"]+/2020-07-02)\"")
                .matcher(item(amina, path).body());
        assertThat(photo.find()).as("what settles it is on the page").isTrue();
        assertThat(amina.browser().bytes(photo.group(1))).containsExactly(1);
        post(brahim, path + "/take");
        assertThat(post(amina, path + "/decide", "what", "accept", "why", "seen it", "seen", seen)
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(brahim, path + "/decide", "what", "correct", "value", "x", "why", "y", "seen", seen)
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(brahim, path + "/decide", "what", "reread", "why", "dog", "seen", seen)
                        .body())
                .contains("قراءة العداد من جديد");
        post(brahim, path + "/decide", "what", "reread", "why", "dog", "seen", seen, "sure", "yes");
        assertThat(town.texts("""
                select d.outcome || ' ' || c.author from suspect_decision d join change c on c.id = d.change
                where d.usage_point || '~' || d.at = '%s'""".formatted(key))).isEqualTo(List.of("re-read brahim"));
        assertThat(town.acted("suspect " + key)).hasSize(1).first().asString().startsWith("brahim ");
        assertThat(item(brahim, path).statusCode()).isEqualTo(404);
    }

    /// The customer has put it right between the look and the word: what they gave last stands.
    @Test
    void aSlipThatIsPutRightMeanwhileIsNotAcceptedOverIt() {
        String key = work.suspect(2, 45_000);
        String point = key.substring(0, key.indexOf('~'));
        String path = "suspect/" + key;
        String seen = seen(item(amina, path));
        assertThat(post(amina, path + "/decide", "what", "accept", "why", "meant", "seen", seen)
                        .statusCode())
                .isEqualTo(200);
        String agreement = town.texts("select reference from service_agreement where to_day is null"
                        + " and usage_point = '" + point + "'")
                .getFirst();
        Decimal last =
                Decimal.parse(town.texts("select max(value)::text from reading where usage_point = '" + point + "'")
                        .getFirst());
        LocalDate day = LocalDate.of(2020, 7, 2);
        Change why = new Change(town.now(), "online agency", "put right");
        Reading right = new Reading.CustomerReading(day, last, "online agency");
        ReadingDecisions.correct(town.database(), agreement, null, right, ReadingChecks.NONE, why, false);
        HttpResponse<String> late =
                post(amina, path + "/decide", "what", "accept", "why", "meant", "seen", seen, "sure", "yes");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("هذا لم يعد ينتظر");
        assertThat(town.acted("suspect " + key)).as("nothing was done").isEmpty();
        assertThat(amina.get("/staff/work/suspect").body()).doesNotContain(key);
        assertThat(town.texts("select value::text from reading where usage_point = '" + point
                        + "' and at = '2020-07-02' order by revision desc limit 1"))
                .containsExactly(last.toString());
    }

    @Test
    void aDisputeIsAnsweredInTheCustomersWords() throws IOException {
        String key = work.dispute(0, TownRules.adjustments());
        String path = "dispute/" + key;
        assertThat(post(amina, path + "/decide", "what", "reject").statusCode()).isEqualTo(403);
        HttpResponse<String> page = item(nadia, path);
        assertThat(page.body()).contains("I was away all month", "/staff/bills/");
        String seen = seen(page);
        assertThat(post(nadia, path + "/decide", "what", "uphold", "value", "1,2,3", "why", "a", "seen", seen)
                        .statusCode())
                .isEqualTo(422);
        post(nadia, path + "/decide", "what", "reject", "why", "the meter is right", "seen", seen, "sure", "yes");
        assertThat(town.texts("select c.author || ': ' || c.reason from dispute_end e join change c on c.id = e.change"
                        + " where e.dispute = " + key))
                .isEqualTo(List.of("nadia: the meter is right"));
        assertThat(town.acted("dispute " + key)).hasSize(1).first().asString().startsWith("nadia ");
    }

    @Test
    void moneyGoesToAnAccountThatIsThere() {
        String key = work.unmatched(7, 12_345);
        String path = "unmatched/" + key + "/decide";
        String account = town.owing().getFirst();
        String seen = seen(item(nadia, "unmatched/" + key));
        assertThat(post(nadia, path, "what", "assign", "value", "0999999999", "why", "x", "seen", seen)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> sure = post(nadia, path, "what", "assign", "value", account, "why", "x", "seen", seen);
        assertThat(sure.body()).contains("هل تؤكدون");
        post(nadia, path, "what", "assign", "value", account, "why", "he called", "seen", seen, "sure", "yes");
        assertThat(town.texts("select p.account from bank_decision d join payment p on p.serial = d.payment"
                        + " where d.transaction = " + key))
                .isEqualTo(List.of(account));
        assertThat(town.acted("unmatched " + key)).containsExactly("nadia " + account);
    }

    @Test
    void whoWasToldByTelephoneWaitsNoMore() {
        String key = work.undelivered(2);
        String path = "undelivered/" + key;
        String seen = seen(item(amina, path));
        post(amina, path + "/decide", "what", "told", "why", "by telephone", "seen", seen, "sure", "yes");
        assertThat(item(amina, path).statusCode()).isEqualTo(404);
        assertThat(town.acted("undelivered " + key)).hasSize(1);
    }

    /// The trail has who looked at whose work.
    @Test
    void whoseWorkWasLookedAtIsWrittenDown() {
        String key = work.undelivered(3);
        item(brahim, "undelivered/" + key);
        String place = "undelivered " + key;
        assertThat(town.texts("select staff || ' ' || account from staff_event where place = '" + place + "'"))
                .isEqualTo(List.of("brahim " + town.owing().get(3)));
    }

    /// Forms without the token of a page, and those of strangers.
    @Test
    void nobodyElseDecides() {
        String key = work.undelivered(4);
        String path = "/staff/work/undelivered/" + key + "/take";
        assertThat(amina.browser().postWith("x", path).statusCode()).isEqualTo(403);
        Browser customer = town.signedIn(town.reached().getFirst());
        assertThat(customer.post(path).statusCode()).isEqualTo(403);
        assertThat(holders(key)).isEmpty();
    }
}
