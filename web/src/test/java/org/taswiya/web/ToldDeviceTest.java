package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Tab;

/// A device that is told while no page of ours is open: in a browser that has notifications.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class ToldDeviceTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;

    private final Sights sights = new Sights();
    private final Tab tab = browsed.tab();

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.servedToAWholeBrowser(folder);
        town = browsed.town();
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    /// The service of the browser's maker is out there, so what it gives is given here; all else is real.
    @Test
    void aDeviceIsTold() {
        town.reachEverybody();
        String account = town.owing().getFirst();
        town.browser();
        browsed.signIn(tab, account);
        browsed.go(tab, "/preferences/" + account + "/push");
        sights.look(tab, Language.AR);
        assertThat(tab.is("document.querySelector('[data-push-unable]').hidden"))
                .isTrue();
        tab.evaluate("""
                PushManager.prototype.subscribe = async how => ({toJSON: () => ({endpoint: 'https://push.example.net/a',
                  keys: {p256dh: how.applicationServerKey, auth: 'BTBZMqHH6r4Tts7J_aSIgg'}})})""");
        tab.follow("form[data-push] button");
        assertThat(tab.text("location.search")).isEqualTo("?saved=push");
        sights.look(tab, Language.AR);
        String told = "{'title': 'انقطاع', 'body': 'غدا', 'lang': 'ar', 'dir': 'rtl', 'tag': 't'}";
        assertThat(tab.broughtAndShown(browsed.site(), told.replace('\'', '"'))).isEqualTo("انقطاع/غدا/rtl//home");
        assertThat(sights.faults()).isEmpty();
    }
}
