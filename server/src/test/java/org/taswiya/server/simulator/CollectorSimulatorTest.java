package org.taswiya.server.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.server.Town;
import org.taswiya.server.collect.CollectDoor;
import org.taswiya.server.http.HttpDoor;
import org.taswiya.server.killing.Child;
import org.taswiya.server.simulator.CollectorSimulator.Terms;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.collector.CollectorKeys;
import org.taswiya.store.collector.CollectorSecret;
import org.taswiya.store.receivables.LedgerCheck;

/// A collector on a bad line, and on a line whose other end is killed: at the end its own log and our books are the
/// same, transaction by transaction.
final class CollectorSimulatorTest {
    private static final int ACCOUNTS = 6;
    private static final int KILLS = 3;
    private static final int ROUNDS_BETWEEN = 40;

    private static List<String> fill(Database database) {
        Town town = new Town(database);
        List<String> accounts = town.accounts(ACCOUNTS);
        for (int i = 0; i < 10 * ACCOUNTS; i++) {
            town.bill(1 + i % ACCOUNTS, i % 2 == 0 ? "120.00" : "37.35");
        }
        return accounts;
    }

    private static Terms terms(List<String> accounts, boolean isInPart) {
        return new Terms("casablanca", "S", accounts, 8, 0, isInPart, true, Duration.ZERO, 5, Clock.systemUTC());
    }

    private static BooleanSupplier after(int rounds) {
        AtomicInteger left = new AtomicInteger(rounds);
        return () -> left.decrementAndGet() < 0;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"wafacash", "m-post"})
    void onABadLineTheLogAndTheBooksAreTheSame(String collector) throws IOException, InterruptedException {
        Database database = Town.fresh();
        List<String> accounts = fill(database);
        CollectorSecret secret = CollectorSecret.ofOrNew(Town.home("line"));
        CollectorKeys.NewKey key = CollectorKeys.add(database, collector, secret, Town.WHY);
        try (CollectDoor door = new CollectDoor(
                        database, "casablanca", Town.collectors(), secret, _ -> Optional.empty(), Clock.systemUTC());
                HttpDoor http = HttpDoor.open(door, InetAddress.getLoopbackAddress(), 0)) {
            Simulated simulated =
                    new CollectorSimulator(client(http.port(), key), terms(accounts, false)).play(after(120));
            requireSame(database, collector, simulated);
            assertThat(simulated.paid()).isGreaterThan(5);
        }
    }

    @Test
    void aKilledServerLosesNothingAndTakesNothingTwice() throws IOException, InterruptedException {
        Home home = TestDatabases.home("killed");
        List<String> accounts;
        CollectorKeys.NewKey key;
        try (Database database = Database.openEmbedded(home, 0)) {
            accounts = fill(database);
            key = CollectorKeys.add(database, "bank-app", CollectorSecret.ofOrNew(home), Town.WHY);
        }
        Child first = Child.serve(ServerChild.class, home.folder(), 0);
        List<Child> children = Collections.synchronizedList(new ArrayList<>(List.of(first)));
        AtomicInteger round = new AtomicInteger();
        Simulated simulated = new CollectorSimulator(client(first.port(), key), terms(accounts, true)).play(() -> {
            int now = round.incrementAndGet();
            if (now % ROUNDS_BETWEEN == 0 && now / ROUNDS_BETWEEN <= KILLS) {
                // The other customers are at work meanwhile.
                children.add(children.getLast().killAndServeAgain());
            }
            return now > ROUNDS_BETWEEN * (KILLS + 1);
        });
        children.getLast().kill();
        assertThat(children).hasSize(1 + KILLS);
        try (Database database = Database.openEmbedded(home, 0)) {
            requireSame(database, "bank-app", simulated);
        }
        assertThat(simulated.paid()).isGreaterThan(20);
    }

    private static CollectorClient client(int port, CollectorKeys.NewKey key) {
        return new CollectorClient(
                URI.create("http://127.0.0.1:" + port), key.key().id(), key.text(), Clock.systemUTC());
    }

    private static void requireSame(Database database, String collector, Simulated simulated) {
        assertThat(simulated.broken()).isEmpty();
        List<String> log = simulated.log().stream()
                .filter(Simulated.Entry::isPaid)
                .map(entry -> entry.transaction() + " " + entry.account() + " " + entry.amount())
                .toList();
        Town town = new Town(database);
        String standing = "select p.key || ' ' || p.account || ' ' || (p.amount / 100.0)::numeric(12, 2) from payment p"
                + " where p.place = '" + collector + "' and not exists ("
                + "select from payment_reversal r where r.payment = p.serial)";
        assertThat(town.texts(standing)).containsExactlyInAnyOrderElementsOf(log);
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }
}
