package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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

/// The work of the console in a real browser: nothing sticks out, axe finds nothing, and it is done with the keyboard.
///
/// `-Dlook.at=FOLDER` puts a picture of every page there.
final class WorkInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Chromium chromium;
    private static StaffBrowser nadia;
    private static List<String> pages = List.of();

    private final List<String> faults = new ArrayList<>();
    private int pictures;

    @BeforeAll
    static void served() throws IOException {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium on this machine: apt-get install chromium");
        town = PageTown.play(folder.resolve("home"));
        WorkTown work = WorkTown.of(town);
        String held = work.held(0, 1_234_500);
        String suspect = work.suspect(0, 98_700);
        String dispute = work.dispute(0, TownRules.adjustments());
        String undelivered = work.undelivered(1);
        String unmatched = work.unmatched(1, 538_26);
        String request = work.request(town.owing().get(2));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
        pages = List.of(
                "/staff/work",
                "/staff/work/held",
                "/staff/work/held/" + held,
                "/staff/work/suspect",
                "/staff/work/suspect/" + suspect,
                "/staff/work/dispute",
                "/staff/work/dispute/" + dispute,
                "/staff/work/undelivered",
                "/staff/work/undelivered/" + undelivered,
                "/staff/work/unmatched",
                "/staff/work/unmatched/" + unmatched,
                "/staff/work/request",
                "/staff/work/held/C9999999",
                "/staff/requests/new/" + town.owing().get(2),
                "/staff/requests/" + request,
                "/staff/outages",
                "/staff/outages/new",
                "/staff/outages/" + work.outage(),
                "/staff/runs",
                "/staff/reach",
                "/staff/reach/campaigns/" + work.campaign(),
                "/staff/work/unreached",
                "/staff/work/move",
                "/staff/shadows",
                "/staff/shadows/" + work.shadow(),
                "/staff/password");
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
        if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                || !tab.is("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth + 1)")) {
            faults.add(page + "sticks out");
        }
    }

    private void picture(Tab tab, Language language, String where) {
        String wanted = System.getProperty("look.at");
        if (wanted != null) {
            String name = "%s-%02d%s-%s.png"
                    .formatted(
                            language.code(),
                            pictures++,
                            tab.path().replace('/', '-').replace('~', '-'),
                            where);
            tab.picture(Path.of(wanted).resolve(name));
        }
    }

    /// From right to left, and the longest words; the long form has them all.
    private static final List<Language> USUAL = List.of(Language.AR, Language.FR);

    @Test
    void everyPageOfWorkStandsInEveryLanguageOnEveryScreen() {
        Tab tab = chromium.tab();
        String site = "http://127.0.0.1:" + town.port();
        for (Language language : Boolean.getBoolean("taswiya.long") ? List.of(Language.values()) : USUAL) {
            tab.go(site + "/staff/login");
            if (language == Language.AR) {
                StaffBrowser later = nadia.later();
                tab.type("#name", later.name());
                tab.type("#password", later.password());
                tab.type("#code", later.code());
                tab.follow("main button");
            }
            if (tab.is("document.documentElement.lang !== '" + language.code() + "'")) {
                tab.follow("button[lang=" + language.code() + "]");
            }
            for (String path : pages) {
                tab.go(site + path);
                look(tab, language);
            }
            tab.type("#old-too", nadia.password());
            tab.type("#code-too", nadia.later().code());
            tab.follow("main form:has(#old-too) button");
            look(tab, language);
            tab.go(site + pages.get(14));
            tab.type("#words", "…");
            tab.evaluate("document.querySelector('[name=letter]').checked = true");
            tab.follow("form[action$=answer] button");
            look(tab, language);
        }
        tab.close();
        assertThat(faults).isEmpty();
    }
}
