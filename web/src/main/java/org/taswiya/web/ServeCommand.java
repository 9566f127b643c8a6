package org.taswiya.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.ListenOption;
import org.taswiya.cli.command.UntilStopped;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.cli.message.PushOptions;
import org.taswiya.cli.online.KeyFile;
import org.taswiya.cli.staff.SearchIndexing;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.desk.Rebilling;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.webhook.WebhookSender;
import org.taswiya.server.http.Listening;
import org.taswiya.server.sandbox.SandboxProvider;
import org.taswiya.store.CustomerWall;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.web.AgencyTerms.Cards;
import org.taswiya.web.first.DemoClock;
import org.taswiya.web.first.DemoPeople;
import org.taswiya.web.first.DemoSandbox;
import org.taswiya.web.first.FirstStaff;
import org.taswiya.web.watch.MetricsDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya serve`: the online agency.
@Command(
        name = "serve",
        description = {
            "Serves the online agency until it is stopped: customers sign in with the reference of their account and a"
                    + " code that is sent to them, and see what is due, their bills and how each came about.",
            "",
            "TLS is for a proxy in front. With the home's own database no other command can work on the home meanwhile;"
                    + " name a PostgreSQL server with --database to have both.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It was stopped; 143 where SIGTERM has stopped it.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya serve --demo",
            "  ./taswiya serve --mailbox mailbox --from agency@example.org",
            "  ./taswiya serve --key-file sandbox.key",
            "  ./taswiya serve --metrics-port 9464 --log-json",
            "  ./taswiya serve --host 0.0.0.0 --port 8080 \\",
            "      --database postgresql://db/taswiya"
        })
final class ServeCommand implements Callable<Integer> {
    /// Connections for as many threads; some need two, and the home's own server has fifty.
    private static final int CONNECTIONS = 20;

    /// How long something is to be heard of a payment.
    private static final Duration HEARD_WITHIN = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private ListenOption listen = new ListenOption(8080);

    @Mixin
    private BeginOptions begin;

    @Mixin
    private WatchOptions watch;

    /// Read before all others (`Settings`).
    @SuppressWarnings("UnusedVariable") // here for the parser and the help
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A file of settings, each named as an option here without its hyphens (port: 8080). The"
                    + " environment (TASWIYA_PORT) wins over it, an option over both. Default: TASWIYA_SETTINGS.")
    private @Nullable Path settings;

    @Mixin
    private MailOptions mail;

    @Mixin
    private PushOptions push;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "Customers pay by card at the sandbox (docs/online.md); the key that it shares with us is in"
                    + " the first line of this file. Default: nobody pays by card here.")
    private @Nullable Path keyFile;

    @Option(
            names = "--sandbox",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8091",
            description = "Where the sandbox is. Default: ${DEFAULT-VALUE}.")
    private URI sandbox = URI.create("");

    @Option(
            names = "--self",
            paramLabel = "URL",
            description = "How customers and the provider reach these pages; https where a proxy in front speaks TLS:"
                    + " then browsers are told to use nothing else, and the proxy is believed who asks"
                    + " (X-Forwarded-For). Default: the address listened on.")
    private @Nullable URI self;

    @Mixin
    private StaffKeyOption staffKey;

    @Mixin
    private WebhookOptions webhooks;

    @Mixin
    private DoorOptions door;

    @Override
    public Integer call() throws IOException, InterruptedException {
        watch.setUpLog();
        faults().stream().findFirst().ifPresent(fault -> {
            throw wrong(fault);
        });
        Listening.requireFree(listen.address(), listen.port());
        begin.begin(home.home(), home.server().isPresent(), listen.address(), utility.folder());
        if (begin.isDemo()) {
            mail.orInto(home.home().mailbox());
        }
        TariffLibrary library = utility.faultlessLibrary();
        try (UntilStopped stopped = new UntilStopped();
                Database database = stopped.keeping(home.open())) {
            database.limitConnections(CONNECTIONS);
            BooksInForce books = new BooksInForce(database, library);
            Clock world = Clock.system(ZoneId.systemDefault());
            Clock clock = begin.isDemo() ? DemoClock.of(database, home.home().folder(), world) : world;
            AtomicBoolean isLost = new AtomicBoolean();
            database.whenItEnds(() -> {
                isLost.set(true);
                stopped.stop();
            });
            serve(site(database, books, clock, world), books, stopped);
            if (isLost.get()) {
                throw new DatabaseException(
                        Fault.FAILED,
                        "The database of the home ended while pages were served. What was committed is safe; start it"
                                + " again.",
                        null);
            }
        }
        return ExitCode.GOOD;
    }

    private Site site(Database database, BooksInForce books, Clock clock, Clock world) throws IOException {
        return new Site(
                database,
                utility.profile(),
                books,
                utility.currency(database).code(),
                clock,
                world,
                new SecureRandom(),
                utility.alarmLimits(),
                utility.adjustments(),
                utility.paymentLimits(),
                staffKey.key());
    }

    private void serve(Site site, BooksInForce books, UntilStopped stopped) throws IOException, InterruptedException {
        Database database = site.database();
        Clock clock = site.clock();
        PrintWriter out = spec.commandLine().getOut();
        try (Gateway gateway = mail.gateway();
                Gateway pushing = push.isPush() ? push.gateway() : null;
                BesideThread _ = gateway == null ? null : Sending.start(database, maker(site), gateway, clock);
                BesideThread _ = pushing == null ? null : Sending.start(database, maker(site), pushing, clock);
                WebhookSender calling = webhooks.sender(site);
                BesideThread _ = Sending.start(calling);
                BesideThread _ = PagesAhead.start(site);
                DemoSandbox demo = begin.isDemo() && keyFile == null
                        ? DemoSandbox.open(home.home().folder(), site.currency(), clock)
                        : null;
                PageServer server = PageServer.start(
                        site,
                        terms(books, demo),
                        door.terms(self),
                        listen.address(),
                        listen.port(),
                        watch.stopTerms());
                MetricsDoor _ = watch.openMetrics(server, out)) {
            say(site, server, out);
            stopped.await();
            stop(server);
        }
    }

    /// Where the pages are, and what whoever started them should know.
    private void say(Site site, PageServer server, PrintWriter out) throws IOException {
        if (site.database().wall() instanceof CustomerWall.State.Down(var because)) {
            out.println("without the second wall (docs/threats.md): " + because);
        }
        staffKey.say(site.database(), out);
        out.println("serving " + listen.url(server.port()) + "/ for " + utility.name());
        out.flush();
        PrintedBill.prepare(); // beside: whoever asks for the first paper need not wait for its letters
        invite(site, self == null ? listen.url(server.port()) : self.toString(), out);
        out.flush();
    }

    /// What of the settings is wrong, as those find it who use them. Nothing is opened or begun for that.
    private List<String> faults() {
        SettingFaults faults = new SettingFaults();
        faults.of(listen::port);
        faults.of(() -> watch.requireSound(listen));
        faults.of(mail::requireSound);
        faults.of(push::requireSound);
        faults.of(staffKey::key);
        faults.of(() -> door.terms(self));
        Path key = keyFile;
        if (key != null) {
            faults.ofFile("--key-file", () -> KeyFile.read(key));
        }
        faults.of(() -> requireSite("--self", self));
        faults.of(() -> requireSite("--sandbox", sandbox));
        return faults.found();
    }

    /// The same, and what is wrong with what the utility has decided, which is read anyway when pages are served.
    List<String> allFaults() {
        SettingFaults faults = new SettingFaults();
        faults.of(utility::faultlessLibrary);
        faults.of(utility::profile);
        faults.of(utility::policies);
        faults.of(utility::adjustments);
        faults.of(utility::readingChecks);
        faults.of(utility::paymentLimits);
        faults.of(utility::arrangementsIfAny);
        faults.of(utility::workingDays);
        faults.of(utility::requestsIfAny);
        if (keyFile != null) {
            faults.of(() -> utility.collector(SandboxProvider.NAME));
        }
        List<String> all = new ArrayList<>(faults());
        faults.found().stream().limit(1).forEach(all::add); // of a utility that is not there all is missing
        return all;
    }

    private void requireSite(String option, @Nullable URI given) {
        if (given == null) {
            return;
        }
        boolean isSite = ("http".equals(given.getScheme()) || "https".equals(given.getScheme()))
                && given.getHost() != null
                && given.getUserInfo() == null
                && given.getRawPath().isEmpty()
                && given.getRawQuery() == null
                && given.getRawFragment() == null;
        if (!isSite) {
            throw wrong(option + " is " + given + "; expected http or https and a host, with nothing behind it, as"
                    + " https://agency.example");
        }
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }

    /// Who can sign in where nobody of the staff could so far.
    private void invite(Site site, String base, PrintWriter out) throws IOException {
        Instant now = Instant.now(site.clock());
        if (begin.isDemo()) {
            Path kept = DemoPeople.file(home.home().folder());
            DemoPeople.make(site.database(), site.staffKey(), base, String.valueOf(mail.mailbox()), kept, now)
                    .forEach(out::println);
            return;
        }
        SearchIndexing.make(site.database(), spec.commandLine().getErr());
        FirstStaff.link(site.database(), base, now)
                .ifPresent(link -> out.println("nobody of the staff can sign in yet; admin does by this link, once,"
                        + " within 48 hours:\n  " + link));
    }

    private void stop(PageServer server) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("taswiya: stopping; what has been asked is answered");
        err.flush();
        int cutOff = server.stop();
        err.println(
                cutOff == 0
                        ? "taswiya: stopped, nothing was left unanswered"
                        : "taswiya: stopped, " + cutOff + " requests that took too long were cut off");
        err.flush();
    }

    /// The provider has to be among the collectors of the utility, whose fees and remittances are its own too.
    private AgencyTerms terms(BooksInForce books, @Nullable DemoSandbox demo) throws IOException {
        Path key = demo == null ? keyFile : demo.keyFile();
        URI at = demo == null ? sandbox : demo.at();
        Cards cards = null;
        if (key != null) {
            utility.collector(SandboxProvider.NAME);
            cards = new Cards(new SandboxProvider(at, utility.name(), KeyFile.read(key)), at, self, HEARD_WITHIN);
        }
        PolicyReading.Read policies = utility.policies();
        Rebilling rebilling = new Rebilling(policies.policy(), policies.checks(), books);
        String pushKey = push.isPush() ? push.publicKey() : null;
        boolean isBehindTls = self != null && "https".equals(self.getScheme());
        return new AgencyTerms(
                cards,
                utility.arrangementsIfAny(),
                utility.workingDays(),
                pushKey,
                rebilling,
                utility.requestsIfAny(),
                webhooks.reach(),
                isBehindTls);
    }

    private MessageMaker maker(Site site) {
        return new MessageMaker(
                site.database(),
                site.rules(),
                site.profile(),
                form -> PaperOptions.terms(site.library(), site.profile(), form),
                site.currency(),
                new BillLink("", false));
    }
}
