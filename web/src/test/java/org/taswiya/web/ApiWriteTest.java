package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.run.RunTable;
import org.taswiya.web.Program.Answer;

/// What programs write, once. It is 2 July 2020; the town's meters were read on the first.
final class ApiWriteTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program program;
    private static List<Met> meters;

    /// A meter and what it showed on 1 July.
    private record Met(String account, String agreement, String usagePoint, long shown) {
        String path() {
            return "/agreements/" + agreement + "/readings";
        }

        List<String> kept() {
            return town.texts("select value::text from reading where usage_point = '" + usagePoint
                    + "' and at > '2020-07-01' order by revision");
        }

        List<String> suspects() {
            return town.texts("select value::text from suspect_reading where usage_point = '" + usagePoint
                    + "' and at > '2020-07-01'");
        }

        String body(long more) {
            return "{\"value\":\"" + (shown + more) + "\"}";
        }
    }

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        program = Program.with(town, ApiScope.READINGS, ApiScope.DISPUTES, ApiScope.READ);
        meters = town.texts("""
                        select distinct a.account || ' ' || a.reference || ' ' || a.usage_point || ' ' || trunc(r.value)
                        from service_agreement a
                        join meter m on m.usage_point = a.usage_point and m.removed_at is null and m.digits is not null
                        join reading r on r.usage_point = a.usage_point and r.at = '2020-07-01' and r.kind = 'actual'
                        where a.to_day is null order by 1""").stream()
                .map(row -> row.split(" "))
                .map(words -> new Met(words[0], words[1], words[2], Long.parseLong(words[3])))
                .toList();
        assertThat(meters).hasSizeGreaterThan(12);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    @Test
    void aLikelyReadingCountsAndIsTakenOnce() {
        Met met = meters.get(0);
        Answer first = program.post(met.path(), met.body(4), "one");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.at("/outcome")).isEqualTo("taken");
        assertThat(first.at("/at")).isEqualTo("2020-07-02");
        Answer again = program.post(met.path(), met.body(4), "one");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(met.kept()).containsExactly(Long.toString(met.shown() + 4));
        assertThat(town.texts("select provenance from reading where usage_point = '" + met.usagePoint()
                        + "' and at > '2020-07-01'"))
                .containsExactly("api");
    }

    /// Told again even after the reading was put right under another name: nothing is done twice, or undone.
    @Test
    void aLateCopyChangesNothing() {
        Met met = meters.get(1);
        program.post(met.path(), met.body(4), "late.1");
        program.post(met.path(), met.body(5), "late.2");
        assertThat(program.post(met.path(), met.body(4), "late.1").at("/outcome"))
                .isEqualTo("taken");
        assertThat(met.kept()).containsExactly(Long.toString(met.shown() + 4), Long.toString(met.shown() + 5));
    }

    @Test
    void anotherRequestUnderTheSameNameIsRefused() {
        Met met = meters.get(2);
        program.post(met.path(), met.body(4), "two");
        assertThat(program.post(met.path(), met.body(5), "two").problem()).isEqualTo("422 idempotency-key-reused");
        assertThat(program.post(meters.get(3).path(), met.body(4), "two").problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(met.kept()).containsExactly(Long.toString(met.shown() + 4));
        Program other = Program.with(town, ApiScope.READINGS);
        assertThat(other.post(met.path(), met.body(6), "two").status())
                .as("another program's name")
                .isEqualTo(201);
    }

    @Test
    void theSameAtOnceIsDoneOnce() throws InterruptedException, ExecutionException {
        Met met = meters.get(3);
        List<String> texts = new ArrayList<>();
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            Callable<Answer> send = () -> program.post(met.path(), met.body(3), "at-once");
            for (Future<Answer> answer : four.invokeAll(List.of(send, send, send, send))) {
                texts.add(answer.get().status() + answer.get().text());
            }
        }
        assertThat(texts)
                .allSatisfy(text -> assertThat(text).isEqualTo(texts.getFirst()).startsWith("201"));
        assertThat(met.kept()).hasSize(1);
        assertThat(town.texts("select name from api_once where name = 'at-once'"))
                .hasSize(1);
    }

    /// Killed between the reading and what is kept of the answer, neither is there: sent again, it is done.
    @Test
    void theAnswerIsKeptWithTheReadingOrNeither() throws SQLException {
        Met met = meters.get(4);
        try (Connection connection = town.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create function fail() returns trigger language plpgsql as"
                    + " 'begin raise exception ''killed here''; end'");
            statement.execute("create trigger killed before insert on api_once for each row when"
                    + " (new.name = 'killed') execute function fail()");
            assertThat(program.post(met.path(), met.body(2), "killed").problem())
                    .isEqualTo("503 unavailable");
            assertThat(met.kept()).isEmpty();
            statement.execute("drop trigger killed on api_once");
        }
        assertThat(program.post(met.path(), met.body(2), "killed").status()).isEqualTo(201);
        assertThat(met.kept()).hasSize(1);
    }

    @Test
    void anUnlikelyReadingIsAskedAboutAndThenWaits() {
        Met met = meters.get(5);
        Answer asked = program.post(met.path(), met.body(5000), "unlikely");
        assertThat(asked.problem()).isEqualTo("422 unlikely-reading");
        assertThat(asked.at("/errors/0/at")).isEqualTo("/value");
        assertThat(asked.at("/reason")).isNotEmpty();
        String meant = "{\"value\":\"" + (met.shown() + 5000) + "\",\"meant\":true}";
        Answer waits = program.post(met.path(), meant, "unlikely");
        assertThat(waits.at("/outcome")).as(waits.text()).isEqualTo("waiting");
        assertThat(met.kept()).isEmpty();
        assertThat(met.suspects()).hasSize(1);
        assertThat(program.post(met.path(), "{\"value\":\"123456789012\"}", "impossible")
                        .problem())
                .isEqualTo("422 impossible-reading");
    }

    @Test
    void whileABillingRunIsAtWorkNothingIsTakenAndTheNameIsFree() throws SQLException {
        Met met = meters.get(6);
        try (Connection run = town.database().connect()) {
            assertThat(RunTable.lock(run)).isTrue();
            Answer answer = program.post(met.path(), met.body(1), "busy");
            assertThat(answer.problem()).isEqualTo("503 unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("10");
        }
        assertThat(program.post(met.path(), met.body(1), "busy").status()).isEqualTo(201);
    }

    @Test
    void eachRowOfManyHasItsOutcome() {
        Met good = meters.get(7);
        Met odd = meters.get(8);
        Met meant = meters.get(9);
        String body = """
                {"readings":[{"agreement":"%s","value":"%d"},{"agreement":"%s","value":"%d"},
                 {"agreement":"%s","value":"%d","meant":true},{"agreement":"C9999999","value":"1"},
                 {"agreement":"x'; drop","value":"1"}]}""".formatted(
                        good.agreement(),
                        good.shown() + 3,
                        odd.agreement(),
                        odd.shown() + 9000,
                        meant.agreement(),
                        meant.shown() + 9000);
        Answer answer = program.post("/readings", body, "many");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(row -> answer.at("/readings/" + row + "/outcome"))
                .containsExactly("taken", "unlikely", "waiting", "unknown-agreement", "unknown-agreement");
        assertThat(answer.at("/readings/1/findings/0/reason")).isNotEmpty();
        assertThat(good.kept()).hasSize(1);
        assertThat(odd.suspects()).isEmpty();
        assertThat(meant.suspects()).hasSize(1);
        assertThat(program.post("/readings", body, "many").text()).isEqualTo(answer.text());
    }

    @Test
    void aPhotoComesAfterItsReading() throws IOException {
        Met met = meters.get(12);
        String path = "/agreements/" + met.agreement() + "/photo";
        String good = photo(Base64.getEncoder().encodeToString(OwnRequestsTest.picture("jpeg", 1_500, 200)));
        assertThat(put(path, good).problem()).isEqualTo("409 no-reading");
        assertThat(program.get(path).problem()).isEqualTo("404 not-found");
        assertThat(program.post(met.path(), met.body(3), "read").status()).isEqualTo(201);
        for (String bad : List.of("aGVsbG8=", "*")) {
            assertThat(put(path, photo(bad)).problem()).isEqualTo("422 unfit-file");
        }
        for (int i = 0; i < 2; i++) { // twice is once
            assertThat(put(path, good).at("/at")).isEqualTo("2020-07-02");
        }
        assertThat(town.texts("select at::text from own_photo where usage_point = '" + met.usagePoint() + "'"))
                .containsExactly("2020-07-02");
        Answer kept = program.get(path);
        assertThat(kept.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.response().body())).getWidth())
                .as("drawn anew")
                .isLessThan(1_500);
    }

    private static String photo(String base64) {
        return "{\"photo\":\"" + base64 + "\"}";
    }

    private static Answer put(String path, String body) {
        return program.send("PUT", path, body, "Content-Type", "application/json");
    }

    /// A row of a day before is judged by what was read before it and since, as one that a file brings.
    @Test
    void aRowOfManyMayBeOfADayBefore() {
        Met met = meters.get(10);
        Met other = meters.get(11);
        String row = "{\"agreement\":\"%s\",\"value\":\"%d\",\"at\":\"%s\"}";
        Answer answer = program.post(
                "/readings",
                "{\"readings\":["
                        + String.join(
                                ",",
                                row.formatted(met.agreement(), met.shown(), "2020-06-30"),
                                row.formatted(met.agreement(), met.shown() + 2, "2020-07-02"),
                                row.formatted(other.agreement(), other.shown() + 1, "2020-06-30"),
                                row.formatted(other.agreement(), 1, "1990-01-01"),
                                row.formatted(other.agreement(), other.shown(), "2020-07-03"))
                        + "]}",
                "days");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(List.of(0, 1, 3, 4))
                .extracting(i -> answer.at("/readings/" + i + "/at") + " " + answer.at("/readings/" + i + "/outcome"))
                .containsExactly(
                        "2020-06-30 taken", "2020-07-02 taken", "1990-01-01 no-meter", "2020-07-03 future-day");
        assertThat(answer.at("/readings/2/outcome"))
                .as("more than was read a day later")
                .isIn("unlikely", "impossible");
        assertThat(town.texts("select at::text || ' ' || kind from reading where provenance = 'api' and usage_point"
                        + " = '" + met.usagePoint() + "' order by at"))
                .containsExactly("2020-06-30 customer", "2020-07-02 customer");
        String noDay = row.formatted(met.agreement(), 1, "2020-02-30");
        assertThat(program.post("/readings", "{\"readings\":[" + noDay + "]}", "d")
                        .at("/errors/0/at"))
                .isEqualTo("/readings/0/at");
        String twice = row.formatted(met.agreement(), 1, "2020-06-29");
        assertThat(program.post("/readings", "{\"readings\":[" + twice + "," + twice + "]}", "d")
                        .problem())
                .isEqualTo("422 bad-body");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noJson           | nonsense                                   | 400 bad-json
            twoObjects       | {"value":"1"} {}                           | 400 bad-json
            aList            | []                                         | 400 bad-json
            nothing          | ''                                         | 400 bad-json
            fieldTwice       | {"value":"1","value":"2"}                  | 400 bad-json
            unknownField     | {"value":"1","valeu":"2"}                  | 422 bad-body
            missing          | {}                                         | 422 bad-body
            aNumber          | {"value":1}                                | 422 bad-body
            aNull            | {"value":null}                             | 422 bad-body
            negative         | {"value":"-1"}                             | 422 bad-body
            exponent         | {"value":"1e3"}                            | 422 bad-body
            comma            | {"value":"1,5"}                            | 422 bad-body
            tooLong          | {"value":"1234567890123"}                  | 422 bad-body
            meantAsText      | {"value":"1","meant":"true"}               | 422 bad-body
            arabicDigits     | {"value":"\u0661"}                         | 422 bad-body
            """)
    void whatIsNoReadingIsSaid(String name, String body, String problem) {
        Met met = meters.get(8);
        assertThat(program.post(met.path(), body, "bad").problem()).isEqualTo(problem);
        assertThat(met.kept()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noName       | Content-Type: application/json                                       | 400 missing
            twoNames     | Content-Type: application/json, Idempotency-Key: a, Idempotency-Key: b | 400 missing
            badName      | Content-Type: application/json, Idempotency-Key: a b                 | 400 missing
            noType       | Idempotency-Key: a                                                   | 415 type
            aForm        | Content-Type: application/x-www-form-urlencoded, Idempotency-Key: a  | 415 type
            otherCharset | Content-Type: application/json;charset=utf-16, Idempotency-Key: a    | 415 type
            compressed   | Content-Type: application/json, Content-Encoding: gzip, Idempotency-Key: a | 415 type
            """)
    void whatTheHeadersLackIsSaid(String name, String headers, String problem) {
        Answer answer = program.send("POST", meters.get(8).path(), "{\"value\":\"1\"}", headers.split(": |, "));
        assertThat(answer.problem())
                .isEqualTo(problem.replace("missing", "idempotency-key-missing")
                        .replace("type", "unsupported-media-type"));
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        String body = "{\"value\":\"" + "1".repeat(100_000) + "\"}";
        assertThat(program.post(meters.get(8).path(), body, "large").problem()).isEqualTo("413 too-large");
    }

    @Test
    void aDisputeStandsUntilSomebodyAnswers() {
        String[] open = town.texts("select account || ' ' || number from open_item where kind = 'bill' order by 1")
                .getFirst()
                .split(" ");
        String path = "/bills/" + open[1] + "/disputes";
        String body = "{\"reason\":\"billing-error\",\"words\":\"trop cher\\nvraiment\"}";
        Answer answer = program.post(path, body, "dispute");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/state")).isEqualTo("open");
        assertThat(answer.text()).doesNotContain("trop cher");
        assertThat(program.post(path, body, "dispute").text()).isEqualTo(answer.text());
        Answer second = program.post(path, body, "dispute.2");
        assertThat(second.problem()).isEqualTo("409 dispute-refused");
        assertThat(second.at("/reason")).isEqualTo("disputed-already");
        assertThat(program.get("/accounts/" + open[0] + "/disputes").at("/disputes/0/item"))
                .isEqualTo(open[1]);
        assertThat(program.post(path, "{\"reason\":\"goodwill\",\"words\":\"x\"}", "dispute.3")
                        .problem())
                .isEqualTo("422 bad-body");
        assertThat(program.post("/bills/" + new BillNumber(999_999) + "/disputes", body, "dispute.4")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(town.texts("select id::text from dispute")).hasSize(1);
    }

    @Test
    void whatIsPreferredHoldsFromTodayOn() {
        Program teller = Program.with(town, ApiScope.PREFERENCES);
        String path = "/accounts/" + meters.getFirst().account() + "/preferences";
        int kinds = Integer.parseInt(teller.get(path).at("/preferences"));
        assertThat(kinds).isGreaterThan(5);
        String body = "{\"wanted\":false,\"first\":\"sms\",\"language\":\"fr\"}";
        Answer set = teller.send("PUT", path + "/reading-day", body, "Content-Type", "application/json");
        assertThat(set.text())
                .isEqualTo("{\"notice\":\"reading-day\",\"wanted\":false,\"fixed\":false,\"first\":\"sms\","
                        + "\"language\":\"fr\"}");
        assertThat(teller.get(path).text()).contains(set.text());
        assertThat(teller.send("PUT", path + "/bill", body, "Content-Type", "application/json")
                        .problem())
                .isEqualTo("422 cannot-be-chosen");
        assertThat(teller.send("PUT", path + "/sign-in-code", body, "Content-Type", "application/json")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(teller.send(
                                "PUT",
                                path + "/bill",
                                "{\"wanted\":true,\"first\":\"fax\"}",
                                "Content-Type",
                                "application/json")
                        .problem())
                .isEqualTo("422 bad-body");
    }
}
