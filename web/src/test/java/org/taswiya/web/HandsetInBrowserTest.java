package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.web.Thumb.await;
import static org.taswiya.web.Thumb.key;
import static org.taswiya.web.Thumb.likely;
import static org.taswiya.web.Thumb.meter;
import static org.taswiya.web.Thumb.press;
import static org.taswiya.web.Thumb.shown;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Change;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// A reader's telephone that is held clumsily, or was lost.
///
/// `-Dlook.at=FOLDER` puts a picture of the pages about handsets there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class HandsetInBrowserTest {
    /// What is done after a time is done a thousand times as soon, from when it is next asked for.
    private static final String MINUTES_ARE_SHORT = """
            (() => {
              const later = window.setTimeout;
              window.setTimeout = (what, time) => later(what, time / 1000);
              dispatchEvent(new Event('online'));
            })()""";

    @TempDir
    private static Path folder;

    private static ReadersTown town;

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

    private static void lock(String handset) {
        Handsets.lock(town.pages().database(), handset, new Change(town.pages().now(), "nadia", "lost"));
    }

    /// Neither a meter that is kept nor one that is passed over takes the next one along.
    @Test
    void aThumbThatComesDownTwiceIsMeantOnce() {
        StaffBrowser reader = town.reader();
        long round = town.round(reader);
        town.signIn(tab, reader);
        await(tab, shown("list"));
        twice("#next");
        await(tab, shown("meter"));
        assertThat(tab.text("document.getElementById('said').textContent")).isEmpty();
        String first = likely(tab);
        key(tab, first);
        twice("#keep");
        await(tab, meter("2"));
        assertThat(tab.text("document.getElementById('said').textContent")).isEmpty();
        twice("#skip");
        await(tab, meter("3"));
        String third = likely(tab);
        key(tab, third);
        twice("#skip");
        await(tab, meter("4"));
        press(tab, "#back");
        await(tab, shown("list"));
        town.awaitEntries(round, 1);
        assertThat(town.entries(round)).isEqualTo(first);
    }

    /// On a screen that has been there for a while.
    private void twice(String selector) {
        double since = tab.evaluate("performance.now()").asDouble();
        await(tab, "performance.now() > " + (since + 500));
        tab.tapTwice(selector);
    }

    /// Nothing is sent, and nobody loads it anew.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatchEvent(new Event('focus'))",
                "dispatchEvent(new Event('online'))",
                "document.dispatchEvent(new Event('visibilitychange'))",
                MINUTES_ARE_SHORT
            })
    void aTelephoneThatIsLockedIsClosedAsSoonAsItIsLookedAt(String looked) {
        StaffBrowser reader = town.reader();
        town.anyRound(reader);
        town.signIn(tab, reader);
        await(tab, shown("list"));
        press(tab, "#orders button");
        await(tab, shown("meter"));
        boolean isMinute = looked.equals(MINUTES_ARE_SHORT);
        if (isMinute) {
            tab.evaluate(looked);
        }
        await(tab, "navigator.locks.query().then(all => !all.held.length && !all.pending.length)");
        String handset = town.pages()
                .texts("select id from handset where staff = '" + reader.name() + "'")
                .getFirst();
        lock(handset);
        if (!isMinute) {
            tab.evaluate(looked);
        }
        await(tab, shown("gate"));
        assertThat(tab.text("document.getElementById('address').textContent")).isEmpty();
        assertThat(tab.text("document.getElementById('net').textContent")).isEmpty();
        assertThat(tab.text("import('/staff/round/kept.js').then(async kept => String(await kept.get('rounds')))"))
                .isEqualTo("undefined");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoSupervisesSeesHandsetsInEachLanguage(Language language) {
        BrowsedTown.assumeUsual(language);
        Sights sights = new Sights();
        StaffBrowser reader = town.reader();
        town.anyRound(reader);
        HandsetClient.registered(reader).get("/staff/round/today");
        lock(HandsetClient.registered(reader).id());
        StaffBrowser chief = town.pages().staff("chief-" + reader.name(), StaffRole.SUPERVISOR);
        town.go(tab, "/staff/login");
        Sights.speak(tab, language);
        BrowsedTown.enter(tab, chief);
        town.go(tab, "/staff/handsets");
        sights.look(tab, language, "handsets");
        tab.follow("td a");
        sights.look(tab, language, "lock");
        assertThat(sights.faults()).isEmpty();
    }
}
