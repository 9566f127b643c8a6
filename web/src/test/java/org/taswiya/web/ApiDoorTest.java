package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.api.ApiTrail;

/// Who is let in below `/api`, how often, and that every refusal there is a problem.
final class ApiDoorTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program reader;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        reader = Program.with(town, ApiScope.READ);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String account() {
        return town.reached().getFirst();
    }

    @Test
    void withoutAKeyOnlyTheDescriptionIsThere() {
        Program stranger = Program.stranger(town);
        assertThat(stranger.get("/openapi.json").status()).isEqualTo(200);
        for (String path : List.of("/accounts", "/nothing", "/accounts/" + account())) {
            Program.Answer answer = stranger.get(path);
            assertThat(answer.problem()).isEqualTo("401 unauthorized");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"taswiya\"");
        }
    }

    @Test
    void whatIsNoGoodKeyIsTold() {
        String good = reader.key();
        String other = good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BB" : "AA");
        for (String bad : List.of("x", "taswiya_1_x", other, "taswiya_999999_" + good.substring(good.length() - 43))) {
            Program.Answer answer = Program.withText(town, bad).get("/accounts");
            assertThat(answer.problem()).as(bad).isEqualTo("401 unauthorized");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
        Program.Answer twice = reader.get("/accounts", "Authorization", "Bearer " + good);
        assertThat(twice.problem()).isEqualTo("401 unauthorized");
    }

    @Test
    void aRevokedKeyOpensNothingFromThenOn() {
        Program gone = Program.with(town, ApiScope.READ);
        assertThat(gone.get("/accounts").status()).isEqualTo(200);
        ApiKeys.revoke(town.database(), gone.number(), new Change(town.now(), "test", "lost"));
        assertThat(gone.get("/accounts").problem()).isEqualTo("401 unauthorized");
    }

    @Test
    void aKeyIsKeptNowhere() {
        String secret = reader.key().substring(reader.key().lastIndexOf('_') + 1);
        assertThat(town.texts("select row_to_json(k)::text from api_key k").toString())
                .doesNotContain(secret);
    }

    /// The console's and the customers' sessions open nothing here, and a key nothing there.
    @Test
    void aKeyIsNoSession() {
        assertThat(town.signedIn(account()).get("/api/v1/accounts").statusCode())
                .isEqualTo(401);
        Program.Answer answer = reader.get("/accounts");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noOperation             | GET    | /nothing                   |                  | 404 not-found
            dots                    | GET    | /../v2/accounts            |                  | 400 bad-request
            slashAtTheEnd           | GET    | /accounts/                 |                  | 404 not-found
            twoSlashes              | GET    | //accounts                 |                  | 400 bad-request
            semicolon               | GET    | /accounts;a=b              |                  | 400 bad-request
            encodedSlash            | GET    | /accounts%2F0000000001     |                  | 400 bad-request
            encodedPercent          | GET    | /accounts%2500             |                  | 400 bad-request
            nul                     | GET    | /accounts/%00              |                  | 400 bad-request
            otherMethod             | DELETE | /accounts                  |                  | 405 method-not-allowed
            postWhereNoneIs         | POST   | /accounts                  |                  | 405 method-not-allowed
            options                 | OPTIONS| /accounts                  |                  | 405 method-not-allowed
            unheardMethod           | BREW   | /accounts                  |                  | 405 method-not-allowed
            noSuchType              | GET    | /accounts                  | Accept: text/html| 406 not-acceptable
            noType                  | GET    | /accounts                  | Accept: ///      | 406 not-acceptable
            refusedType             | GET    | /accounts                  | Accept: */*;q=0  | 406 not-acceptable
            unknownParameter        | GET    | /accounts?page=1           |                  | 400 bad-parameter
            parameterOfNoList       | GET    | /openapi.json?limit=1      |                  | 400 bad-parameter
            limitZero               | GET    | /accounts?limit=0          |                  | 400 bad-parameter
            limitTooLarge           | GET    | /accounts?limit=201        |                  | 400 bad-parameter
            limitNegative           | GET    | /accounts?limit=-1         |                  | 400 bad-parameter
            limitOverflows          | GET    | /accounts?limit=99999999999|                  | 400 bad-parameter
            limitTwice              | GET    | /accounts?limit=1&limit=2  |                  | 400 bad-parameter
            cursorOfNoPage          | GET    | /accounts?cursor=eA        |                  | 400 bad-parameter
            cursorOfNoBase64        | GET    | /accounts?cursor=*         |                  | 400 bad-parameter
            """)
    void whatIsRefusedIsAProblem(String name, String method, String path, String header, String problem) {
        String[] headers = header == null ? new String[0] : header.split(": ");
        assertThat(reader.send(method, path, (String) null, headers).problem()).isEqualTo(problem);
    }

    @Test
    void whatIsAllowedIsNamed() {
        assertThat(reader.send("DELETE", "/accounts", (String) null).header("Allow"))
                .isEqualTo("GET, HEAD");
    }

    @Test
    void aScopeThatIsMissingIsNamed() {
        Program.Answer answer = Program.with(town, ApiScope.READINGS).get("/accounts");
        assertThat(answer.problem()).isEqualTo("403 scope-missing");
        assertThat(answer.at("/detail")).contains("'read'");
    }

    @Test
    void aKeyHasSoManyRequestsInAMinute() {
        Program busy = Program.with(town, null, 3, ApiScope.READ);
        assertThat(busy.get("/accounts").header("RateLimit")).isEqualTo("\"minute\";r=2;t=60");
        busy.get("/accounts");
        assertThat(busy.get("/accounts").header("RateLimit")).isEqualTo("\"minute\";r=0;t=60");
        Program.Answer answer = busy.get("/accounts");
        assertThat(answer.problem()).isEqualTo("429 too-many-requests");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"minute\";q=3;w=60");
        assertThat(reader.get("/accounts").status()).as("of another key").isEqualTo(200);
        town.browser(); // an hour goes by
        assertThat(busy.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void whoDidWhatIsKeptAndNothingElse() {
        Program program = Program.with(town, ApiScope.READ);
        program.get("/accounts/" + account());
        program.get("/accounts/0999999999");
        program.get("/nothing?name=amina");
        assertThat(ApiTrail.newest(town.database(), program.number(), 9))
                .extracting(request -> request.operation() + " " + request.account() + " " + request.status())
                .containsExactly("none null 404", "getAccount null 404", "getAccount " + account() + " 200");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            badTarget     | GET /api/v1/{x} HTTP/1.1                                     | 400
            badEscape     | GET /api/v1/%zz HTTP/1.1                                     | 400
            badEncoding   | GET /api/v1/%ff%fe HTTP/1.1                                  | 40
            highBytes     | GET /api/v1/\u00e9 HTTP/1.1                                  | 400
            noVersion     | GET /api/v1/accounts HTTP/9.9                                | 400
            trace         | TRACE /api/v1/accounts HTTP/1.1                              | 405
            badHeader     | GET /api/v1/accounts HTTP/1.1~Bad header: x                  | 40
            twoLengths    | POST /api/v1/readings HTTP/1.1~Content-Length: 1~Content-Length: 2 | 400
            badLength     | POST /api/v1/readings HTTP/1.1~Content-Length: -1            | 400
            badChunks     | POST /api/v1/readings HTTP/1.1~Transfer-Encoding: nonsense   | 400
            """)
    void whatIsNoHttpIsAProblemToo(String name, String head, String status) throws IOException {
        String answer = reader.raw(head.replace("~", "\r\n") + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("<html", "Exception", "\tat ");
        assertThat(answer).contains("application/problem+json", "\"type\":\"urn:taswiya:api:");
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        String head = "GET /api/v1/accounts HTTP/1.1\r\nHost: x\r\nX: ";
        String answer = reader.raw(head + "y".repeat(100_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html", "Exception");
    }
}
