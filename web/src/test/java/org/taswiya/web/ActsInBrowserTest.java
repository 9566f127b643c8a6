package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// What staff change, in a real browser: that nobody is shut out and nothing sticks out. `-Dlook.at=FOLDER` puts a
/// picture of every page there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class ActsInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;

    private final Sights sights = new Sights();
    private final Tab tab = browsed.tab();

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        town.reachEverybody();
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    private void go(String path) {
        browsed.go(tab, path);
    }

    private void send(String button) {
        tab.follow("main " + button);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatStaffChangeShutsNobodyOut(Language language) {
        BrowsedTown.assumeUsual(language);
        int place = List.of(Language.values()).indexOf(language);
        String account = town.owing().get(place + 4);
        StaffBrowser staff = town.staff("nadia" + place, StaffRole.SUPERVISOR);
        tab.forgetCookies();
        go("/staff/login");
        tab.follow("button[name=to][value=" + (language == Language.FR ? "en" : "fr") + "]");
        tab.follow("button[name=to][value=" + language.code() + "]");
        BrowsedTown.enter(tab, staff);
        tab.press("?");
        assertThat(tab.path()).isEqualTo("/staff/keys");
        sights.look(tab, language);
        go("/staff/accounts/" + account);
        sights.look(tab, language);
        reach(language, account);
        arrange(language, account);
        adjust(language, account);
        correct(language, account);
        assertThat(sights.faults()).isEmpty();
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
        sights.look(tab, language);
        go("/staff/accounts/" + account);
        tab.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
        sights.look(tab, language);
    }

    private void arrange(Language language, String account) {
        go("/staff/accounts/" + account + "/arrangement");
        sights.look(tab, language);
        tab.type("#months", "2");
        tab.type("#down", "10");
        tab.type("#first", "2020-08-10");
        tab.type("#why", "lost work");
        send("button.second");
        sights.look(tab, language);
        send("button[accesskey=c]");
        sights.look(tab, language);
    }

    private void adjust(Language language, String account) {
        go("/staff/accounts/" + account + "/adjust");
        tab.type("#amount", "9000");
        tab.type("#evidence", "photograph 17");
        tab.type("#why", "broken seal");
        tab.evaluate("document.querySelector('#reason').value = 'damage'");
        tab.evaluate("document.querySelector('#item').value = 'account'");
        send("button.second");
        sights.look(tab, language);
        send("button[accesskey=c]");
        sights.look(tab, language);
        go("/staff/approvals");
        sights.look(tab, language);
        tab.follow("#adjustments + thead + tbody a, table a");
        sights.look(tab, language);
    }

    /// The last bill of an agreement of which something is so.
    private static String last(String so, String agreement) {
        return town.texts("select bill_number(max(serial)) from bill b where agreement = '" + agreement + "' and " + so)
                .getFirst();
    }

    private void correct(Language language, String account) {
        go("/staff/accounts/" + account + "/readings");
        sights.look(tab, language);
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
        sights.look(tab, language);
        String before = last("true", read[0]);
        send("button[accesskey=b]");
        String billed = last("true", read[0]);
        assertThat(billed).as("billed at once").isNotEqualTo(before);
        assertThat(tab.path()).isEqualTo("/staff/bills/" + billed);
        sights.look(tab, language, "billed");
        takeBack(language, billed, read[0]);
    }

    private void takeBack(Language language, String bill, String agreement) {
        go("/staff/bills/" + bill + "/cancel");
        tab.type("#why", "meters swapped");
        send("button.second");
        sights.look(tab, language);
        send("button[accesskey=c]");
        assertThat(last("exists (select from cancellation x where x.bill = b.serial)", agreement))
                .isEqualTo(bill);
    }
}
