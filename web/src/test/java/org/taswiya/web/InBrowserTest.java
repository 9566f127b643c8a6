package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Change;
import org.taswiya.store.access.DelegateDecisions;
import org.taswiya.web.chromium.Sight;
import org.taswiya.web.chromium.Tab;
import org.taswiya.web.chromium.Wire;

/// The agency in a real browser, on a telephone and on a desk, in each language: that nobody is shut out, with a
/// keyboard alone neither, nothing sticks out, and every page stands the way it is read. One server, one browser, each
/// page once.
///
/// `-Dlook.at=FOLDER` puts a picture of every page there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class InBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;
    private static Wire wire;

    private final Sights sights = new Sights();
    private final Tab tab = browsed.tab();

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        wire = browsed.wire();
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    @AfterEach
    void out() {
        wire.mend();
        tab.forgetCookies();
        go("/login");
        tab.evaluate("caches.delete('kept')");
        tab.close();
    }

    private void go(String path) {
        browsed.go(tab, path);
    }

    private void look(Language language) {
        sights.look(tab, language);
    }

    private void visit(Language language, String... paths) {
        for (String path : paths) {
            go(path);
            look(language);
        }
    }

    /// @return the account's newest bill that is not paid
    private String signIn(String account, Language language) {
        go("/login");
        Sights.speak(tab, language);
        look(language);
        tab.type("#account", "12");
        tab.follow("main button");
        look(language);
        tab.type("#account", account);
        int before = town.codesSent();
        tab.follow("main button");
        look(language);
        town.awaitCode(before);
        tab.type("#code", town.code(account));
        tab.follow("main button");
        assertThat(tab.path()).isEqualTo("/home");
        return town.texts("select number from open_item where account = '" + account
                        + "' and kind = 'bill' order by number desc limit 1")
                .getFirst();
    }

    private String href(String selector) {
        return tab.text("document.querySelector(\"" + selector + "\").getAttribute('href')");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobodyIsShutOutAndNothingSticksOut(Language language) {
        BrowsedTown.assumeUsual(language);
        town.reachEverybody();
        town.browser();
        String account = town.owing().get(List.of(Language.values()).indexOf(language));
        lookAfter(account);
        String bill = signIn(account, language);
        look(language);
        Sight.longBillsRunTogether(tab).forEach(sights::fault);
        visit(language, "/bills/" + bill, "/use/" + account, "/readings", "/disputes", "/disputes/new/" + bill);
        visit(language, "/notices", "/instalments/" + account, "/payments/" + account);
        visit(language, "/move-out/" + account, "/nowhere");
        letSomebodyIn(account, language);
        readTheMeter(language);
        pay(account, language);
        chooseNotices(account, language);
        visit(language, "/guest", "/guest?account=" + account + "&bill=" + bill);
        assertThat(sights.faults()).isEmpty();
    }

    /// One account they look after, and one that they are asked to.
    private void lookAfter(String account) {
        LocalDate today = LocalDate.ofInstant(town.now(), ZoneOffset.UTC);
        Change why = new Change(town.now(), "test", "for trials");
        List<String> others = town.texts("""
                select o.reference from customer_account o join customer_account a on a.reference = '%s'
                where o.customer <> a.customer order by o.reference desc limit 2""".formatted(account));
        for (String other : others) {
            DelegateDecisions.ask(town.database(), other, account, DelegateKind.PAY, today, why);
        }
        long first = Long.parseLong(town.texts("select min(id)::text from delegate where invited = '" + account + "'")
                .getFirst());
        assertThat(DelegateDecisions.accept(town.database(), first, List.of(account), today, why))
                .isTrue();
    }

    private void letSomebodyIn(String account, Language language) {
        visit(language, "/delegates/" + account);
        tab.type("#reference", "12");
        tab.evaluate("document.querySelector('#pay').click()");
        tab.follow("main form button");
        look(language);
        tab.type("#reference", "0999999999");
        tab.follow("main form button");
        assertThat(tab.path()).isEqualTo("/delegates");
        look(language);
    }

    private void readTheMeter(Language language) {
        go("/readings");
        go(href("main .choices a"));
        look(language);
        tab.type("#value", "99999999999");
        tab.follow("main form button");
        look(language);
    }

    private void pay(String account, Language language) {
        visit(language, "/pay/" + account);
        tab.follow("main form button");
        assertThat(tab.path()).isEqualTo("/page");
        tab.follow("button[value=before]");
        assertThat(tab.path()).startsWith("/paid/");
        look(language);
    }

    private void chooseNotices(String account, Language language) {
        visit(language, "/preferences/" + account, "/preferences/" + account + "/address");
        go("/preferences/" + account);
        go(href("main .plain a"));
        look(language);
        tab.follow("main form button");
        look(language);
    }

    /// Signed in, with all that the device keeps.
    ///
    /// @return the account's newest bill that is not paid
    private String signInAndKeep(String account) {
        town.browser();
        browsed.signIn(tab, account);
        awaitKept();
        return new BillNumber(Long.parseLong(town.bills(account).getLast())).toString();
    }

    /// In the language of the page that is shown: those of the one before may still be on their way.
    private void awaitKept() {
        assertThat(tab.is("""
                (async () => {
                  const language = '<html lang="' + document.documentElement.lang + '"';
                  for (let i = 0; i < 400; i++) {
                    const home = await caches.match('/home', {cacheName: 'kept'});
                    const isSpoken = home && (await home.text()).includes(language);
                    if (isSpoken && await caches.match('/offline/pages')) return true;
                    await new Promise(later => setTimeout(later, 50));
                  }
                  return false;
                })()""")).as("pages are kept").isTrue();
    }

    private String kept() {
        return tab.text("""
                (async () => {
                  if (!await caches.has('kept')) return '';
                  const pages = await (await caches.open('kept')).matchAll();
                  return (await Promise.all(pages.map(page => page.text()))).join(' ');
                })()""");
    }

    private String heading() {
        return tab.text("document.querySelector('h1').innerText");
    }

    private static String reached(int which) {
        town.reachEverybody();
        List<String> owing = town.owing();
        return owing.get(owing.size() - 1 - which);
    }

    /// Another language is another copy: the one before is gone at once.
    @Test
    void whatIsKeptIsReadWithoutANetworkInTheLanguageOfItsReader() {
        String bill = signInAndKeep(reached(0));
        readWithoutNetwork(Language.AR, bill, "لا اتصال بالشبكة الآن", "لا اتصال بالشبكة");
        Sights.speak(tab, Language.FR);
        awaitKept();
        readWithoutNetwork(Language.FR, bill, "Pas de réseau en ce moment", "Pas de réseau");
        Sights.speak(tab, Language.EN);
        awaitKept();
        readWithoutNetwork(Language.EN, bill, "There is no network now", "No network");
        assertThat(sights.faults()).isEmpty();
    }

    private void readWithoutNetwork(Language language, String bill, String notice, String nothing) {
        wire.cut();
        for (String path : List.of("/bills/" + bill, "/")) {
            go(path);
            assertThat(tab.text("document.querySelector('[role=status]').innerText"))
                    .contains(notice, "(");
            assertThat(tab.is("document.forms.length == 0")).isTrue();
        }
        look(language);
        go("/readings");
        look(language);
        assertThat(heading()).isEqualTo(nothing);
        wire.mend();
        go("/home");
    }

    /// A page with a token from before would have its form refused.
    @Test
    void formsWorkAsSoonAsTheNetworkIsBack() {
        String account = reached(1);
        String bill = signInAndKeep(account);
        assertThat(tab.whyNotInstallable()).isEmpty();
        assertThat(kept()).contains(bill).doesNotContain("_csrf", "<form");
        assertThat(tab.text("caches.open('kept').then(kept => kept.keys()).then(keys => '' + keys.length)"))
                .as("home, twelve bills, payments, which and whose")
                .isEqualTo("16");
        wire.cut();
        go("/home");
        wire.mend();
        tab.follow("main a[href='/pay/" + account + "']");
        tab.follow("main form button");
        tab.follow("button[value=before]");
        assertThat(tab.path()).startsWith("/paid/");
    }

    @Test
    void signingOutErases() {
        signInAndKeep(reached(3));
        tab.follow("form[action='/logout'] button");
        assertThat(tab.path()).isEqualTo("/login");
        assertThat(kept()).isEmpty();
        wire.cut();
        go("/home");
        assertThat(heading()).isEqualTo("لا اتصال بالشبكة");
    }

    @Test
    void signingOutErasesWithoutANetworkTooAndSoDoesTheButton() {
        signInAndKeep(reached(4));
        wire.cut();
        tab.follow("form[action='/logout'] button");
        assertThat(kept()).isEmpty();
        wire.mend();
        go("/home");
        awaitKept();
        wire.cut();
        go("/home");
        tab.follow("[data-erase]");
        assertThat(kept()).as("by the button").isEmpty();
        assertThat(heading()).isEqualTo("لا اتصال بالشبكة");
    }

    /// The first has gone without signing out, and their sign-in has ended.
    @Test
    void whoSignsInNextFindsNothingOfTheOneBefore() {
        String theirs = signInAndKeep(reached(6));
        tab.forgetCookies();
        go("/home");
        assertThat(tab.path()).isEqualTo("/login");
        assertThat(kept()).as("a sign-in that has ended").contains(theirs);
        String own = signInAndKeep(reached(7));
        assertThat(kept()).contains(own).doesNotContain(theirs);
        wire.cut();
        go("/bills/" + theirs);
        assertThat(heading()).isEqualTo("لا اتصال بالشبكة");
    }
}
