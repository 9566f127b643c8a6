package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Tab;

/// What customers come for, done to its end in a real browser in each language: a meter read, an address confirmed, a
/// part disputed, the rest put into instalments, a departure, and somebody's bill paid by a guest. What each screen
/// says is looked at on a telephone and on a desk; what came of it, in the books.
///
/// `-Dlook.at=FOLDER` puts a picture of every screen there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class JourneysInBrowserTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static BrowsedTown browsed;

    private final Tab tab = browsed.tab();
    private final Sights sights = new Sights();

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

    @AfterEach
    void out() {
        tab.close();
    }

    private void go(String path) {
        browsed.go(tab, path);
    }

    private static String one(String sql, String account) {
        return town.texts(sql.formatted(account)).getFirst();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatCustomersComeForIsDone(Language language) throws IOException {
        BrowsedTown.assumeUsual(language);
        town.browser(); // an hour later: each language has the tries of its own
        List<String> owing = town.owing();
        int turn = List.of(Language.values()).indexOf(language);
        String account = owing.get(turn);
        signIn(account, language);
        readsTheMeter(language);
        confirmsAnAddress(account, language);
        disputesAPart(account, language);
        agreesToInstalments(account, language);
        leaves(account, language);
        String other = owing.get(owing.size() - 1 - turn);
        letsIn(account, other, language);
        tab.forgetCookies();
        accepts(account, other, language);
        tab.forgetCookies();
        paysAsAGuest(other, language);
        assertThat(sights.faults()).isEmpty();
    }

    private void signIn(String account, Language language) {
        go("/login");
        Sights.speak(tab, language);
        browsed.signIn(tab, account);
    }

    private void readsTheMeter(Language language) throws IOException {
        go("/readings");
        tab.follow("main .choices a");
        String agreement = tab.path().replaceAll(".*/", "");
        long shown = Long.parseLong(one(
                "select trunc(r.value)::text from reading r join service_agreement a on a.usage_point = r.usage_point"
                        + " where a.reference = '%s' order by r.at desc, r.revision desc limit 1",
                agreement));
        Path photo = Files.write(folder.resolve("dial.jpg"), OwnRequestsTest.picture("jpeg", 800, 600));
        tab.type("#value", Long.toString(shown + 3));
        tab.choose("#photo", photo);
        tab.follow("main form button");
        assertThat(tab.is("document.querySelector('[role=status].done') !== null"))
                .as(tab.text("document.querySelector('main').innerText"))
                .isTrue();
        assertThat(tab.is("document.querySelector('img.photo').naturalWidth > 0"))
                .isTrue();
        sights.look(tab, language, "read");
        assertThat(one(
                        "select trunc(r.value) || ' ' || r.kind from reading r"
                                + " join service_agreement a on a.usage_point = r.usage_point"
                                + " where a.reference = '%s' order by r.at desc, r.revision desc limit 1",
                        agreement))
                .isEqualTo(shown + 3 + " customer");
    }

    private void confirmsAnAddress(String account, Language language) {
        String address = "new-" + language.code() + "@example.org";
        go("/preferences/" + account + "/address");
        BrowsedTown.tick(tab, "#email");
        tab.type("#address", address);
        tab.follow("main form button");
        sights.look(tab, language, "code");
        tab.type("#code", "12");
        tab.follow("main form[action$=code] button");
        sights.look(tab, language, "wrong code");
        tab.type("#code", one("select code from contact_code where account = '%s' order by id desc limit 1", account));
        tab.follow("main form[action$=code] button");
        assertThat(tab.path()).isEqualTo("/preferences/" + account);
        sights.look(tab, language, "confirmed");
        assertThat(town.texts("select address from contact where account = '" + account + "'"))
                .contains(address);
    }

    private void disputesAPart(String account, Language language) {
        String bill = one(
                "select number from open_item where account = '%s' and kind = 'bill' order by number desc limit 1",
                account);
        go("/disputes/new/" + bill);
        BrowsedTown.tick(tab, "[name=reason]");
        BrowsedTown.tick(tab, "#some");
        tab.type("#part", "10.50");
        tab.type("#words", "We were away");
        tab.follow("main form button");
        assertThat(tab.path()).isEqualTo("/disputes");
        sights.look(tab, language, "disputed");
        assertThat(town.texts("select amount::text from dispute where account = '" + account + "'"))
                .containsExactly("1050");
    }

    private void agreesToInstalments(String account, Language language) {
        go("/instalments/" + account);
        sights.look(tab, language, "instalments");
        boolean isAtOnce = tab.is("document.querySelector('#m3 + label .note') !== null");
        BrowsedTown.tick(tab, "#m3");
        tab.follow("main form[method=get] button");
        sights.look(tab, language, "three instalments");
        tab.follow("main form[method=post] button");
        assertThat(tab.path()).startsWith("/instalments/" + account);
        sights.look(tab, language, "agreed");
        assertThat(town.texts("select 'granted' from arrangement where account = '" + account
                        + "' union all select 'asked' from instalment_request where account = '" + account + "'"))
                .containsExactly(isAtOnce ? "granted" : "asked");
        if (isAtOnce) {
            assertThat(one("""
                    select (sum(i.amount) + (select sum(d.amount) from dispute d where d.account = '%1$s'))::text
                    from arrangement a join instalment i on i.arrangement = a.id where a.account = '%1$s'""", account))
                    .as("with what is disputed it is all that is open")
                    .isEqualTo(one("select sum(open)::text from open_item where account = '%s'", account));
        }
    }

    private void leaves(String account, Language language) {
        go("/move-out/" + account);
        tab.evaluate("document.querySelectorAll('[name=agreement]').forEach(box => box.checked = true)");
        tab.evaluate("document.querySelector('#day').value = document.querySelector('#day').max");
        tab.follow("main form:has(#day) button");
        assertThat(tab.path()).startsWith("/move-out/" + account);
        sights.look(tab, language, "leaves");
        assertThat(tab.is("document.querySelector('[name=stay]') !== null")).isTrue();
    }

    /// A mother lets her son pay.
    private void letsIn(String account, String other, Language language) {
        go("/delegates/" + account);
        tab.type("#reference", other);
        BrowsedTown.tick(tab, "#pay");
        tab.follow("main form button");
        assertThat(tab.path()).isEqualTo("/delegates");
        assertThat(town.texts("select invited from delegate where account = '" + account + "'"))
                .as(language + ", asked")
                .containsExactly(other);
    }

    private void accepts(String account, String other, Language language) {
        signIn(other, language);
        go("/delegates");
        sights.look(tab, language, "invited");
        tab.follow("form[action='/delegates/accept'] button");
        sights.look(tab, language, "accepted");
        go("/pay/" + account);
        assertThat(tab.path()).isEqualTo("/pay/" + account);
        assertThat(tab.is("document.querySelector('main form') !== null"))
                .as(language + ": the account of the other one is theirs to pay")
                .isTrue();
    }

    private void paysAsAGuest(String account, Language language) {
        String bill = one(
                "select number from open_item where account = '%s' and kind = 'bill' order by number limit 1", account);
        go("/guest");
        Sights.speak(tab, language);
        tab.type("#account", account);
        tab.type("#bill", bill);
        tab.follow("main form button");
        sights.look(tab, language, "guest");
        tab.follow("main form[action='/guest/pay'] button");
        assertThat(tab.path()).isEqualTo("/page");
        tab.follow("button[value=before]");
        assertThat(tab.path()).startsWith("/paid/");
        sights.look(tab, language, "paid");
        assertThat(town.texts("select 'open' from open_item where number = '" + bill + "'"))
                .as("paid by a guest")
                .isEmpty();
    }
}
