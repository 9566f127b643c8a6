package org.taswiya.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.push.PushKey;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.RunSettings;
import org.taswiya.run.desk.Rebilling;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.sandbox.Sandbox;
import org.taswiya.server.sandbox.SandboxPages;
import org.taswiya.server.sandbox.SandboxProvider;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.Rows;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffAnswer;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.validation.OwnPhotos;
import org.taswiya.web.door.DoorTerms;

/// The demo's town of twenty customers, its pages served, and what the program would know of it.
final class PageTown implements AutoCloseable {
    private static final LocalDate PHOTO_DAY = LocalDate.of(2020, 6, 30);
    static final String PUSH_KEY = PushKey.fresh().publicKey();
    private static final String KEY = "a key for trials";

    private final Rebilling rebilling;
    private final Hours hours = new Hours();
    private final Database database;
    private final Site site;
    private final AgencyTerms terms;
    private final AgencyTerms termsBehindTls;
    private final PageServer server;
    private final Sandbox sandbox;
    private final HttpPages provider;

    private PageTown(Path folder, Database database) throws IOException {
        this.database = database;
        BooksInForce books = new BooksInForce(database, TariffLibrary.of(PlayedTown.UTILITIES));
        Site site = new Site(
                database,
                TownRules.profile(),
                books,
                "MAD",
                hours,
                hours,
                new Random(1),
                TownRules.readingChecks(),
                TownRules.adjustments(),
                TownRules.paymentLimits(),
                StaffKey.parse("0f".repeat(32)).orElseThrow());
        sandbox = new Sandbox(folder.resolve("sandbox.log"), KEY, hours);
        provider = HttpPages.at(InetAddress.getLoopbackAddress(), 0);
        provider.serve(new SandboxPages(sandbox, "MAD"));
        URI at = URI.create("http://127.0.0.1:" + provider.port());
        AgencyTerms.Cards cards =
                new AgencyTerms.Cards(new SandboxProvider(at, "casablanca", KEY), at, null, Duration.ofMinutes(30));
        rebilling = TownRules.rebilling(books);
        terms = TownRules.terms(cards, PUSH_KEY, rebilling, false);
        termsBehindTls = TownRules.terms(cards, PUSH_KEY, rebilling, true);
        this.site = site;
        server = served(TownRules.DOOR);
    }

