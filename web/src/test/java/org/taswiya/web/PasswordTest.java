package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.web.door.DoorTerms;

/// Passwords of customers: chosen, used, changed, ended, and tried by others.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class PasswordTest {
    private static final String WORDS = "olive lantern seven rivers";
    private static final String OTHERS = "brass ferry quiet orchard";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static List<String> accounts;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        accounts = town.reached();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Of whom no other test knows.
    private static String fresh() {
        return accounts.get(taken++);
    }

    private static String page(String account) {
        return "/preferences/" + account + "/password";
    }

    private static HttpResponse<String> proveAndSet(Browser browser, String account, String password) {
        browser.get(page(account));
        assertThat(browser.post(page(account) + "/code").statusCode()).isEqualTo(200);
        return browser.post(page(account), "password", password, "again", password, "code", town.code(account));
    }

    private static String withPassword() {
        String account = fresh();
        assertThat(proveAndSet(town.signedIn(account), account, WORDS).uri().getQuery())
                .isEqualTo("saved=password");
        return account;
    }

    private static HttpResponse<String> tried(Browser browser, String account, String password) {
        browser.get("/login/password");
        return browser.post("/login/password", "account", account, "password", password);
    }

    private static String news(String account) {
        return String.join(" ", town.texts("""
                select facts ->> 'news' from announcement where account = '%s' and kind = 'sign-in-change'
                order by change, cause""".formatted(account)));
    }

    @Test
    void aPasswordIsSetUsedChangedAndEnded() {
        String account = withPassword();
        assertThat(town.texts("select hash from account_password where account = '" + account + "'"))
                .singleElement()
                .asString()
                .startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        Browser next = town.browser();
        assertThat(tried(next, account, WORDS).uri().getPath()).isEqualTo("/home");
        assertThat(next.get(page(account)).body()).contains("name=\"old\"").doesNotContain("name=\"code\"");

        HttpResponse<String> changed = next.post(page(account), "password", OTHERS, "again", OTHERS, "old", WORDS);
        assertThat(changed.uri().getQuery()).isEqualTo("saved=password");
        assertThat(town.texts("select hash from account_password where account = '" + account + "' order by change"))
                .as("what counts no more is forgotten")
                .first()
                .isEqualTo("[...]");
        assertThat(tried(town.browser(), account, WORDS).statusCode()).isEqualTo(422);
        Browser last = town.browser();
        assertThat(tried(last, account, OTHERS).uri().getPath()).isEqualTo("/home");

        last.get(page(account));
        assertThat(last.post(page(account) + "/end", "old", OTHERS).uri().getQuery())
                .isEqualTo("saved=password-ended");
        assertThat(tried(town.browser(), account, OTHERS).statusCode()).isEqualTo(422);
        assertThat(news(account)).isEqualTo("password-set password-changed password-ended");
        assertThat(town.texts("select count(*)::text from message where cause_kind = 'sign-in-change' and account = '"
                        + account + "'"))
                .containsExactly("3");
        assertThat(town.signedIn(account).get("/notices").body()).contains("لم يعد بإمكانكم الدخول بكلمة مرور");
    }

    /// Whoever changes how they sign in stays, under another name of their session; what is open elsewhere is over.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"set", "changed", "ended"})
    void whatIsOpenElsewhereIsOver(String how) {
        String account = how.equals("set") ? fresh() : withPassword();
        Browser other = town.signedIn(account);
        Browser own = town.signedIn(account);
        Browser stranger = town.signedIn(fresh());
        assertThat(other.get("/home").uri().getPath()).isEqualTo("/home");
        String before = own.cookie("session");

        own.get(page(account));
        HttpResponse<String> answer = switch (how) {
            case "set" -> proveAndSet(own, account, WORDS);
            case "changed" -> own.post(page(account), "password", OTHERS, "again", OTHERS, "old", WORDS);
            default -> own.post(page(account) + "/end", "old", WORDS);
        };
        assertThat(answer.uri().getPath()).isEqualTo("/preferences/" + account);
        assertThat(own.cookie("session")).isNotEqualTo(before);

        assertThat(other.get("/home").uri().getPath()).isEqualTo("/login");
        assertThat(other.get("/accounts/" + account).uri().getPath()).isEqualTo("/login");
        assertThat(own.get("/home").uri().getPath()).isEqualTo("/home");
        assertThat(stranger.get("/home").uri().getPath()).as("somebody else's").isEqualTo("/home");
        assertThat(town.signedIn(account).get("/home").uri().getPath()).isEqualTo("/home");
    }

    /// What was typed in the session that is over is asked again after the next sign-in, and nothing of it is done.
    @Test
    void aFormOfASessionThatIsOverDoesNothing() {
        String account = withPassword();
        Browser other = town.signedIn(account);
        other.get(page(account));
        assertThat(proveAndSet(town.signedIn(account), account, OTHERS).statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = other.post(page(account) + "/end", "old", OTHERS);
        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(tried(town.browser(), account, OTHERS).uri().getPath()).isEqualTo("/home");
    }

    /// One that is refused changes nothing of what is open.
    @Test
    void aRefusedChangeEndsNothing() {
        String account = withPassword();
        Browser other = town.signedIn(account);
        Browser own = town.signedIn(account);
        own.get(page(account));
        assertThat(own.post(page(account), "password", OTHERS, "again", OTHERS, "old", "wrong words of it")
                        .statusCode())
                .isEqualTo(422);
        assertThat(other.get("/home").uri().getPath()).isEqualTo("/home");
        assertThat(own.get("/home").uri().getPath()).isEqualTo("/home");
    }

    /// An open session is not enough: whoever finds one open sets no password.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing,        '',     ''",
        "aGuessedCode,   code,   000000",
        "anOldPassword,  old,    olive lantern seven rivers",
        "aCodeOfNobody,  code,   12"
    })
    void aSessionThatWasLeftOpenSetsNone(String trap, String field, String proof) {
        String account = fresh();
        Browser browser = town.signedIn(account);
        browser.get(page(account));
        HttpResponse<String> answer =
                browser.post(page(account), "password", WORDS, "again", WORDS, field.isEmpty() ? "none" : field, proof);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(town.texts("select account from account_password where account = '" + account + "'"))
                .isEmpty();
        assertThat(browser.post(page(account) + "/end", "old", "").statusCode()).isEqualTo(422);
    }

    @Test
    void theCodeOfTheSignInSetsNothingAndOneIsUsedOnce() {
        String account = fresh();
        Browser browser = town.signedIn(account);
        String used = town.code(account);
        browser.get(page(account));
        browser.post(page(account) + "/code");
        String sent = town.code(account);
        if (!used.equals(sent)) {
            assertThat(browser.post(page(account), "password", WORDS, "again", WORDS, "code", used)
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(browser.post(page(account), "password", WORDS, "again", WORDS, "code", sent)
                        .uri()
                        .getQuery())
                .isEqualTo("saved=password");
        browser.get(page(account));
        assertThat(browser.post(page(account) + "/end", "code", sent).statusCode())
                .isEqualTo(422);
    }

    @Test
    void anEasyOneIsRefusedAndTheCodeIsKept() {
        String account = fresh();
        Browser browser = town.signedIn(account);
        browser.get(page(account));
        browser.post(page(account) + "/code");
        String code = town.code(account);
        for (String easy : List.of("short", "password123", "my account " + account, "azertyuiop")) {
            HttpResponse<String> answer = browser.post(page(account), "password", easy, "again", easy, "code", code);
            assertThat(answer.statusCode()).as(easy).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("value=\"" + easy).contains("href=\"#password\"");
        }
        assertThat(browser.post(page(account), "password", WORDS, "again", OTHERS, "code", code)
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(page(account), "password", WORDS, "again", WORDS, "code", code)
                        .uri()
                        .getQuery())
                .isEqualTo("saved=password");
    }

    /// Neither what is said nor how long it takes tells an account with a password from one without, or from none.
    @Test
    void aStrangerLearnsNothing() {
        String has = withPassword();
        String hasNone = fresh();
        String said = "";
        for (String account : List.of(has, hasNone, "0999999999")) {
            Browser stranger = town.browser();
            long begun = System.nanoTime();
            HttpResponse<String> answer = tried(stranger, account, OTHERS);
            assertThat(System.nanoTime() - begun).isGreaterThan(400_000_000L);
            String page =
                    answer.statusCode() + Browser.withoutTokens(answer.body()).replace(account, "NAME");
            assertThat(said.isEmpty() ? page : said).isEqualTo(page);
            said = page;
        }
        assertThat(said).startsWith("422");
    }

    /// Five wrong ones close the password to a stranger, of any reference; its owner comes in from where they did
    /// before, from another network, and with a code from anywhere.
    @Test
    void nobodyLocksSomebodyElseOut() throws IOException {
        String account = withPassword();
        Browser owner = town.browser();
        assertThat(tried(owner, account, WORDS).uri().getPath()).isEqualTo("/home");
        owner.post("/logout");
        for (String reference : List.of(account, "0999999998")) {
            Browser stranger = town.browser();
            for (int i = 0; i < 5; i++) {
                assertThat(tried(stranger, reference, "wrong words of it").statusCode())
                        .isEqualTo(422);
            }
            assertThat(tried(stranger, reference, "wrong words of it").statusCode())
                    .as(reference)
                    .isEqualTo(429);
            assertThat(tried(stranger, reference, WORDS).statusCode()).isEqualTo(429);
            if (reference.equals(account)) {
                assertThat(tried(owner, account, WORDS).uri().getPath())
                        .as("a device that is known")
                        .isEqualTo("/home");
                owner.post("/logout");
                assertThat(tried(Browser.from("127.0.0.3", town.port()), account, WORDS)
                                .uri()
                                .getPath())
                        .as("a new device, elsewhere")
                        .isEqualTo("/home");
                stranger.get("/login");
                int before = town.codesSent();
                stranger.post("/login", "account", account);
                town.awaitCode(before);
                assertThat(stranger.post("/login/code", "code", town.code(account))
                                .uri()
                                .getPath())
                        .as("the code stays open")
                        .isEqualTo("/home");
            }
        }
    }

    /// Another server that works on the same database is no second chance.
    @Test
    void twoServersCountTogether() throws IOException {
        String account = "0999999996";
        try (PageServer other = town.served(TownRules.DOOR)) {
            Browser here = Browser.from("127.0.0.7", town.port());
            Browser there = Browser.from("127.0.0.7", other.port());
            for (int i = 0; i < 3; i++) {
                assertThat(tried(here, account, "wrong words of it").statusCode())
                        .isEqualTo(422);
            }
            for (int i = 0; i < 2; i++) {
                assertThat(tried(there, account, "wrong words of it").statusCode())
                        .isEqualTo(422);
            }
            assertThat(tried(there, account, WORDS).statusCode()).isEqualTo(429);
            assertThat(tried(here, account, WORDS).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void oneAddressTriesTwentyTimesWhateverTheReference() {
        Browser browser = town.browser();
        for (int i = 0; i < 20; i++) {
            tried(browser, "099999%04d".formatted(i), "wrong words of it");
        }
        assertThat(tried(browser, "0999990000", "wrong words of it").statusCode())
                .as("too many from one address")
                .isEqualTo(429);
    }

    /// Hashes are made anew with the next sign-in when more work is asked for, and nobody is told of it.
    @Test
    void anOldHashIsMadeAnew() throws IOException {
        String account = withPassword();
        try (PageServer usual = town.served(DoorTerms.USUAL)) {
            assertThat(tried(new Browser(usual.port()), account, WORDS).uri().getPath())
                    .isEqualTo("/home");
        }
        assertThat(town.texts("select hash from account_password where account = '" + account + "' order by change"))
                .satisfiesExactly(
                        old -> assertThat(old).isEqualTo("[...]"),
                        now -> assertThat(now).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(tried(town.browser(), account, WORDS).uri().getPath()).isEqualTo("/home");
        assertThat(news(account)).isEqualTo("password-set");
    }

    /// However many come, a few are hashed at once; all are answered.
    @Test
    void manyAtOnceAreAllAnswered() {
        town.browser(); // an hour later
        List<Integer> answers = IntStream.range(0, 15)
                .parallel()
                .mapToObj(i -> {
                    Browser browser = new Browser(town.port());
                    return tried(browser, "09998%05d".formatted(i), WORDS).statusCode();
                })
                .toList();
        assertThat(answers).containsOnly(422);
    }

    @Test
    void whatIsTypedIsKeptNowhere() {
        Browser browser = town.browser();
        String account = fresh();
        browser.get("/login");
        browser.post("/logout");
        browser.post(page(account), "password", WORDS, "again", WORDS, "old", OTHERS);
        assertThat(town.signInTo(browser, account).uri().toString()).doesNotContain("lantern", "ferry");
    }

    @ParameterizedTest
    @CsvSource({"ar, كلمة المرور", "fr, Mot de passe", "en, Password"})
    void theWayInSpeaksTheLanguageChosen(String code, String said) {
        Browser browser = town.browser();
        browser.get("/login");
        browser.post("/language", "to", code);
        assertThat(browser.get("/login").body()).contains("href=\"/login/password\"");
        assertThat(browser.get("/login/password").body()).contains(said).doesNotContain("<script", " style=");
    }
}
