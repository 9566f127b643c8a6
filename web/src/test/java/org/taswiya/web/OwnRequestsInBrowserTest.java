package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// A customer asks for something in a real browser, shows a photo with it, and is answered.
final class OwnRequestsInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;
    private static StaffBrowser amina;

    private final Sights sights = new Sights();

    @BeforeAll
    static void served() throws IOException {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        amina = town.staff("amina", StaffRole.AGENT);
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    @Test
    void aRequestIsMadeShownAndAnsweredInEveryLanguage() throws IOException {
        String account = town.reached().getFirst();
        Path photo = folder.resolve("meter.jpg");
        Files.write(photo, OwnRequestsTest.picture("jpeg", 800, 600));
        Tab tab = browsed.tab();
        browsed.signIn(tab, account);
        for (Language language : Language.values()) {
            Sights.speak(tab, language);
            browsed.go(tab, "/requests");
            sights.look(tab, language);
            tab.follow("a[href^='/requests/new/']");
            sights.look(tab, language);
            tab.evaluate("document.querySelector('[value=meter-check]').checked = true");
            tab.type("#words", "… " + language);
            tab.follow("main form button");
            String path = tab.path();
            sights.look(tab, language);
            assertThat(tab.is("document.querySelector('.chooser label').offsetHeight >= 44"
                            + " && document.querySelector('#file').offsetWidth === 1"))
                    .as("a button in the words of the page")
                    .isTrue();
            tab.choose("#file", photo);
            assertThat(tab.is("document.querySelector('#file-chosen').textContent === 'meter.jpg'"))
                    .as("what was chosen")
                    .isTrue();
            sights.picture(tab, language, "chosen");
            tab.type("#words", "…");
            tab.follow("main form button");
            assertThat(tab.is("(async () => { const i = document.querySelector('img.photo');"
                            + " i.loading = 'eager'; await i.decode(); return i.naturalWidth === 800; })()"))
                    .as("the photo is shown")
                    .isTrue();
            sights.look(tab, language);
            amina.get("/staff" + path);
            amina.browser()
                    .post("/staff" + path + "/answer", "letter", "visit", "words", "…", "seen", "1", "sure", "yes");
            browsed.go(tab, path);
            sights.look(tab, language);
            tab.follow("a[href$='/close']");
            sights.look(tab, language);
            tab.follow("main form button");
            sights.look(tab, language);
        }
        tab.close();
        assertThat(sights.faults()).isEmpty();
    }
}
