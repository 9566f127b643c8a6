package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.webhook.WebhookKind;
import org.taswiya.store.webhook.Webhooks;
import org.taswiya.web.Program.Answer;

/// Programs say where they want to be called; what is told is in run's tests.
final class ApiWebhookTest {
    private static final String URL = "https://program.example/events";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program program;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        program = Program.with(town, ApiScope.WEBHOOKS);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String body(String url, String more) {
        return "{\"url\":\"" + url + "\",\"kinds\":[\"bill-issued\"]" + more + "}";
    }

    private static Answer put(Program who, String number, String body) {
        return who.send("PUT", "/webhooks/" + number, body, "Content-Type", "application/json");
    }

    @Test
    void itIsRegisteredOnceAndStaysUntilItIsSwitchedOff() {
        Answer added = program.post("/webhooks", body(URL, ""), "one");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String number = added.at("/webhook");
        assertThat(added.text())
                .startsWith("{\"webhook\":\"" + number + "\",\"url\":\"" + URL
                        + "\",\"kinds\":[\"bill-issued\"],\"on\":true,\"because\":\"asked\"");
        assertThat(program.post("/webhooks", body(URL, ""), "one").text()).isEqualTo(added.text());
        String tag = program.get("/webhooks/" + number).header("ETag");
        assertThat(program.get("/webhooks/" + number, "If-None-Match", tag).status())
                .isEqualTo(304);
        assertThat(put(program, number, body(URL, ",\"on\":false")).at("/on")).isEqualTo("false");
        assertThat(put(program, number, body(URL, ",\"on\":false")).at("/on")).isEqualTo("false");
        assertThat(town.texts("select version::text from webhook_version where webhook = " + number))
                .as("twice is once")
                .containsExactly("1", "2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://program.example/",
        "https://",
        "https:///x",
        "https://me:secret@program.example/",
        "https://program.example/#x",
        "https://a_b/",
        "https://[::1/",
        "ftp://program.example/",
        "file:///etc/passwd",
        "http://localhost.evil.example/",
        "http://127.0.0.1@evil.example/",
        "javascript:alert(1)",
        "https://10.0.0.1/x",
        "https://192.168.1.1/",
        "https://172.16.0.1/",
        "https://127.0.0.1/",
        "https://169.254.169.254/latest",
        "https://100.64.0.1/",
        "https://224.0.0.1/",
        "https://0.0.0.0/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[ff02::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://localhost/",
        "http://127.0.0.1:8080/"
    })
    void whatCannotBeCalledIsRefused(String url) {
        Answer answer = program.post("/webhooks", body(url, ""), "bad");
        assertThat(answer.problem()).isEqualTo("422 bad-body");
        assertThat(answer.at("/errors/0/at")).isEqualTo("/url");
    }

    @Test
    void oneThatIsOnIsNotSetToAnAddressOfTheHouse() {
        String number =
                program.post("/webhooks", body("https://1.1.1.1/x", ""), "set").at("/webhook");
        assertThat(put(program, number, body("https://10.0.0.1/x", ",\"on\":true"))
                        .problem())
                .isEqualTo("422 bad-body");
        assertThat(program.get("/webhooks/" + number).at("/url")).isEqualTo("https://1.1.1.1/x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none | []",
                "no such kind | ['bills']",
                "twice | ['bill-issued','bill-issued']",
                "no text | [1]",
                "no list | 'bill-issued'"
            },
            quoteCharacter = '"')
    void kindsAreThoseThatThereAre(String name, String kinds) {
        String body = "{\"url\":\"" + URL + "\",\"kinds\":" + kinds.replace('\'', '"') + "}";
        assertThat(program.post("/webhooks", body, "kinds").problem()).isEqualTo("422 bad-body");
    }

    @Test
    void allKindsAreDescribed() {
        String description = program.get("/openapi.json").text();
        String all = String.join(
                "\",\"", Stream.of(WebhookKind.values()).map(WebhookKind::code).toList());
        assertThat(description.split(all, -1)).hasSize(3); // where it is registered, and where it is set
    }

