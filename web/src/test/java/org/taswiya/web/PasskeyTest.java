package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Sight;
import org.taswiya.web.chromium.Tab;
import org.taswiya.web.door.BreachedPasswords;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.HashWork;
import tools.jackson.databind.JsonNode;

/// Passkeys in a real browser, on a device that it makes up: made, used, removed, copied, and what is made up of them.
///
/// `-Dlook.at=FOLDER` puts pictures there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class PasskeyTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;
    private static List<String> accounts;
    private static int taken;

    private final Tab tab = browsed.tab();
    private final String device = tab.addAuthenticator();
    private final String account = accounts.get(taken++);

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        town.reachEverybody();
        accounts = town.texts("""
                select min(reference) from customer_account group by customer having count(*) = 1 order by 1""");
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    @AfterEach
    void out() {
        tab.forgetCookies();
        tab.close();
    }

    private void go(String path) {
        tab.go("http://localhost:" + town.port() + path);
    }

    private void signIn() {
        town.browser(); // an hour later
        go("/login");
        browsed.signIn(tab, account);
    }

    private void make(String name) {
        go("/passkeys");
        tab.type("#name", name);
        tab.follow("form[data-passkey] button");
    }

    private void signOut() {
        tab.follow("header form[action='/logout'] button");
        assertThat(tab.path()).isEqualTo("/login");
    }

    private void useIt() {
        go("/login");
        tab.follow("a[href='/login/passkey']");
        tab.follow("form[data-passkey] button");
    }

    private String uses() {
        return town.texts("""
                select count(*)::text from passkey_use u join passkey k on k.id = u.passkey
                join customer_account a on a.customer = k.customer
                where a.reference = '%s'""".formatted(account)).getFirst();
    }

    @Test
    void oneIsMadeUsedAndRemoved() {
        Browser elsewhere = town.signedIn(account);
        signIn();
        make("هاتفي");
        assertThat(tab.path()).isEqualTo("/passkeys");
        assertThat(tab.text("document.querySelector('main').innerText")).contains("هاتفي", "لم يُستعمل بعد");
        assertThat(tab.passkeys(device)).hasSize(1);
        assertThat(elsewhere.get("/home").uri().getPath())
                .as("what was open before there was a key")
                .isEqualTo("/login");
        signOut();

        Browser since = town.signedIn(account);
        useIt();
        assertThat(tab.path()).isEqualTo("/home");
        assertThat(tab.text("document.body.innerHTML")).contains("a" + account);
        assertThat(uses()).isEqualTo("1");
        go("/passkeys");
        assertThat(tab.text("document.querySelector('main').innerText")).contains("آخر استعمال");

        tab.follow("form[action='/passkeys/end'] button");
        assertThat(since.get("/home").uri().getPath())
                .as("what was open with the key")
                .isEqualTo("/login");
        assertThat(tab.text("document.querySelector('main').innerText")).doesNotContain("آخر استعمال");
        signOut();
        useIt();
        assertThat(tab.path()).isEqualTo("/login/passkey");
        assertThat(tab.is("document.querySelector('[role=alert]') !== null")).isTrue();
        go("/home");
        assertThat(tab.path()).isEqualTo("/login");
        assertThat(town.texts("select facts ->> 'news' from announcement where kind = 'sign-in-change' and account = '"
                        + account + "' order by change, cause"))
                .containsExactly("passkey-added", "passkey-removed");
    }

    /// Where somebody wanted to go they come to by this way too.
    @Test
    void itLeadsToWhereSomebodyWantedToGo() {
        signIn();
        make("desk");
        signOut();
        go("/readings");
        assertThat(tab.path()).isEqualTo("/login");
        useIt();
        assertThat(tab.path()).isEqualTo("/readings");
    }

    /// A device that is not unlocked by its holder opens nothing, and makes none.
    @Test
    void withoutAFingerNothingOpens() {
        signIn();
        tab.showFinger(device, false);
        go("/passkeys");
        tab.evaluate("document.querySelector('form[data-passkey] button').click()");
        awaitDenied();
        assertThat(tab.passkeys(device)).isEmpty();
        tab.showFinger(device, true);
        make("desk");
        signOut();
        tab.showFinger(device, false);
        go("/login/passkey");
        tab.evaluate("document.querySelector('form[data-passkey] button').click()");
        awaitDenied();
        assertThat(uses()).isEqualTo("0");
    }

    private void awaitDenied() {
        for (int i = 0; i < 100 && tab.is("document.querySelector('[data-passkey-denied]').hidden"); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(tab.is("document.querySelector('[data-passkey-denied]').hidden"))
                .isFalse();
    }

    /// Of two devices with the same key the one that has counted less is a copy.
    @Test
    void aCopyThatCountsBehindIsRefused() {
        signIn();
        make("desk");
        JsonNode copied = tab.passkeys(device);
        signOut();
        useIt();
        signOut();
        useIt();
        assertThat(tab.path()).isEqualTo("/home");
        signOut();
        tab.restore(device, copied);
        useIt();
        assertThat(tab.path()).as("the copy").isEqualTo("/login/passkey");
        assertThat(uses()).isEqualTo("2");
    }

    /// What a device has said once opens nothing twice, and nothing for a page that has not asked it.
    @Test
    void anAnswerIsGoodForItsQuestionAlone() {
        signIn();
        make("desk");
        signOut();
        go("/login/passkey");
        tab.evaluate("""
                HTMLFormElement.prototype.submit = function () { window.said = this.elements.credential.value; };
                document.querySelector('form[data-passkey] button').click();""");
        for (int i = 0; i < 100 && !tab.is("!!window.said"); i++) {
            tab.evaluate("new Promise(done => setTimeout(done, 50))");
        }
        String said = tab.text("window.said");
        assertThat(said).contains("signature");
        Browser other = new Browser(town.port());
        other.get("/login/passkey");
        assertThat(other.post("/login/passkey", "credential", said).statusCode())
                .as("another's question")
                .isEqualTo(422);
        assertThat(uses()).isEqualTo("0");
    }

    /// A page at another address than ours gets no answer that is good here.
    @Test
    void anOriginThatIsNotOursIsRefused() {
        signIn();
        make("desk");
        DoorTerms elsewhere =
                new DoorTerms(URI.create("https://localhost"), BreachedPasswords.NONE, null, true, HashWork.USUAL);
        try (PageServer server = town.served(elsewhere)) {
            tab.go("http://localhost:" + server.port() + "/login/passkey");
            tab.follow("form[data-passkey] button");
            assertThat(tab.path()).isEqualTo("/login/passkey");
            assertThat(tab.is("document.querySelector('.fault[role=alert]:not([hidden])') !== null"))
                    .isTrue();
        }
        assertThat(uses()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "[]",
                "null",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":null}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{"
                        + "\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\","
                        + "\"attestationObject\":\"AA\",\"userHandle\":\"AA\"}}"
            })
    void whatIsMadeUpIsRefused(String said) {
        Browser stranger = town.browser();
        stranger.get("/login/passkey");
        assertThat(stranger.post("/login/passkey", "credential", said).statusCode())
                .isEqualTo(422);
        Browser customer = town.signedIn(account);
        customer.get("/passkeys");
        assertThat(customer.post("/passkeys", "credential", said, "name", "desk")
                        .statusCode())
                .isEqualTo(422);
        assertThat(customer.post("/passkeys/end", "id", said.length() > 5 ? "1" : said)
                        .statusCode())
                .isEqualTo(422);
    }

    /// The pages of this door, as they are seen.
    @ParameterizedTest
    @EnumSource(Language.class)
    void thePagesStandAsTheyAreRead(Language language) {
        go("/login");
        if (language != Language.AR) {
            tab.follow("button[name=to][value=" + language.code() + "]");
        }
        look(language, "/login", "/login/password", "/login/passkey");
        signIn();
        make("x");
        look(language, "/preferences/" + account, "/preferences/" + account + "/password", "/passkeys");
        tab.follow("a[href='/preferences/" + account + "']");
        go("/preferences/" + account + "/password");
        tab.follow("form[action$='/password/code'] button");
        look(language, "/preferences/" + account + "/password");
    }

    private void look(Language language, String... paths) {
        for (String path : paths) {
            go(path);
            for (int width : new int[] {1200, 360}) {
                tab.size(width, 800);
                assertThat(Sight.sticksOut(tab)).as(path + " " + width).isEmpty();
                String wanted = System.getProperty("look.at");
                if (wanted != null) {
                    tab.picture(Path.of(wanted)
                            .resolve("door-" + language.code() + path.replaceAll("[/0-9]+", "-") + "-" + width
                                    + (tab.is("!!document.querySelector('#code')") ? "-code" : "") + ".png"));
                }
            }
            assertThat(tab.violations()).as(path).isEmpty();
            assertThat(Sight.unwrapped(tab)).as(path).isEmpty();
        }
    }
}
