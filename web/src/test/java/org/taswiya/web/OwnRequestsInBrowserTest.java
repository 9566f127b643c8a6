package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Keyboard;
import org.taswiya.web.chromium.Tab;

/// A customer asks for something in a real browser, shows a photo with it, and is answered.
final class OwnRequestsInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Chromium chromium;
    private static StaffBrowser amina;

    private final List<String> faults = new ArrayList<>();
    private int pictures;

    @BeforeAll
    static void served() throws IOException {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium on this machine: apt-get install chromium");
        town = PageTown.play(folder.resolve("home"));
        amina = town.staff("amina", StaffRole.AGENT);
        chromium = Chromium.start(program.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void closed() {
        if (chromium != null) {
            chromium.close();
            town.close();
        }
    }

    private void look(Tab tab, Language language) {
        String page = language + " " + tab.path() + ": ";
        tab.size(1200, 900);
        sticksOut(tab, page + "1200 ");
        picture(tab, language, "desk");
        if (language == Language.AR) {
            Keyboard.faults(tab).forEach(found -> faults.add(page + found));
        }
        tab.size(360, 740);
        sticksOut(tab, page + "360 ");
        picture(tab, language, "phone");
        tab.violations().forEach(found -> faults.add(page + found));
    }

    private void sticksOut(Tab tab, String page) {
        if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
            faults.add(page + "sticks out");
        }
    }

    private void picture(Tab tab, Language language, String where) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            String name = "%s-%02d%s-%s.png"
                    .formatted(language.code(), pictures++, tab.path().replace('/', '-'), where);
            tab.picture(Path.of(wanted).resolve(name));
        }
    }

    @Test
    void aRequestIsMadeShownAndAnsweredInEveryLanguage() throws IOException {
        String account = town.reached().getFirst();
        Path photo = folder.resolve("meter.jpg");
        Files.write(photo, OwnRequestsTest.picture("jpeg", 800, 600));
        Tab tab = chromium.tab();
        String site = "http://127.0.0.1:" + town.port();
        tab.go(site + "/login");
        tab.type("#account", account);
        int before = town.codesSent();
        tab.follow("main button");
        town.awaitCode(before);
        tab.type("#code", town.code(account));
        tab.follow("main button");
        for (Language language : Language.values()) {
            if (tab.is("document.documentElement.lang !== '" + language.code() + "'")) {
                tab.follow("button[lang=" + language.code() + "]");
            }
            tab.go(site + "/requests");
            look(tab, language);
            tab.follow("a[href^='/requests/new/']");
            look(tab, language);
            tab.evaluate("document.querySelector('[value=meter-check]').checked = true");
            tab.type("#words", "… " + language);
            tab.follow("main form button");
            String path = tab.path();
            look(tab, language);
            assertThat(tab.is("document.querySelector('.chooser label').offsetHeight >= 44"
                            + " && document.querySelector('#file').offsetWidth === 1"))
                    .as("a button in the words of the page")
                    .isTrue();
            tab.choose("#file", photo);
            assertThat(tab.is("document.querySelector('#file-chosen').textContent === 'meter.jpg'"))
                    .as("what was chosen")
                    .isTrue();
            picture(tab, language, "chosen");
            tab.type("#words", "…");
            tab.follow("main form button");
            assertThat(tab.is("(async () => { const i = document.querySelector('img.photo');"
                            + " i.loading = 'eager'; await i.decode(); return i.naturalWidth === 800; })()"))
                    .as("the photo is shown")
                    .isTrue();
            look(tab, language);
            amina.get("/staff" + path);
            amina.browser()
                    .post("/staff" + path + "/answer", "letter", "visit", "words", "…", "seen", "1", "sure", "yes");
            tab.go(site + path);
            look(tab, language);
            tab.follow("a[href$='/close']");
            look(tab, language);
            tab.follow("main form button");
            look(tab, language);
        }
        tab.close();
        assertThat(faults).isEmpty();
    }
}
