package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// The work of the console in a real browser: nothing sticks out, axe finds nothing, and it is done with the keyboard.
///
/// `-Dlook.at=FOLDER` puts a picture of every page there.
final class WorkInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;
    private static StaffBrowser nadia;
    private static WorkTown work;
    private static List<String> pages = List.of();

    private final Sights sights = new Sights();

    @BeforeAll
    static void served() throws IOException {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        work = WorkTown.of(town);
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
                "/staff/price-books",
                "/staff/price-books/" + work.priceBook(),
                "/staff/password");
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    /// From right to left, and the longest words; the long form has them all.
    private static final List<Language> USUAL = List.of(Language.AR, Language.FR);

    @Test
    void everyPageOfWorkStandsInEveryLanguageOnEveryScreen() {
        Tab tab = browsed.tab();
        for (Language language : Boolean.getBoolean("taswiya.long") ? List.of(Language.values()) : USUAL) {
            browsed.go(tab, "/staff/login");
            if (language == Language.AR) {
                BrowsedTown.enter(tab, nadia);
            }
            Sights.speak(tab, language);
            for (String path : pages) {
                browsed.go(tab, path);
                sights.look(tab, language);
            }
            tab.type("#old-too", nadia.password());
            tab.type("#code-too", nadia.later().code());
            tab.follow("main form:has(#old-too) button");
            sights.look(tab, language);
            browsed.go(tab, pages.get(14));
            tab.type("#words", "…");
            tab.evaluate("document.querySelector('[name=letter]').checked = true");
            tab.follow("form[action$=answer] button");
            sights.look(tab, language);
        }
        tab.close();
        assertThat(sights.faults()).isEmpty();
    }

    private void enter(Tab tab, Language language) {
        tab.forgetCookies();
        browsed.go(tab, "/staff/login");
        Sights.speak(tab, language);
        BrowsedTown.enter(tab, nadia);
    }

    private void lookIfUsual(Tab tab, Language language, String screen) {
        if (USUAL.contains(language) || Boolean.getBoolean("taswiya.long")) {
            sights.look(tab, language, screen);
        }
    }

    /// What supervisors come for, to its end: what came of it is in the books.
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatSupervisorsComeForIsDone(Language language) throws IOException {
        int turn = List.of(Language.values()).indexOf(language) + 1;
        Tab tab = browsed.tab();
        enter(tab, language);
        believes(tab, language, work.suspect(turn, 100));
        rejects(tab, language, work.dispute(turn, TownRules.adjustments()));
        plansAnInterruption(tab, language, "2020-10-0" + turn);
        beginsACampaign(tab, language);
        tab.close();
        assertThat(sights.faults()).isEmpty();
    }

    private void decides(Tab tab, Language language, String item, String what) {
        browsed.go(tab, "/staff/work/" + item);
        BrowsedTown.tick(tab, "#w-" + what);
        tab.type("#why", "seen in " + language);
        tab.follow("main form[action$=decide] button");
        lookIfUsual(tab, language, "sure-" + what);
        tab.follow("main form[action$=decide] button");
    }

    private void believes(Tab tab, Language language, String key) {
        decides(tab, language, "suspect/" + key, "accept");
        String query = """
                select c.author || ': ' || c.reason from reading r join change c on c.id = r.change
                where r.usage_point || '~' || r.at = '%s'""".formatted(key);
        assertThat(town.texts(query)).containsExactly("nadia: seen in " + language);
    }

    private void rejects(Tab tab, Language language, String dispute) {
        decides(tab, language, "dispute/" + dispute, "reject");
        assertThat(town.texts("select c.reason from dispute_end e join change c on c.id = e.change"
                        + " where e.dispute = " + dispute))
                .containsExactly("seen in " + language);
    }

    private void plansAnInterruption(Tab tab, Language language, String day) {
        browsed.go(tab, "/staff/outages/new");
        BrowsedTown.tick(tab, "#s-water");
        BrowsedTown.tick(tab, "#p-area");
        tab.type("#place", work.area());
        tab.type("#from", day + "T08:00");
        tab.type("#to", day + "T12:00");
        tab.follow("main form button");
        lookIfUsual(tab, language, "sure-outage");
        tab.follow("main form button");
        String outage = tab.path().replaceAll("/staff/outages/", "");
        assertThat(town.texts("select count(*) > 0 from message where cause = '" + outage + "V1'"))
                .as("who lives there is told, of " + tab.path())
                .containsExactly("t");
    }

    /// Once the one before is over: nobody is asked twice at a time.
    private void beginsACampaign(Tab tab, Language language) {
        String before = town.texts("select max(id)::text from contact_campaign").getFirst();
        browsed.go(tab, "/staff/reach/campaigns/" + before);
        tab.type("#why", "enough have answered");
        tab.follow("main form[action$=end] button");
        browsed.go(tab, "/staff/reach");
        BrowsedTown.tick(tab, "#c-unreached");
        tab.type("#why", "before the winter");
        tab.follow("main form[action='/staff/reach/campaigns'] button");
        lookIfUsual(tab, language, "sure-campaign");
        tab.follow("main form[action='/staff/reach/campaigns'] button");
        String begun = Long.toString(Long.parseLong(before) + 1);
        assertThat(tab.path()).isEqualTo("/staff/reach/campaigns/" + begun);
        assertThat(town.texts("select count(*) > 0 from contact_campaign_account where campaign = " + begun))
                .containsExactly("t");
    }

    /// Without being loaded anew: whoever reads it stays where they are.
    @Test
    void aRunAtWorkIsSeenToMove() throws SQLException {
        Tab tab = browsed.tab();
        tab.before("const each = setInterval; window.setInterval = (what, time) => each(what, time / 50);");
        enter(tab, Language.AR);
        work.begunRun();
        try (Connection connection = town.database().connect()) {
            assertThat(RunTable.lock(connection)).isTrue();
            browsed.go(tab, "/staff/runs");
            assertThat(tab.is("document.querySelector('progress').value === 0")).isTrue();
            tab.evaluate("window.isStill = true");
            work.billed(10, false);
            Thumb.await(tab, "document.querySelector('progress')?.value === 50");
            assertThat(tab.text("document.getElementById('runs').innerText")).contains("50 %");
            work.billed(10, true);
            Thumb.await(tab, "!document.querySelector('progress')");
        }
        assertThat(tab.is("window.isStill")).isTrue();
        tab.close();
    }
}
