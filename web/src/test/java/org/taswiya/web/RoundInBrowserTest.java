package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.taswiya.web.Thumb.await;
import static org.taswiya.web.Thumb.keep;
import static org.taswiya.web.Thumb.key;
import static org.taswiya.web.Thumb.likely;
import static org.taswiya.web.Thumb.press;
import static org.taswiya.web.Thumb.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
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
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Tab;
import org.taswiya.web.chromium.Wire;

/// The readers' app on a telephone: typed where there is no network, killed, locked, on two telephones at once.
///
/// `-Dlook.at=FOLDER` puts a picture of every screen there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class RoundInBrowserTest {
    @TempDir
    private static Path folder;

    private static Path program;
    private static PageTown town;
    private static Wire wire;
    private static int hired;
    private static int tests;

    private final List<String> faults = new ArrayList<>();
    private final List<Chromium> telephones = new ArrayList<>();
    private int pictures;
    private Tab tab;

    @BeforeAll
    static void served() {
        Optional<Path> found = Chromium.installed();
        assumeTrue(found.isPresent(), "no Chromium on this machine: apt-get install chromium");
        program = found.get();
        town = PageTown.play(folder.resolve("home"));
        wire = new Wire(town.port());
    }

    @AfterAll
    static void closed() {
        if (wire != null) {
            wire.close();
            town.close();
        }
    }

    @BeforeEach
    void telephone() {
        tests++;
        tab = telephone("first");
    }

    @AfterEach
    void off() {
        wire.mend();
        telephones.forEach(Chromium::close);
    }

    /// @param name of the telephone; the same one again knows what it knew
    private Tab telephone(String name) {
        Chromium chromium = Chromium.start(program, folder.resolve(name + tests));
        telephones.add(chromium);
        Tab opened = chromium.tab();
        opened.size(360, 740);
        return opened;
    }

    /// A reader of their own for each test, with five meters to walk past.
    private StaffBrowser reader() {
        hired++;
        return town.staff("reader" + hired, StaffRole.READER);
    }

    private long round(StaffBrowser reader) {
        List<String> points = WalkedTown.points(town);
        int from = (hired * 5) % (points.size() - 5);
        long round = WalkedTown.plan(town, "MAARIF-" + hired, points.subList(from, from + 5));
        WalkedTown.assign(town, round, reader.name());
        return round;
    }

    private void go(Tab on, String path) {
        on.go("http://127.0.0.1:" + wire.port() + path);
    }

    private void signIn(Tab on, StaffBrowser reader) {
        StaffBrowser now = reader.later();
        go(on, "/staff/login");
        on.type("#name", now.name());
        on.type("#password", now.password());
        on.type("#code", now.code());
        on.follow("main button");
        assertThat(on.path()).isEqualTo("/staff/round/");
    }

    private void look(Language language) {
        look(language, tab.text("document.querySelector('main > section:not([hidden])').id"));
    }

    private void look(Language language, String screen) {
        String page = language + " " + screen + ": ";
        for (int width : new int[] {1200, 360}) {
            tab.size(width, 740);
            if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
                faults.add(page + "sticks out at " + width);
            }
            picture(language, screen + "-" + width);
        }
        if (!tab.text("document.documentElement.dir").equals(language == Language.AR ? "rtl" : "ltr")) {
            faults.add(page + "dir");
        }
        tab.violations().forEach(found -> faults.add(page + found));
        if (tab.text("document.body.innerText").matches("(?s).*(round\\.|\\{[a-z]+}|undefined|NaN).*")) {
            faults.add(page + "an unfilled word in " + tab.text("document.body.innerText"));
        }
    }

    private void picture(Language language, String screen) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            tab.picture(Path.of(wanted).resolve("%s-%02d-%s.png".formatted(language.code(), pictures++, screen)));
        }
    }

    private void speak(Language language) {
        if (!tab.text("document.documentElement.lang").equals(language.code())) {
            tab.follow("button[name=to][value=" + language.code() + "]");
        }
    }

    private static void keepAndGoOn(Tab tab) {
        String here = tab.text("document.getElementById('title').textContent");
        press(tab, "#keep");
        await(tab, "document.getElementById('title').textContent !== '" + here + "'");
    }

    private static String entries(long round) {
        return town.texts("select coalesce(string_agg(coalesce(value::text, remark), ' ' order by said_at), '')"
                        + " from round_entry where round = " + round)
                .getFirst();
    }

    private static void awaitEntries(long round, int count) {
        for (int i = 0; i < 300; i++) {
            if (town.texts("select count(*)::text from round_entry where round = " + round)
                    .getFirst()
                    .equals(Integer.toString(count))) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError(count + " entries never came, only " + entries(round));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRoundIsReadInEachLanguage(Language language) {
        StaffBrowser reader = reader();
        go(tab, "/staff/login");
        speak(language);
        signIn(tab, reader);
        await(tab, shown("gate") + " && " + "!document.getElementById('look').hidden");
        look(language); // no round yet
        long round = round(reader);
        tab.follow("#look");
        await(tab, shown("list"));
        look(language);
        press(tab, "#next");
        await(tab, shown("meter"));
        look(language);
        press(tab, "#keep"); // nothing typed
        await(tab, "document.getElementById('said').textContent !== ''");
        String first = likely(tab);
        key(tab, "9");
        key(tab, "9");
        key(tab, "9");
        press(tab, "#keep");
        await(tab, shown("doubt"));
        look(language);
        press(tab, "#retype");
        await(tab, shown("meter"));
        key(tab, first);
        look(language);
        keepAndGoOn(tab);
        press(tab, "#remark");
        await(tab, shown("remarks"));
        look(language);
        press(tab, "[data-remark='no-access']");
        await(tab, "document.getElementById('beside').children.length === 1");
        keepAndGoOn(tab);
        String last = likely(tab);
        key(tab, last);
        press(tab, "#exchange");
        await(tab, shown("exchanged"));
        look(language);
        tab.type("#new-serial", "N-77/1");
        tab.type("#new-value", "0,5");
        press(tab, "#exchange-form .go");
        await(tab, "document.getElementById('beside').children.length === 1");
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
        await(tab, "document.getElementById('beside').children.length === 2");
        look(language);
        press(tab, "#keep");
        awaitEntries(round, 3);
        press(tab, "#back");
        await(tab, shown("list"));
        await(tab, "document.getElementById('net').className === ''");
        look(language);
        assertThat(entries(round)).isEqualTo(first + " no-access " + last);
        assertThat(town.texts("select new_serial || ' ' || new_value from round_entry"
                        + " where new_serial is not null and round = " + round))
                .containsExactly("N-77/1 0.5");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoSupervisesSeesHandsetsInEachLanguage(Language language) {
        StaffBrowser reader = reader();
        round(reader);
        HandsetClient.registered(reader).get("/staff/round/today");
        Handsets.lock(town.database(), HandsetClient.registered(reader).id(), new Change(town.now(), "nadia", "lost"));
        StaffBrowser chief = town.staff("chief" + hired, StaffRole.SUPERVISOR).later();
        go(tab, "/staff/login");
        speak(language);
        tab.type("#name", chief.name());
        tab.type("#password", chief.password());
        tab.type("#code", chief.code());
        tab.follow("main button");
        go(tab, "/staff/handsets");
        look(language, "handsets");
        assertThat(faults).isEmpty();
    }

    /// Everything typed is there, the half of a number too, and reaches the server.
    @Test
    void nothingIsLostWhenTheBatteryDies() {
        StaffBrowser reader = reader();
        long round = round(reader);
        signIn(tab, reader);
        await(tab, shown("list"));
        await(tab, "caches.match('/staff/round/').then(Boolean)");
        wire.cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        String first = likely(tab);
        key(tab, first);
        keepAndGoOn(tab);
        String second = likely(tab);
        key(tab, second);
        keepAndGoOn(tab);
        key(tab, "12");
        telephones.getLast().kill();
        telephones.removeLast();

        tab = telephone("first");
        go(tab, "/staff/round/");
        await(tab, shown("meter"));
        assertThat(tab.text("document.getElementById('dial').textContent")).endsWith("12");
        await(tab, "document.getElementById('net').textContent.includes('2')");
        assertThat(entries(round)).isEmpty();
        wire.mend();
        tab.evaluate("dispatchEvent(new Event('online'))");
        awaitEntries(round, 2);
        assertThat(entries(round)).isEqualTo(first + " " + second);
        await(tab, "document.getElementById('net').className === ''");
    }

    /// The app is closed before there is a network again; the browser says that there is one.
    @Test
    void whatWaitsIsSentWhileTheAppIsClosed() {
        StaffBrowser reader = reader();
        long round = round(reader);
        signIn(tab, reader);
        await(tab, shown("list"));
        wire.cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        String value = likely(tab);
        key(tab, value);
        press(tab, "#keep");
        await(tab, "navigator.serviceWorker.ready.then(async it => (await it.sync.getTags()).includes('round'))");
        Tab other = telephones.getLast().tab();
        tab.close();
        assertThat(entries(round)).isEmpty();
        wire.mend();
        other.sync("http://127.0.0.1:" + wire.port(), "/staff/round/", "round");
        awaitEntries(round, 1);
        assertThat(entries(round)).isEqualTo(value);
    }

    @Test
    void aTelephoneThatIsLockedSendsWhatItHasAndForgetsEverything() {
        StaffBrowser reader = reader();
        long round = round(reader);
        signIn(tab, reader);
        await(tab, shown("list"));
        wire.cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        key(tab, "77");
        press(tab, "#remark");
        press(tab, "[data-remark='broken']");
        await(tab, "document.getElementById('beside').children.length === 1");
        keep(tab);
        String handset = town.texts("select id from handset where staff = '" + reader.name() + "'")
                .getFirst();
        Handsets.lock(town.database(), handset, new Change(town.now(), "nadia", "lost"));
        wire.mend();
        awaitEntries(round, 1); // it may be the worker that sends it, and learns of the lock first
        tab.evaluate("dispatchEvent(new Event('online'))");
        await(tab, shown("gate"));
        assertThat(town.texts("select outcome from round_entry where round = " + round))
                .containsExactly("set-aside");
        assertThat(tab.text("""
                import('/staff/round/kept.js').then(async kept =>
                  JSON.stringify([await kept.get('rounds') ?? null, await kept.get('handset') ?? null,
                    await kept.get('draft') ?? null, await kept.entries()]))""")).isEqualTo("[null,null,null,[]]");
        assertThat(town.texts("select count(*)::text from visit where reader = '" + reader.name() + "'"))
                .containsExactly("0");
    }

    /// The round is handed to somebody else while the first still types without a network.
    @Test
    void twoTelephonesDoNotWipeOutEachOther() {
        StaffBrowser salma = reader();
        long round = round(salma);
        signIn(tab, salma);
        await(tab, shown("list"));
        wire.cut();
        press(tab, "#next");
        await(tab, shown("meter"));
        String hers = likely(tab);
        key(tab, hers);
        keepAndGoOn(tab);
        wire.mend();
        StaffBrowser youssef = town.staff("youssef", StaffRole.READER);
        WalkedTown.assign(town, round, "youssef");
        Tab his = telephone("second");
        signIn(his, youssef);
        await(his, shown("list"));
        press(his, "#next");
        await(his, shown("meter"));
        String other = Long.toString(Long.parseLong(hers) + 1);
        key(his, other);
        keep(his);
        awaitEntries(round, 1);
        tab.evaluate("dispatchEvent(new Event('online'))");
        awaitEntries(round, 2);
        assertThat(town.texts("select value || ' ' || outcome from round_entry where round = " + round
                        + " order by received_at, outcome desc"))
                .containsExactlyInAnyOrder(other + " taken", hers + " read-by-another");
    }

    @Test
    void scriptsAreSmall() throws IOException {
        long bytes = 0;
        for (String script : List.of("app.js", "kept.js", "sync.js", "worker.js")) {
            bytes += Files.size(Path.of("src/main/resources/static/staff/round").resolve(script));
        }
        assertThat(bytes).isLessThan(26 * 1024);
    }
}