    /// A clock that stands still until somebody else comes.
    private static final class Hours extends Clock {
        private final AtomicInteger gone = new AtomicInteger();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2020-07-02T10:00:00Z").plus(Duration.ofHours(gone.get()));
        }
    }

    /// On the server that all towns share.
    ///
    /// @param folder for what is no database
    static PageTown play(Path folder) {
        return served(folder, PlayedTown.fresh());
    }

    /// With a server of its own, in a home of its own: for who kills it, or serves it from another program.
    static PageTown playAlone(Path folder) {
        PlayedTown.home(folder);
        return open(folder);
    }

    /// One that was played before.
    static PageTown open(Path folder) {
        return served(folder, Database.openEmbedded(Home.at(folder), 0));
    }

    private static PageTown served(Path folder, Database database) {
        try {
            return new PageTown(Files.createDirectories(folder), database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody else, an hour later.
    Browser browser() {
        hours.gone.incrementAndGet();
        return new Browser(server.port());
    }

    PageServer server() {
        return server;
    }

    int port() {
        return server.port();
    }

    /// What its pages are made from.
    Site site() {
        return site;
    }

    /// By what its bills are made again.
    Rebilling rebilling() {
        return rebilling;
    }

    /// The same town, served behind a proxy that speaks TLS.
    PageServer behindTls() {
        return PageServer.start(
                site, termsBehindTls, TownRules.DOOR, InetAddress.getLoopbackAddress(), 0, StopTerms.USUAL);
    }

    /// The same town, with other ways in.
    PageServer served(DoorTerms door) {
        return PageServer.start(site, terms, door, InetAddress.getLoopbackAddress(), 0, StopTerms.USUAL);
    }

    Database database() {
        return database;
    }

    Instant now() {
        return hours.instant();
    }

    List<String> routes() {
        return server.routes();
    }

    private Change why() {
        return new Change(hours.instant(), "test", "for trials");
    }

    /// Adds somebody who has a ticket and nothing else.
    void hire(String name, StaffRole role, String ticket) {
        if (!(Staff.add(database, name, role, ticket, why()) instanceof StaffAnswer.Done)) {
            throw new IllegalStateException("not added: " + name);
        }
    }

    void disable(String name) {
        Staff.disable(database, name, why());
    }

    void reset(String name, String ticket) {
        Staff.reset(database, name, ticket, why());
    }

    /// Somebody of the staff with a password, chosen as people do, and signed in.
    StaffBrowser staff(String name, StaffRole role) {
        hire(name, role, "TICKET-OF-" + name);
        StaffBrowser staff = StaffBrowser.welcomed(this, name, "TICKET-OF-" + name);
        staff.signIn();
        return staff;
    }

    /// Who of the staff did something, and to which account, as the trail has it.
    List<String> acted(String place) {
        return texts("select concat_ws(' ', staff, account) from staff_event where kind = 'acted' and place = '" + place
                + "' order by id");
    }

    /// By the clock of its pages.
    LocalDate today() {
        return LocalDate.now(hours);
    }

    /// Accounts that an e-mail or a text message reaches, in the order of their references.
    List<String> reached() {
        return texts("""
                select distinct c.account from contact c where c.channel in ('email', 'sms') order by 1""");
    }

    /// Has every account reached by e-mail from now on.
    void reachEverybody() {
        LocalDate today = LocalDate.now(hours);
        for (String account : unreached()) {
            Contacts.set(
                    database,
                    account,
                    new ChannelLadder(List.of(new Contact(Channel.EMAIL, "a" + account + "@example.org"))),
                    null,
                    today,
                    new Change(hours.instant(), "test", "everybody is reached"),
                    false);
        }
    }

    /// Those that nothing reaches by which a code could go.
    List<String> unreached() {
        return texts("""
                select reference from customer_account where reference not in (
                    select account from contact where channel in ('email', 'sms')) order by 1""");
    }

    /// Accounts that owe something, whether a code reaches them or not.
    List<String> owing() {
        return texts("select account from open_item group by account having sum(open) > 10000 order by 1");
    }

    /// The same, of more than one bill and nothing else.
    List<String> owingTwo() {
        return texts("""
                select account from open_item group by account
                having count(*) > 1 and bool_and(kind = 'bill') and sum(open) > 10000 order by 1""");
    }

    /// Signs in with the code that an account is sent; one that nothing reaches is given an address before.
    Browser signedIn(String account) {
        Browser browser = browser();
        signInTo(browser, account);
        return browser;
    }

    /// @return the page that the sign-in leads to
    HttpResponse<String> signInTo(Browser browser, String account) {
        if (!reached().contains(account)) {
            Contact mail = new Contact(Channel.EMAIL, "a" + account + "@example.org");
            Contacts.set(
                    database,
                    account,
                    new ChannelLadder(List.of(mail)),
                    null,
                    LocalDate.of(2020, 1, 1),
                    new Change(hours.instant(), "amina", "for trials"),
                    false);
        }
        browser.get("/login");
        int before = codesSent();
        browser.post("/login", "account", account);
        awaitCode(before);
        return browser.post("/login/code", "code", code(account));
    }

    /// It is sent beside the answer, which comes at once.
    void awaitCode(int before) {
        try {
            for (int i = 0; codesSent() == before && i < 100; i++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Bills off the cycle all that people asked for.
    ///
    /// @param to the first day that is not billed
    /// @param on the day on which bills are made
    void billAsked(LocalDate to, LocalDate on) {
        RunSettings settings = new RunSettings(
                new Cycle(to, on, null, true),
                rebilling.policy(),
                rebilling.checks(),
                site.library()::tariff,
                100,
                new Change(now(), "test", "off the cycle"));
        BillingRun.execute(database, settings, new BillingListener() {});
    }

    /// What staff did to an account, oldest first: who and what, a number within it as `N`.
    List<String> acts(String account) {
        return texts("select staff || ' ' || regexp_replace(place, '[0-9]+', 'N') from staff_event"
                + " where account = '" + account + "' and kind = 'acted' order by id");
    }

    /// The numbers of an account's bills, the oldest first.
    List<String> bills(String account) {
        return texts("select serial::text from bill where account = '" + account + "' order by bill.serial");
    }

    /// Of the last payment of an account.
    String receiptOf(String account) {
        return new ReceiptNumber(
                        Long.parseLong(texts("select max(serial)::text from payment where account = '" + account + "'")
                                .getFirst()))
                .toString();
    }

    /// The code that was sent to an account last.
    String code(String account) {
        return texts("select code from sign_in_code where account = '" + account + "' order by id desc limit 1")
                .getFirst();
    }

    int codesSent() {
        return Integer.parseInt(texts("select count(*)::text from sign_in_code").getFirst());
    }

    /// The card provider, for who goes on without its answers.
    HttpPages provider() {
        return provider;
    }

    /// A photo with an own reading of the first service of an account, on the last day of which a bill tells.
    void keepPhoto(String account) {
        String point = texts("select usage_point from service_agreement where account = '%s' order by reference"
                        .formatted(account))
                .getFirst();
        OwnPhotos.keep(database, point, PHOTO_DAY, new byte[] {1}, why());
    }

    /// Agreement and day of it.
    static String photoOf(String account, PageTown town) {
        return town.texts("select reference from service_agreement where account = '%s' order by reference"
                                .formatted(account))
                        .getFirst()
                + "/" + PHOTO_DAY;
    }

    /// So much time goes by, and nobody does anything.
    void pass(Duration time) {
        hours.gone.addAndGet((int) time.toHours());
    }

    /// The first column of what a query finds.
    List<String> texts(String sql) {
        return texts(database, sql);
    }

    /// The same, as whoever asks may see it.
    List<String> texts(Database seen, String sql) {
        try (Connection connection = seen.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            provider.close();
            sandbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.close();
        database.close();
    }
}
