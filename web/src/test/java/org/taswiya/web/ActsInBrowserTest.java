package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Tab;

/// What staff change, in a real browser: that nobody is shut out and nothing sticks out. `-Dlook.at=FOLDER` puts a
/// picture of every page there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class ActsInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Chromium chromium;

    private final List<String> faults = new ArrayList<>();
    private final Tab tab = chromium.tab();
    private int pictures;

    @BeforeAll
    static void served() {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium on this machine: apt-get install chromium");
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        chromium = Chromium.start(program.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void closed() {
        if (chromium != null) {
            chromium.close();
            town.close();
        }
    }

    private void go(String path) {
        tab.go("http://127.0.0.1:" + town.port() + path);
    }

    private void look(Language language) {
        String page = language + " " + tab.path() + ": ";
        for (int width : new int[] {1200, 360}) {
            tab.size(width, 900);
            if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                    || !tab.is("[...document.querySelectorAll('.wide')]"
                            + ".every(e => e.scrollWidth <= e.clientWidth + 1)")) {
                faults.add(page + "sticks out at " + width);
            }
            String wanted = System.getProperty("look.at");
            if (wanted != null) {
                String name = "%s-%02d%s-%d.png"
                        .formatted(language.code(), pictures++, tab.path().replace('/', '-'), width);
                tab.picture(Path.of(wanted).resolve(name));
            }
        }
        tab.violations().forEach(found -> faults.add(page + found));
    }

    private void send(String button) {
        tab.follow("main " + button);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatStaffChangeShutsNobodyOut(Language language) {
        int place = List.of(Language.values()).indexOf(language);
        String account = town.owing().get(place + 4);
        StaffBrowser staff = town.staff("nadia" + place, StaffRole.SUPERVISOR).later();
        tab.forgetCookies();
        go("/staff/login");
        tab.follow("button[name=to][value=" + (language == Language.FR ? "en" : "fr") + "]");
        tab.follow("button[name=to][value=" + language.code() + "]");
        tab.type("#name", staff.name());
        tab.type("#password", staff.password());
        tab.type("#code", staff.code());
        send("button");
        tab.press("?");
        assertThat(tab.path()).isEqualTo("/staff/keys");
        look(language);
        go("/staff/accounts/" + account);
        look(language);
        reach(language, account);
        arrange(language, account);
        adjust(language, account);
        correct(language, account);
        assertThat(faults).isEmpty();
    }

    /// Another address, so that the time line has something to fold.
    private void reach(Language language, String account) {
        go("/staff/accounts/" + account + "/contact");
        tab.type("#address", "0612345678");
        tab.evaluate("document.querySelector('#by-code').checked = true");
        send("form button");
        go("/staff/accounts/" + account + "/contact");
        tab.type("#address", "new@example.org");
        tab.type("#why", "identity card seen");
        tab.evaluate("document.querySelector('#at-once').checked = true");
        send("form button");
        look(language);
        go("/staff/accounts/" + account);
        tab.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
        look(language);
    }

    private void arrange(Language language, String account) {
        go("/staff/accounts/" + account + "/arrangement");
        look(language);
        tab.type("#months", "2");
        tab.type("#down", "10");
        tab.type("#first", "2020-08-10");
        tab.type("#why", "lost work");
        send("button.second");
        look(language);
        send("button[accesskey=c]");
        look(language);
    }

    private void adjust(Language language, String account) {
        go("/staff/accounts/" + account + "/adjust");
        tab.type("#amount", "9000");
        tab.type("#evidence", "photograph 17");
        tab.type("#why", "broken seal");
        tab.evaluate("document.querySelector('#reason').value = 'damage'");
        tab.evaluate("document.querySelector('#item').value = 'account'");
        send("button.second");
        look(language);
        send("button[accesskey=c]");
        look(language);
        go("/staff/approvals");
        look(language);
        tab.follow("#adjustments + thead + tbody a, table a");
        look(language);
    }

    private void correct(Language language, String account) {
        go("/staff/accounts/" + account + "/readings");
        look(language);
        String[] read = town.texts("select a.reference || ' ' || max(r.at) || ' ' || (max(r.value)::numeric - 2)::int"
                        + " from service_agreement a join reading r on r.usage_point = a.usage_point"
                        + " and r.kind = 'actual' and r.at > a.from_day join bill b on b.agreement = a.reference"
                        + " join bill_segment s on s.bill = b.serial and s.to_day >= r.at"
                        + " where a.account = '" + account + "' and a.to_day is null group by a.reference")
                .getFirst()
                .split(" ", -1);
        go("/staff/accounts/" + account + "/readings/" + read[0] + "/" + read[1]);
        tab.type("#value", read[2]);
        tab.type("#why", "6 read as 9");
        send("button.second");
        look(language);
        go("/staff/bills/"
                + town.texts("select bill_number(max(serial)) from bill where agreement = '" + read[0] + "'")
                        .getFirst() + "/cancel");
        tab.type("#why", "meters swapped");
        send("button.second");
        look(language);
    }
}
