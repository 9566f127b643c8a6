package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Change;
import org.taswiya.store.access.AwaitedPages;
import org.taswiya.store.access.AwaitedPages.Awaited;
import org.taswiya.store.access.MadePage;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.web.agency.PageMaker;

/// A page of a bill is made once, and shown as it was made for as long as nothing of it has changed.
final class MadePageTest {
    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    @BeforeEach
    void noneIsMade() throws SQLException {
        execute("delete from made_page");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = town.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String account(int which) {
        return town.reached().get(which);
    }

    private static BillNumber lastBill(String account) {
        return new BillNumber(Long.parseLong(town.bills(account).getLast()));
    }

    private static String page(Browser browser, BillNumber number) {
        return browser.get("/bills/" + number).body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static List<String> made(String column) {
        return town.texts("select " + column + "::text from made_page order by bill, language");
    }

    @Test
    void theSecondLookIsTheFirstAgain() {
        String account = account(0);
        Browser browser = town.signedIn(account);
        String first = page(browser, lastBill(account));
        assertThat(made("language")).containsExactly("ar");
        assertThat(page(browser, lastBill(account))).isEqualTo(first);
    }

    @Test
    void whatWasMadeIsShownAndNotMadeAgain() throws SQLException {
        String account = account(0);
        Browser browser = town.signedIn(account);
        page(browser, lastBill(account));
        execute("update made_page set title = 'as it was made'");
        assertThat(page(browser, lastBill(account))).contains("<h1>as it was made</h1>");
    }

    /// As readings are of before they came, on which an estimate may rest.
    @Test
    void whatABillRestsOnMayBeHiddenFromWhoeverLooks() throws SQLException {
        String account = account(0);
        Browser browser = town.signedIn(account);
        BillNumber bill = lastBill(account);
        execute("create policy hidden on reading as restrictive for select to taswiya_customer using (false)");
        try {
            assertThat(browser.get("/bills/" + bill).statusCode()).isEqualTo(200);
            assertThat(made("language")).containsExactly("ar");
            assertThat(browser.get("/bills/" + bill + ".pdf").statusCode()).isEqualTo(200);
            assertThat(browser.get("/use").body()).contains("<table");
        } finally {
            execute("drop policy hidden on reading");
        }
    }

    @Test
    void eachLanguageHasItsOwn() {
        String account = account(0);
        Browser browser = town.signedIn(account);
        page(browser, lastBill(account));
        browser.post("/language", "to", "fr");
        assertThat(page(browser, lastBill(account))).contains("lang=\"fr\"", "Facture");
        assertThat(made("language")).containsExactly("ar", "fr");
    }

    @Test
    void anotherProgramMakesItAgain() throws SQLException {
        String account = account(0);
        Browser browser = town.signedIn(account);
        page(browser, lastBill(account));
        execute("update made_page set title = 'of before', edition = decode(repeat('00', 32), 'hex')");
        assertThat(page(browser, lastBill(account))).doesNotContain("of before");
        assertThat(made("title")).hasSize(1).doesNotContain("of before");
    }

    @Test
    void whatIsOpenIsAskedEachTime() throws SQLException {
        String account = town.owing().getFirst();
        BillNumber bill = new BillNumber(Long.parseLong(town.texts("select substr(number, 1, 10) from open_item where"
                        + " kind = 'bill' and open > 0 and account = '" + account + "' order by number desc limit 1")
                .getFirst()));
        Browser browser = town.signedIn(account);
        assertThat(page(browser, bill)).contains("/pay/" + account);
        execute("update made_page set body = body"); // it is there
        assertThat(made("account")).containsExactly(account);
        assertThat(page(browser, bill)).contains("/pay/" + account);
    }

    /// The bill that it was laid beside is taken back: what it was laid beside is no bill any more.
    @Test
    void aBillBesideItIsTakenBack() {
        String account = account(1);
        BillNumber bill = lastBill(account);
        Browser browser = town.signedIn(account);
        String before = page(browser, bill);
        assertThat(before).contains("id=\"why\"");
        String beside = town.texts("select c.serial::text from made_page m, unnest(m.beside) c(serial)"
                        + " where c.serial <> m.bill order by c.serial desc limit 1")
                .getFirst();
        Cancellations.cancel(
                town.database(),
                new BillNumber(Long.parseLong(beside)),
                LocalDate.ofInstant(town.now(), ZoneOffset.UTC),
                new Change(town.now(), "test", "for trials"));
        assertThat(page(browser, bill)).isNotEqualTo(before);
        assertThat(made("beside::text"))
                .hasSize(1)
                .noneMatch(of -> List.of(of.replaceAll("[{}]", "").split(",")).contains(beside));
    }

    @Test
    void aBillThatIsTakenBackIsLaidBesideNone() {
        String account = account(2);
        BillNumber bill = lastBill(account);
        Browser browser = town.signedIn(account);
        assertThat(page(browser, bill)).contains("id=\"why\"");
        Cancellations.cancel(
                town.database(),
                bill,
                LocalDate.ofInstant(town.now(), ZoneOffset.UTC),
                new Change(town.now(), "test", "for trials"));
        assertThat(page(browser, bill)).contains("class=\"fault\"").doesNotContain("id=\"why\"");
    }

    @Test
    void nobodySeesAnothers() {
        String account = account(0);
        String other = account(1);
        page(town.signedIn(other), lastBill(other));
        assertThat(town.signedIn(account).get("/bills/" + lastBill(other)).statusCode())
                .isEqualTo(404);
        assertThat(town.texts(town.database().seenBy(List.of(account)), "select title from made_page"))
                .isEmpty();
    }

    /// A full disk keeps nobody from reading.
    @Test
    void whatCannotBeKeptIsShown() throws SQLException {
        execute("create function full_disk() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no space left' using errcode = '53100'; end $$");
        execute("create trigger full_disk before insert on made_page for each row execute function full_disk()");
        try {
            String account = account(0);
            assertThat(page(town.signedIn(account), lastBill(account))).contains("<h1>");
            assertThat(made("title")).isEmpty();
        } finally {
            execute("drop function full_disk cascade");
        }
    }

    @Test
    void whatIsMadeAheadIsWhatWouldBeShown() {
        String account = account(0);
        PageMaker maker = new PageMaker(town.site());
        List<Awaited> awaited = AwaitedPages.after(town.database(), 0, 1_000, maker.edition());
        assertThat(awaited).extracting(Awaited::number).contains(lastBill(account));
        assertThat(maker.make(awaited)).isEqualTo(awaited.size());
        assertThat(AwaitedPages.after(town.database(), 0, 1_000, maker.edition()))
                .isEmpty();
        for (int i = 0; i < awaited.size(); i += 5) { // each is made once more, one by one
            Awaited one = awaited.get(i);
            MadePage ahead = kept(one, maker);
            MadePage asked = maker.make(one.number(), one.language()).orElseThrow();
            assertThat(ahead.body()).as(one.toString()).isEqualTo(asked.body());
            assertThat(ahead.opening()).isEqualTo(asked.opening());
            assertThat(ahead.beside()).isEqualTo(asked.beside());
        }
    }

    private static MadePage kept(Awaited one, PageMaker maker) {
        Language language = one.language();
        String account = town.texts("select account from bill where serial = "
                        + one.number().serial())
                .getFirst();
        return MadePage.of(town.database(), List.of(account), one.number(), language, maker.edition())
                .flatMap(found -> Optional.ofNullable(found.page()))
                .orElseThrow();
    }

    @Test
    void nothingIsAheadOfALaterDay() {
        assertThat(AwaitedPages.before(town.database(), LocalDate.of(1900, 1, 1)))
                .isZero();
        assertThat(AwaitedPages.before(town.database(), LocalDate.of(9000, 1, 1)))
                .isEqualTo(AwaitedPages.billed(town.database()).last());
    }
}
