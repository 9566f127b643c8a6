package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.web.Thumb.await;
import static org.taswiya.web.Thumb.keep;
import static org.taswiya.web.Thumb.key;
import static org.taswiya.web.Thumb.likely;
import static org.taswiya.web.Thumb.meter;
import static org.taswiya.web.Thumb.press;
import static org.taswiya.web.Thumb.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Change;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// The readers' app on a telephone: typed where there is no network, killed, locked, on two telephones at once.
///
/// `-Dlook.at=FOLDER` puts a picture of every screen there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class RoundInBrowserTest {
    @TempDir
    private static Path folder;

    private static ReadersTown town;

    private final Sights sights = new Sights();
    private Tab tab;

    @BeforeAll
    static void served() {
        town = ReadersTown.served(folder);
    }

    @AfterAll
    static void closed() {
        if (town != null) {
            town.close();
        }
    }

    @BeforeEach
    void telephone() {
        tab = town.newTelephone("first");
    }

    @AfterEach
    void off() {
        town.off();
    }

    private void look(Language language) {
        sights.look(tab, language, tab.text("document.querySelector('main > section:not([hidden])').id"));
    }

    private void keepAndComeTo(String next) {
        press(tab, "#keep");
        await(tab, meter(next));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRoundIsReadInEachLanguage(Language language) {
        BrowsedTown.assumeUsual(language);
        StaffBrowser reader = town.reader();
        town.go(tab, "/staff/login");
        Sights.speak(tab, language);
        town.signIn(tab, reader);
        await(tab, shown("gate") + " && " + "!document.getElementById('look').hidden");
        look(language); // no round yet
        long round = town.round(reader);
        tab.follow("#look");
        await(tab, shown("list"));
        look(language);
        press(tab, "#next");
        await(tab, shown("meter"));
        look(language);
        press(tab, "#keep"); // nothing typed
        await(tab, "document.getElementById('said').textContent !== ''");
        String first = likely(tab);
        key(tab, "999");
        press(tab, "#keep");
        await(tab, shown("doubt"));
        assertThat(tab.text("document.getElementById('doubt-usual').textContent"))
                .as("what is expected, once something else was typed")
                .containsPattern("\\d+\\D+\\d+");
        look(language);
        press(tab, "#retype");
        await(tab, shown("meter"));
        // years ago by the clock of the telephone
        assertThat(tab.text("document.getElementById('before').textContent")).contains("2020");
        key(tab, first);
        look(language);
        keepAndComeTo("2");
        press(tab, "#remark");
        await(tab, shown("remarks"));
        look(language);
        press(tab, "[data-remark='no-access']");
        await(tab, shown("meter") + " && document.getElementById('beside').children.length === 1");
        keepAndComeTo("3");
        String last = likely(tab);
        key(tab, last);
        press(tab, "#exchange");
        await(tab, shown("exchanged"));
        look(language);
        tab.type("#new-serial", "N-77/1");
        tab.type("#new-value", "0,5");
        press(tab, "#exchange-form .go");
        await(tab, shown("meter") + " && document.getElementById('beside').children.length === 1");
        tab.evaluate("""
                (async () => {
                  const canvas = document.createElement('canvas');
                  canvas.width = 3000; canvas.height = 2000;
                  canvas.getContext('2d').fillRect(10, 10, 900, 900);
                  const blob = await new Promise(good => canvas.toBlob(good, 'image/png'));
                  const files = new DataTransfer();
                  files.items.add(new File([blob], 'meter.png', {type: 'image/png'}));
                  const field = document.getElementById('photo');
                  field.files = files.files;
                  field.dispatchEvent(new Event('change'));
                })()""");
        await(tab, shown("meter") + " && document.getElementById('beside').children.length === 2");
        look(language);
        press(tab, "#keep");
        town.awaitEntries(round, 3);
        press(tab, "#back");
        await(tab, shown("list"));
        await(tab, "document.getElementById('net').className === ''");
        look(language);
        assertThat(town.entries(round)).isEqualTo(first + " no-access " + last);
        assertThat(town.pages()
                        .texts("select new_serial || ' ' || new_value from round_entry"
                                + " where new_serial is not null and round = " + round))
                .containsExactly("N-77/1 0.5");
        assertThat(sights.faults()).isEmpty();
    }

    /// Everything typed is there, the half of a number too, and reaches the server.
    @Test
    void nothingIsLostWhenTheBatteryDies() {
        StaffBrowser reader = town.reader();
        long round = town.round(reader);
        town.signIn(tab, reader);
        await(tab, shown("list"));
        await(tab, "caches.match('/staff/round/').then(Boolean)");
        town.wire().cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        String first = likely(tab);
        key(tab, first);
        keepAndComeTo("2");
        String second = likely(tab);
        key(tab, second);
        keepAndComeTo("3");
        key(tab, "12");
        town.kill();

        tab = town.telephone("first");
        town.go(tab, "/staff/round/");
        await(tab, shown("meter"));
        assertThat(tab.text("document.getElementById('dial').textContent")).endsWith("12");
        await(tab, "document.getElementById('net').textContent.includes('2')");
        assertThat(town.entries(round)).isEmpty();
        town.wire().mend();
        tab.evaluate("dispatchEvent(new Event('online'))");
        town.awaitEntries(round, 2);
        assertThat(town.entries(round)).isEqualTo(first + " " + second);
        await(tab, "document.getElementById('net').className === ''");
    }

    /// The app is closed before there is a network again; the browser says that there is one.
    @Test
    void whatWaitsIsSentWhileTheAppIsClosed() {
        tab = town.wholeTelephone();
        StaffBrowser reader = town.reader();
        long round = town.round(reader);
        town.signIn(tab, reader);
        await(tab, shown("list"));
        town.wire().cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        String value = likely(tab);
        key(tab, value);
        press(tab, "#keep");
        await(tab, "navigator.serviceWorker.ready.then(async it => (await it.sync.getTags()).includes('round'))");
        Tab other = town.anotherTab();
        tab.close();
        assertThat(town.entries(round)).isEmpty();
        town.wire().mend();
        other.sync("http://127.0.0.1:" + town.wire().port(), "/staff/round/", "round");
        town.awaitEntries(round, 1);
        assertThat(town.entries(round)).isEqualTo(value);
    }

    @Test
    void aTelephoneThatIsLockedSendsWhatItHasAndForgetsEverything() {
        StaffBrowser reader = town.reader();
        long round = town.round(reader);
        town.signIn(tab, reader);
        await(tab, shown("list"));
        town.wire().cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        key(tab, "77");
        press(tab, "#remark");
        press(tab, "[data-remark='broken']");
        await(tab, shown("meter") + " && document.getElementById('beside').children.length === 1");
        keep(tab);
        String handset = town.pages()
                .texts("select id from handset where staff = '" + reader.name() + "'")
                .getFirst();
        Handsets.lock(town.pages().database(), handset, new Change(town.pages().now(), "nadia", "lost"));
        town.wire().mend();
        town.awaitEntries(round, 1); // it may be the worker that sends it, and learns of the lock first
        tab.evaluate("dispatchEvent(new Event('online'))");
        await(tab, shown("gate"));
        assertThat(town.pages().texts("select outcome from round_entry where round = " + round))
                .containsExactly("set-aside");
        assertThat(tab.text("""
                import('/staff/round/kept.js').then(async kept =>
                  JSON.stringify([await kept.get('rounds') ?? null, await kept.get('handset') ?? null,
                    await kept.get('draft') ?? null, await kept.entries()]))""")).isEqualTo("[null,null,null,[]]");
        assertThat(town.pages().texts("select count(*)::text from visit where reader = '" + reader.name() + "'"))
                .containsExactly("0");
    }

    /// The round is handed to somebody else while the first still types without a network.
    @Test
    void twoTelephonesDoNotWipeOutEachOther() {
        StaffBrowser salma = town.reader();
        long round = town.round(salma);
        town.signIn(tab, salma);
        await(tab, shown("list"));
        town.wire().cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        String hers = likely(tab);
        key(tab, hers);
        keepAndComeTo("2");
        StaffBrowser youssef = town.pages().staff("youssef", StaffRole.READER);
        WalkedTown.assign(town.pages(), round, "youssef");
        Tab his = town.telephone("second");
        town.signInElsewhere(his, youssef); // hers sends by itself as soon as it can
        await(his, shown("list"));
        press(his, "#next");
        await(his, shown("meter"));
        String other = Long.toString(Long.parseLong(hers) + 1);
        key(his, other);
        keep(his);
        town.awaitEntries(round, 1);
        town.wire().mend();
        tab.evaluate("dispatchEvent(new Event('online'))");
        town.awaitEntries(round, 2);
        assertThat(town.pages()
                        .texts("select value || ' ' || outcome from round_entry where round = " + round
                                + " order by received_at, outcome desc"))
                .containsExactlyInAnyOrder(other + " taken", hers + " read-by-another");
    }

    @Test
    void scriptsAreSmall() throws IOException {
        long bytes = 0;
        for (String script : List.of("app.js", "kept.js", "sync.js", "worker.js")) {
            bytes += Files.size(Path.of("src/main/resources/static/staff/round").resolve(script));
        }
        assertThat(bytes).isLessThan(27 * 1024);
    }
}
