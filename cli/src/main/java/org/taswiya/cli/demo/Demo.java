package org.taswiya.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.document.DocumentCheck;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.cli.terminal.Look;
import org.taswiya.cli.terminal.StopNotice;
import org.taswiya.cli.terminal.Terminal;
import org.taswiya.core.ledger.TrialBalance;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.DocumentFolder;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.Home;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.server.EmbeddedServer;

/// The demo from the empty home to the last screen.
public final class Demo {
    private static final String MAKER = "demo";
    private static final String STOPPED = "the demo was stopped before its end; it starts anew next time";

    private final Order order;
    private final PrintWriter out;
    private final Progress progress;
    private final Look look;

    /// What is to be played, and with what.
    ///
    /// @param accounts how many customers, or of a file how many meters at most
    /// @param histories a file of real consumption; null for synthetic customers
    /// @param service `electricity` or `water`, what the file is about; null to see it from its path
    /// @param policies and checks of the utility, as `bill` reads them: so that a demo that was cut off can be gone on
    ///     with as any other run
    /// @param year by what rules a year of money is played too; null for none
    /// @param check what is wrong with a bill document, nothing when recomputing it gives the same
    public record Order(
            int accounts,
            long seed,
            @Nullable Path histories,
            @Nullable String service,
            Home home,
            TariffLibrary library,
            PolicyReading.Read policies,
            UtilityProfile utility,
            boolean noColor,
            MoneyYear.@Nullable Rules year,
            DocumentCheck check) {}

    /// Recomputes a bill document.
    public interface DocumentCheck {
        /// What differs, in words; nothing when all is equal.
        List<String> faults(Path document);
    }

    /// Fewer accounts than this leave some kinds of customers out.
    public static final int ACCOUNTS_LEAST = Casablanca.ACCOUNTS_LEAST;

    /// More have no room in the references.
    public static final int ACCOUNTS_MOST = Casablanca.ACCOUNTS_MOST;

    private Demo(Order order, PrintWriter out, PrintStream err) {
        this.order = order;
        this.out = out;
        this.look = Terminal.look(Terminal.isOutput(), order.noColor());
        this.progress = new Progress(
                err, Terminal.isError(), Terminal.look(Terminal.isError(), order.noColor()), System::nanoTime);
    }

    /// Plays it.
    ///
    /// @return whether everything that was checked holds
    /// @throws IOException when the file of histories or the home fails
    public static boolean play(Order order, PrintWriter out, PrintStream err) throws IOException {
        try (StopNotice notice = StopNotice.on(new PrintWriter(err, true, StandardCharsets.UTF_8), STOPPED)) {
            return new Demo(order, out, err).play(notice);
        }
    }

    /// Whoever stops the demo stops its database too; what fails after that is no news.
    private boolean play(StopNotice notice) throws IOException {
        try {
            return play();
        } catch (DatabaseException e) {
            if (notice.isGiven()) {
                return false;
            }
            throw e;
        }
    }

    private boolean play() throws IOException {
        Story story = story();
        Map<String, Tariff> tariffs = new TreeMap<>();
        story.tariffs().forEach(id -> tariffs.put(id, tariff(id)));
        Home home = order.home();
        if (home.exists()) {
            EmbeddedServer.free(home);
        }
        home.begin(MAKER);
        DocumentFolder folder = new DocumentFolder(home.documents(), order.library()::whyPlaceholder);
        SettlementDocuments documents = new SettlementDocuments(folder, order.library());
        try (Database database = open(home)) {
            RoundBilling billing = new RoundBilling(story, database, order.policies(), tariffs);
            Payers payers = new Payers(database, story, tariffs);
            MoneyYear.Rules rules = order.year();
            MoneyYear year = rules == null ? null : new MoneyYear(database, tariffs, order.policies(), rules, payers);
            StoryTeller teller = new StoryTeller(story, database, billing, payers, year, documents, progress);
            teller.tell();
            List<ToldCustomers.Told> told = teller.told().chosen();
            documents.writeGap(told);
            Checks checks = check(database, documents);
            home.finish(MAKER);
            progress.end();
            Currency currency = new Currency(tariffs.values().iterator().next().currency());
            new Screen(look, currency)
                    .lines(
                            new Screen.Headline(story.title(), story.aside(), story.gapWords(), story.notes()),
                            teller.counts(),
                            teller.figures(),
                            checks)
                    .forEach(out::println);
            ToldPapers papers = new ToldPapers(home.papers(), order.library(), order.utility());
            papers.write(told, database);
            ToldMessages messages = new ToldMessages(home.mailbox(), order.library(), order.utility(), currency.code());
            messages.send(told, database);
            new Ending(look, currency, home, documents, papers, messages)
                    .lines(told)
                    .forEach(out::println);
            boolean isGood = year == null || tell(year, database, currency);
            out.flush();
            return isGood && checks.isGood() && teller.figures().laws().broken().isEmpty();
        }
    }

    /// @return whether the books of the year are as they say
    private boolean tell(MoneyYear year, Database database, Currency currency) {
        MoneyScreen screen = new MoneyScreen(look, currency, year, database);
        screen.lines().forEach(out::println);
        return screen.isGood();
    }

    private Database open(Home home) {
        try (Progress.Stage stage = progress.stage("database", "PostgreSQL of the home", 1)) {
            Database database = Database.openEmbedded(home, 0);
            stage.add(1);
            return database;
        }
    }

    private Story story() throws IOException {
        Path histories = order.histories();
        if (histories == null) {
            return Story.casablanca(order.accounts(), order.seed());
        }
        String named = order.service();
        Service service = named == null ? HistoryTown.serviceOf(histories) : Service.ofCode(named);
        return new HistoryTown(histories, service, order.accounts(), order.seed()).story(pricedFrom(service));
    }

    /// The first day from which both classes of customers have prices.
    private LocalDate pricedFrom(Service service) {
        return List.of("household", "professional").stream()
                .map(customerClass -> tariff("casablanca/" + service.code() + "-" + customerClass)
                        .versions()
                        .getFirst()
                        .from())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Tariff tariff(String id) {
        return order.library()
                .tariff(id)
                .orElseThrow(() -> new IllegalStateException(
                        "price book " + id + " is missing or has faults; ./taswiya tariff check says which"));
    }

    private Checks check(Database database, SettlementDocuments documents) {
        long[] entries = new long[1];
        TrialBalance balance;
        try (Progress.Stage stage = progress.stage("ledger", "entries", 0)) {
            Ledger.each(database, _ -> {
                entries[0]++;
                stage.add(1);
            });
            balance = Ledger.balance(database);
        }
        List<Path> files = documents.files();
        try (Progress.Stage stage = progress.stage("verifying", "documents", files.size())) {
            List<String> differing = documents.differing(order.check(), stage::add);
            return new Checks(entries[0], balance.sum(), files.size(), differing);
        }
    }
}
