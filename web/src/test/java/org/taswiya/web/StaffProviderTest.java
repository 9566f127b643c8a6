package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Change;
import org.taswiya.store.staff.KnownStaff;
import org.taswiya.store.staff.StaffAnswer;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.OidcProvider.Token;
import org.taswiya.web.door.BreachedPasswords;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.StaffProvider;

/// Staff whom the utility's provider signs in, at one over real sockets, right and bent in every way.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class StaffProviderTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static OidcProvider provider;
    private static PageServer server;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        provider = OidcProvider.start();
        server = town.served(terms(provider, "email", true));
    }

    @AfterAll
    static void closed() {
        server.close();
        provider.close();
        town.close();
    }

    private static DoorTerms terms(OidcProvider by, String claim, boolean isLocal) {
        StaffProvider named = new StaffProvider(by.issuer(), OidcProvider.CLIENT, OidcProvider.SECRET, claim);
        return new DoorTerms(null, BreachedPasswords.NONE, named, isLocal, TownRules.DOOR.work());
    }

    private static Change why() {
        return new Change(town.now(), "test", "for trials");
    }

    /// Of the staff, without a password, known by `NAME@example.org`.
    private static void hire(String name) {
        town.hire(name, StaffRole.AGENT, "TICKET-" + name);
        assertThat(KnownStaff.call(town.database(), name, name + "@example.org", why()))
                .isInstanceOf(StaffAnswer.Done.class);
    }

    private static Browser cameBy(PageServer at, String name, Consumer<Token> more) {
        provider.says(name + "@example.org", more);
        Browser browser = new Browser(at.port());
        browser.get("/staff/login/provider");
        return browser;
    }

    private static Browser cameBy(String name) {
        return cameBy(server, name, _ -> {});
    }

    private static boolean isIn(Browser browser) {
        HttpResponse<String> search = browser.get("/staff/search");
        return search.statusCode() == 200 && search.uri().getPath().equals("/staff/search");
    }

    private static String lastEvent() {
        return town.texts("""
                select concat_ws(' ', kind, staff, place) from staff_event order by id desc limit 1""").getFirst();
    }

    @Test
    void whoeverIsKnownComesInAsWhatTheyAreHere() {
        hire("amina");
        Browser amina = cameBy(server, "amina", token -> token.claims.put("roles", List.of("supervisor", "admin")));
        assertThat(lastEvent()).isEqualTo("signed-in amina provider");
        assertThat(isIn(amina)).isTrue();
        assertThat(amina.get("/staff/trail").statusCode())
                .as("their role is ours")
                .isEqualTo(404);
        assertThat(amina.get("/home").uri().getPath())
                .as("they are no customer")
                .isEqualTo("/login");
        amina.get("/staff/search");
        assertThat(amina.post("/staff/logout").uri().getPath()).isEqualTo("/staff/login");
        assertThat(isIn(amina)).isFalse();
        assertThat(town.texts("select count(*)::text from staff_secret where password like '%opaque%'"))
                .containsExactly("0");
    }

    @Test
    void capitalsOfAnAddressDoNotCount() {
        hire("hind");
        assertThat(isIn(cameBy(server, "hind", token -> token.claims.put("email", "Hind@Example.org"))))
                .isTrue();
    }

    private static long in(int seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }

    private static final Map<String, Consumer<Token>> BENT = Map.ofEntries(
            Map.entry("wrongNonce", token -> token.claims.put("nonce", "of somebody else")),
            Map.entry("noNonce", token -> token.claims.remove("nonce")),
            Map.entry("wrongAudience", token -> token.claims.put("aud", "another-client")),
            Map.entry("audienceOfTwo", token -> token.claims.put("aud", List.of(OidcProvider.CLIENT, "another"))),
            Map.entry("expired", token -> token.claims.put("exp", in(-600))),
            Map.entry("neverExpires", token -> token.claims.remove("exp")),
            Map.entry("fromTomorrow", token -> token.claims.put("iat", in(90_000))),
            Map.entry("otherIssuer", token -> token.claims.put("iss", "https://elsewhere.example")),
            Map.entry("otherKey", token -> token.isByOtherKey = true),
            Map.entry("unsigned", token -> token.algorithm = "none"),
            Map.entry("signedByTheSecret", token -> token.algorithm = "HS256"),
            Map.entry("noSubject", token -> token.claims.remove("sub")),
            Map.entry("noAddress", token -> token.claims.remove("email")),
            Map.entry("ownWord", token -> token.claims.put("email_verified", false)),
            Map.entry("notSaidWhetherItIsTheirs", token -> token.claims.remove("email_verified")),
            Map.entry("unknownPerson", token -> token.claims.put("email", "nobody@example.org")),
            Map.entry("theirNameHere", token -> token.claims.put("email", "omar")));

    @ParameterizedTest
    @CsvSource({
        "wrongNonce, invalid_nonce",
        "noNonce, invalid_nonce",
        "wrongAudience, invalid_id_token",
        "audienceOfTwo, invalid_id_token",
        "expired, invalid_id_token",
        "neverExpires, invalid_id_token",
        "fromTomorrow, invalid_id_token",
        "otherIssuer, invalid_id_token",
        "otherKey, invalid_id_token",
        "unsigned, invalid_id_token",
        "signedByTheSecret, invalid_id_token",
        "noSubject, invalid_id_token",
        "noAddress, nobody here",
        "ownWord, nobody here",
        "notSaidWhetherItIsTheirs, nobody here",
        "unknownPerson, nobody here",
        "theirNameHere, nobody here"
    })
    void whatIsNotRightLetsNobodyIn(String trap, String why) {
        if (town.texts("select name from staff where name = 'omar'").isEmpty()) {
            hire("omar");
        }
        town.browser(); // an hour later: what is alike is written once within a quarter of one
        assertThat(isIn(cameBy("omar"))).as("unbent").isTrue();
        Browser omar = cameBy(server, "omar", Objects.requireNonNull(BENT.get(trap)));
        assertThat(lastEvent()).isEqualTo("refused provider: " + why);
        assertThat(isIn(omar)).isFalse();
        assertThat(omar.get("/staff/login?fault=provider").body())
                .contains("role=\"alert\"")
                .as("whoever is nobody here is not signed in as somebody: there is no way out to show")
                .doesNotContain("action=\"/logout\"", "action=\"/staff/logout\"");
    }

    /// What is sent back is taken once, and from nobody who was not sent away before.
    @Test
    void aStateOfSomebodyElseLetsNobodyIn() {
        hire("nadia");
        provider.loseStates(true);
        try {
            assertThat(isIn(cameBy("nadia"))).isFalse();
            assertThat(lastEvent()).isEqualTo("refused provider: authorization_request_not_found");
        } finally {
            provider.loseStates(false);
        }
        Browser stranger = new Browser(server.port());
        HttpResponse<String> answer = stranger.get("/staff/login/back/provider?code=code1&state=x");
        assertThat(answer.uri().getPath()).isEqualTo("/staff/login");
        assertThat(stranger.get("/staff/login/back/provider?error=access_denied&state=x")
                        .uri()
                        .getPath())
                .isEqualTo("/staff/login");
        assertThat(isIn(stranger)).isFalse();
    }

    @Test
    void whoeverIsBlockedStaysOutAndGoes() {
        hire("karima");
        Browser open = cameBy("karima");
        assertThat(isIn(open)).isTrue();
        town.disable("karima");
        assertThat(isIn(open)).as("what was open").isFalse();
        assertThat(isIn(cameBy("karima"))).isFalse();
        assertThat(lastEvent()).isEqualTo("refused karima provider: disabled");
        town.reset("karima", "TICKET-2");
        assertThat(isIn(open)).as("what was open before").isFalse();
        Browser again = cameBy("karima");
        assertThat(isIn(again)).isTrue();
        KnownStaff.call(town.database(), "karima", "karima.b@example.org", why());
        assertThat(isIn(again)).as("somebody else by now").isFalse();
        Browser renamed = cameBy("karima.b");
        assertThat(isIn(renamed)).isTrue();
        KnownStaff.call(town.database(), "karima", "", why());
        assertThat(isIn(renamed)).as("known no more").isFalse();
        assertThat(isIn(cameBy("karima"))).isFalse();
    }

    @Test
    void passwordsGoOnUnlessTheyAreSwitchedOff() {
        StaffBrowser salma = town.staff("salma", StaffRole.AGENT);
        assertThat(salma.get("/staff/search").statusCode()).isEqualTo(200);
        assertThat(new Browser(server.port()).get("/staff/login").body())
                .contains("/staff/login/provider", "name=\"password\"");
        hire("sara");
        try (PageServer only = town.served(terms(provider, "email", false))) {
            Browser browser = new Browser(only.port());
            assertThat(browser.get("/staff/login").body())
                    .contains("/staff/login/provider")
                    .doesNotContain("name=\"password\"", "/staff/welcome");
            HttpResponse<String> refused =
                    browser.post("/staff/login", "name", "salma", "password", salma.password(), "code", salma.code());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(isIn(browser)).isFalse();
            assertThat(isIn(cameBy(only, "sara", _ -> {}))).isTrue();
        }
    }

    @Test
    void anotherClaimSaysWhoSomebodyIs() {
        town.hire("zineb", StaffRole.AGENT, "TICKET-zineb");
        KnownStaff.call(town.database(), "zineb", "Z-0042", why());
        try (PageServer other = town.served(terms(provider, "employee", true))) {
            assertThat(isIn(cameBy(other, "x", token -> token.claims.put("employee", "Z-0042"))))
                    .isTrue();
            assertThat(isIn(cameBy(other, "x", token -> token.claims.put("employee", List.of("Z-0042", "admin")))))
                    .isFalse();
        }
    }

    /// The pages are there while the provider is not, and find it when it comes.
    @Test
    void aProviderThatIsAwayKeepsNothingElseFromWork() {
        OidcProvider first = OidcProvider.start();
        int port = first.issuer().getPort();
        first.close();
        try (PageServer served = town.served(terms(first, "email", true))) {
            Browser browser = new Browser(served.port());
            HttpResponse<String> answer = browser.get("/staff/login/provider");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("Exception");
            assertThat(browser.get("/login").statusCode()).isEqualTo(200);
            hire("late");
            try (OidcProvider back = OidcProvider.start(port)) {
                back.says("late@example.org", _ -> {});
                Browser late = new Browser(served.port());
                late.get("/staff/login/provider");
                assertThat(isIn(late)).isTrue();
            }
        }
    }

    @Test
    void withoutAProviderThereIsNoSuchWay() {
        Browser browser = town.browser();
        assertThat(browser.get("/staff/login").body()).doesNotContain("/staff/login/provider");
        for (String path : List.of(
                "/staff/login/provider", "/staff/login/oidc/provider", "/staff/login/back/provider?code=x&state=y")) {
            assertThat(browser.get(path).uri().getPath()).as(path).isEqualTo("/staff/login");
        }
    }
}