    @Test
    void aSecretIsReadRenewedAndKeptNowhere() {
        String number = program.post("/webhooks", body(URL, ""), "secret").at("/webhook");
        String path = "/webhooks/" + number + "/secret";
        String before = program.get(path).at("/secret");
        assertThat(before).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(program.post(path, "{}", "renew").status()).isEqualTo(201);
        assertThat(program.post(path, "{}", "renew").header("Idempotency-Replayed"))
                .isEqualTo("true");
        Answer after = program.get(path);
        assertThat(after.at("/previous")).isEqualTo(before).isNotEqualTo(after.at("/secret"));
        program.post(path, "{\"alone\":true}", "alone");
        assertThat(program.get(path).at("/previous")).isEmpty();
        assertThat(town.texts("select answer from api_once where answer like '%whsec_%'"))
                .isEmpty();
    }

    /// It is called no more and is in no list; what it was is still told, and nothing of it is changed.
    @Test
    void oneThatIsEndedIsOver() {
        Program own = Program.with(town, ApiScope.WEBHOOKS);
        String number = own.post("/webhooks", body(URL, ""), "one").at("/webhook");
        String kept = own.post("/webhooks", body(URL, ""), "two").at("/webhook");
        for (int i = 0; i < 2; i++) { // twice is once
            Answer ended = own.send("DELETE", "/webhooks/" + number, (String) null);
            assertThat(ended.status()).as(ended.text()).isEqualTo(200);
            assertThat(ended.at("/because")).isEqualTo("ended");
            assertThat(ended.at("/on")).isEqualTo("false");
        }
        assertThat(town.texts("select because from webhook_version where webhook = " + number + " order by version"))
                .containsExactly("asked", "ended");
        assertThat(own.get("/webhooks").text())
                .contains("\"webhook\":\"" + kept + "\"")
                .doesNotContain("\"webhook\":\"" + number + "\"");
        assertThat(own.get("/webhooks/" + number).at("/because")).isEqualTo("ended");
        assertThat(own.get("/webhooks/" + number + "/calls").status()).isEqualTo(200);
        assertThat(put(own, number, body(URL, ",\"on\":true")).problem()).isEqualTo("409 webhook-ended");
        assertThat(own.get("/webhooks/" + number + "/secret").problem()).isEqualTo("409 webhook-ended");
        assertThat(own.post("/webhooks/" + number + "/secret", "{}", "r").problem())
                .isEqualTo("409 webhook-ended");
        assertThat(own.post("/webhooks/" + number + "/again", "{\"event\":\"1\"}", "a")
                        .problem())
                .isEqualTo("409 webhook-ended");
    }

    @Test
    void aKeyHasTenThatAreOn() {
        Program other = Program.with(town, ApiScope.WEBHOOKS);
        String number = "";
        for (int i = 0; i < Webhooks.ON_MOST; i++) {
            number = other.post("/webhooks", body(URL, ""), "n" + i).at("/webhook");
        }
        assertThat(other.post("/webhooks", body(URL, ""), "more").problem()).isEqualTo("409 too-many-webhooks");
        put(other, number, body(URL, ",\"on\":false"));
        assertThat(other.post("/webhooks", body(URL, ""), "more").status()).isEqualTo(201);
        assertThat(put(other, number, body(URL, ",\"on\":true")).problem()).isEqualTo("409 too-many-webhooks");
    }

    @Test
    void onlyWhatItWasCalledForIsWantedAgain() {
        String number = program.post("/webhooks", body(URL, ""), "again").at("/webhook");
        assertThat(program.post("/webhooks/" + number + "/again", "{\"event\":\"1\"}", "e")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void anotherCustomersIsNotThere() {
        String number = program.post("/webhooks", body(URL, ""), "mine").at("/webhook");
        Program theirs = Program.with(
                town, town.texts("select min(reference) from customer_account").getFirst(), 60, ApiScope.WEBHOOKS);
        assertThat(theirs.get("/webhooks/" + number + "/secret").problem()).isEqualTo("404 not-found");
        assertThat(theirs.get("/webhooks").at("/webhooks")).isEqualTo("0");
        assertThat(put(theirs, number, body(URL, ",\"on\":false")).problem()).isEqualTo("404 not-found");
    }
}
