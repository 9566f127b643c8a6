package org.taswiya.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.server.Town;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.killing.Child;
import org.taswiya.server.online.ProviderRounds;
import org.taswiya.server.online.Takings;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.receivables.LedgerCheck;

/// Customers pay by card while our server is killed again and again: in the end the sandbox's own log and our books are
/// the same, transaction by transaction.
final class OnlineKillTest {
    private static final String KEY = "a key for trials";
    private static final int ACCOUNTS = 6;
    private static final int CUSTOMERS = 6;
    private static final int KILLS = Boolean.getBoolean("taswiya.long") ? 3 : 1;
    private static final int SALES_BETWEEN = 12;
    private static final List<Choice> CHOICES = List.of(Choice.values());

    private final Clock clock = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    private final AtomicInteger sales = new AtomicInteger();
    private final Semaphore sold = new Semaphore(0);
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Child> children = new ArrayList<>();

    @Test
    @EnabledIfSystemProperty(
            named = "taswiya.long",
            matches = "true",
            disabledReason = "the long form runs with -Dtaswiya.long=true: a server killed many times")
    void aKilledServerLosesNoCardPaymentAndBooksNoneTwice(@TempDir Path folder)
            throws IOException, InterruptedException {
        Home home = TestDatabases.home("cards");
        List<String> bills = new ArrayList<>();
        try (Database database = Database.openEmbedded(home, 0)) {
            Town town = new Town(database);
            town.accounts(ACCOUNTS);
            for (int i = 0; i < 20 * ACCOUNTS; i++) {
                bills.add("%010d %s".formatted(1 + i % ACCOUNTS, town.bill(1 + i % ACCOUNTS, "37.35")));
            }
        }
        try (Sandbox sandbox = new Sandbox(folder.resolve("log"), KEY, clock);
                HttpPages theirs = HttpPages.at(InetAddress.getLoopbackAddress(), 0)) {
            theirs.serve(new SandboxPages(sandbox, "MAD"));
            URI address = URI.create("http://127.0.0.1:" + theirs.port());
            children.add(Child.serve(OnlineChild.class, home.folder(), 0, address.toString(), KEY));
            play(bills);
            sandbox.tellAll();
            children.getLast().kill();
            assertThat(children).hasSize(1 + KILLS);
            requireSame(home, address, sandbox);
        }
    }

    private void play(List<String> bills) throws InterruptedException {
        URI server = URI.create("http://127.0.0.1:" + children.getLast().port());
        List<Future<?>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                Random dice = new Random(i);
                Browser browser = new Browser();
                ends.add(threads.submit(() -> {
                    while (sales.get() < SALES_BETWEEN * (KILLS + 1)) {
                        pay(
                                browser,
                                server,
                                bills.get(dice.nextInt(bills.size())).split(" ", -1),
                                dice);
                    }
                    return null;
                }));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                sold.acquire(SALES_BETWEEN); // the customers are at work meanwhile
                strike();
            }
        }
        assertThat(ends).allSatisfy(end -> assertThat(end.state()).isEqualTo(Future.State.SUCCESS));
    }

    /// What has no answer is begun anew, as people do: some pay twice.
    private void pay(Browser browser, URI server, String[] bill, Random dice) throws InterruptedException {
        try {
            HttpResponse<String> sent = browser.pay(server, bill[0], bill[1]);
            if (sent.statusCode() == 303) {
                Choice choice = CHOICES.get(dice.nextInt(CHOICES.size()));
                URI back = browser.choose(Browser.location(sent), choice);
                sales.incrementAndGet();
                sold.release();
                browser.get(back);
            }
        } catch (IOException _) {
            unanswered.incrementAndGet();
            awaitServer();
        }
    }

    private synchronized void strike() {
        children.add(children.getLast().killAndServeAgain());
    }

    /// Whoever had no answer waits here while a server is started.
    private synchronized void awaitServer() {
        assertThat(children).isNotEmpty();
    }

    private void requireSame(Home home, URI address, Sandbox sandbox) throws InterruptedException {
        try (Database database = Database.openEmbedded(home, 0)) {
            SandboxProvider provider = new SandboxProvider(address, "casablanca", KEY);
            ProviderRounds rounds = new ProviderRounds(new Takings(database, "casablanca", provider, clock));
            assertThat(rounds.ask(Duration.ofDays(1)).unanswered()).isZero();
            List<String> log = sandbox.day(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf(',')))
                    .toList();
            assertThat(new Town(database)
                            .texts("select key || ',' || account || ',' || (amount / 100.0)::numeric(12, 2)"
                                    + " from payment where place = 'sandbox'"))
                    .containsExactlyInAnyOrderElementsOf(log);
            assertThat(log).hasSizeGreaterThan(SALES_BETWEEN * KILLS / 2);
            assertThat(unanswered.get())
                    .as("customers met a server that was down")
                    .isPositive();
            assertThat(LedgerCheck.check(database).differences()).isEmpty();
        }
    }
}
