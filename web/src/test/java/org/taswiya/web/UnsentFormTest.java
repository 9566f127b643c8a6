package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Tab;
import org.taswiya.web.chromium.Wire;

/// A form that is sent while the network fails, in a real browser.
///
/// `-Dlook.at=FOLDER` puts pictures there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class UnsentFormTest {
    private static final String WORDS = "The water is <b>brown</b> & smells,\nsince \"Monday\" [[action]] $& عكر";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Wire wire;
    private static BrowsedTown browsed;
    private static String account;

    private Tab tab;

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        wire = browsed.wire();
        account = town.owing().stream()
                .filter(town.reached()::contains)
                .findFirst()
                .orElseThrow();
        signIn(browsed.tab());
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    private static void go(Tab on, String path) {
        browsed.go(on, path);
    }

    /// With the worker at work.
    private static void signIn(Tab on) {
        browsed.signIn(on, account);
        Thumb.await(on, "navigator.serviceWorker.ready.then(it => it.active.state === 'activated')");
        Thumb.await(on, "caches.match('/offline').then(Boolean)");
        on.close();
    }

    @BeforeEach
    void opened() {
        tab = browsed.tab();
        tab.size(360, 740);
    }

    @AfterEach
    void mended() {
        wire.mend();
        tab.close();
    }

    private void sendWithoutNetwork(String button) {
        wire.cut();
        tab.follow(button);
    }

    private void look(String name) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            tab.picture(Path.of(wanted).resolve(name + "-phone.png"));
            tab.size(1200, 900);
            tab.picture(Path.of(wanted).resolve(name + "-desk.png"));
            tab.size(360, 740);
        }
        assertThat(tab.violations()).isEmpty();
        assertThat(tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }

    /// Nothing of it is anywhere where it would stay.
    private void assertNotKept(String words) {
        assertThat(tab.text("""
                (async () => {
                  let all = JSON.stringify([{...localStorage}, {...sessionStorage}, await indexedDB.databases()]);
                  for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) all += await (await cache.match(request)).text();
                  }
                  return all;
                })()""")).contains("id=\"unsent\"").doesNotContain(words);
    }

    @Test
    void anotherLanguageLeavesWhatWasTyped() {
        go(tab, "/requests/new/" + account);
        String chosen = tab.is("document.documentElement.lang === 'fr'") ? "en" : "fr";
        tab.evaluate("document.querySelector('[value=meter-check]').click()");
        tab.type("#words", "une longue histoire");
        tab.follow("button[lang=" + chosen + "]");
        assertThat(tab.text("document.documentElement.lang")).isEqualTo(chosen);
        assertThat(tab.text("document.querySelector('#words').value")).isEqualTo("une longue histoire");
        assertThat(tab.is("document.querySelector('[value=meter-check]').checked"))
                .isTrue();
        look("another-language");
    }

    /// Nothing is sent, so nothing is lost.
    @Test
    void aFileThatIsTooLargeIsSaidBeforeItIsSent() {
        go(tab, "/readings");
        tab.follow("main a[href^='/readings/C']");
        tab.type("#value", "377");
        tab.evaluate("""
                const files = new DataTransfer();
                files.items.add(new File([new ArrayBuffer(65 * 1024 * 1024)], 'a.jpg'));
                const photo = document.querySelector('#photo');
                photo.files = files.files;
                photo.dispatchEvent(new Event('change', {bubbles: true}));""");
        assertThat(tab.is("document.querySelector('#photo').checkValidity()")).isFalse();
        assertThat(tab.text("document.querySelector('#photo').validationMessage"))
                .contains("64");
        tab.evaluate("document.querySelector('main form button').click()");
        assertThat(tab.text("document.querySelector('#value').value")).isEqualTo("377");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatWasTypedIsThereAndIsSentByWhoWroteItAlone(Language language) {
        go(tab, "/home");
        if (tab.is("document.documentElement.lang !== '" + language.code() + "'")) {
            tab.follow("button[lang=" + language.code() + "]");
        }
        go(tab, "/requests/new/" + account);
        Thumb.await(
                tab,
                "caches.match('/offline').then(page => page?.headers.get('Content-Language') === '" + language.code()
                        + "')");
        tab.evaluate("document.querySelector('[value=meter-check]').checked = true");
        String words = WORDS + language;
        tab.evaluate("document.querySelector('#words').value = " + quoted(words));
        String before = count();
        sendWithoutNetwork("main form button");
        assertThat(tab.text("document.documentElement.lang")).isEqualTo(language.code());
        assertThat(tab.is("document.querySelector('#unsent h1').checkVisibility()"))
                .isTrue();
        assertThat(tab.text("[...document.querySelectorAll('textarea')].map(area => area.value).join('|')"))
                .isEqualTo(words);
        assertThat(tab.is("document.querySelector('#look') === null")).isTrue();
        look("unsent-" + language.code());
        assertNotKept("since");
        wire.mend();
        Thumb.await(tab, "fetch('/health').then(() => true, () => false)");
        assertThat(count()).as("nothing goes by itself").isEqualTo(before);
        tab.follow("#again button");
        assertThat(tab.path()).matches("/requests/[0-9]+");
        assertThat(tab.text("document.querySelector('main').innerText")).contains("smells", "[[action]] $& عكر");
        assertThat(count()).isEqualTo(Integer.toString(Integer.parseInt(before) + 1));
        assertNotKept("since");
    }

    private static String count() {
        return town.texts("select count(*)::text from service_request").getFirst();
    }

    private static String quoted(String text) {
        return "`" + text.replace("$", "\\$") + "`";
    }

    /// What it would do twice is looked for first.
    @Test
    void aPaymentIsNotSentAgainFromThere() {
        go(tab, "/pay/" + account);
        sendWithoutNetwork("main form button");
        assertThat(tab.is("document.querySelector('#look').checkVisibility()")).isTrue();
        assertThat(tab.text("document.querySelector('#look a').getAttribute('href')"))
                .isEqualTo("/pay/" + account);
        assertThat(tab.is("document.forms.length === 0")).isTrue();
        look("unsent-money");
    }

    @Test
    void aFileIsChosenAgain() throws IOException {
        go(tab, "/requests/new/" + account);
        tab.evaluate("document.querySelector('[value=meter-check]').checked = true");
        tab.type("#words", "the dial is blank");
        tab.follow("main form button");
        String request = tab.path();
        Path photo = folder.resolve("dial.jpg");
        Files.write(photo, OwnRequestsTest.picture("jpeg", 800, 600));
        tab.choose("#file", photo);
        tab.type("#words", "it is this one");
        sendWithoutNetwork("main form:has(#file) button");
        assertThat(tab.text("document.querySelector('#again .file').innerText")).contains("dial.jpg");
        assertThat(tab.text("document.querySelector('#again textarea').value")).isEqualTo("it is this one");
        look("unsent-file");
        wire.mend();
        tab.choose("#again input[type=file]", photo);
        tab.follow("#again button");
        assertThat(tab.path()).isEqualTo(request);
        assertThat(tab.text("document.querySelector('main').innerText")).contains("it is this one");
        assertThat(tab.is("document.querySelector('img.photo') !== null")).isTrue();
    }

    @Test
    void aPasswordIsTypedAnew() {
        go(tab, "/login/password");
        tab.type("#account", account);
        tab.type("#password", "nine green kettles");
        sendWithoutNetwork("main form button");
        assertThat(tab.text("document.body.innerHTML")).doesNotContain("kettles");
        assertThat(tab.is("document.querySelector('#away').checkVisibility()")).isTrue();
    }
}
