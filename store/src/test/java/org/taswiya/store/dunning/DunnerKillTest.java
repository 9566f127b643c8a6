package org.taswiya.store.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.StruckProcess;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.ledger.Ledger;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Kills a dunning run, or PostgreSQL under it, again and again, one account a batch. No letter leaves twice, whatever
/// left is in the books, the fee of each reminder is booked with it, once, and at the
/// end the books are those of a run that nobody disturbed.
@EnabledIfSystemProperty(
        named = "taswiya.long",
        matches = "true",
        disabledReason = "the long form runs with -Dtaswiya.long=true: programs are killed many times")
final class DunnerKillTest {
    private static final int ACCOUNTS = 40;

    /// Two items of each account, a reminder and an order each.
    private static final int LETTERS = 4 * ACCOUNTS;

    private static final int KILLS = Boolean.getBoolean("taswiya.long") ? 4 : 1;

    @Test
    void aKilledRunSendsNothingTwice() throws IOException, InterruptedException {
        Home undisturbed = town("undisturbed-dunner");
        List<String> all = new ArrayList<>();
        assertThat(run(undisturbed, 0, false, all)).isTrue();
        assertThat(all).hasSize(LETTERS).doesNotHaveDuplicates();
        Home killed = town("killed-dunner");
        List<String> log = new ArrayList<>();
        int hits = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            hits += run(killed, 7 + 11 * kill, kill % 2 == 1, log) ? 0 : 1;
            requireSent(killed, log);
        }
        assertThat(hits).as("kills that hit a run at work").isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(run(killed, 0, false, log)).isTrue();
        assertThat(log).doesNotHaveDuplicates();
        assertThat(new HashSet<>(all)).containsAll(log);
        assertThat(digest(killed)).isEqualTo(digest(undisturbed));
    }

    private static Home town(String name) {
        Home home = TestDatabases.home(name);
        try (Database database = Database.openEmbedded(home, 0)) {
            SmallTown town = new SmallTown(database).fill();
            town.execute("insert into customer_account select lpad((100 + n)::text, 10, '0'), 'P1', 1"
                    + " from generate_series(1, " + ACCOUNTS + ") n");
            for (int n = 1; n <= ACCOUNTS; n++) {
                String account = String.format("%010d", 100 + n);
                town.opening(account, "F1", "200.00", 28);
                town.opening(account, "F2", "100.00", 32);
            }
        }
        return home;
    }

    private static String digest(Home home) {
        try (Database database = Database.openEmbedded(home, 0)) {
            return BooksDigest.of(database);
        }
    }

    private static void requireSent(Home home, List<String> log) {
        try (Database database = Database.openEmbedded(home, 0)) {
            assertThat(DunningNotices.list(database, null, null))
                    .extracting(notice -> "sent " + notice.account() + " " + notice.item() + " " + notice.step())
                    .containsAll(log)
                    .doesNotHaveDuplicates();
            long reminders = DunningNotices.list(database, null, null).stream()
                    .filter(notice -> notice.step().equals("reminder"))
                    .count();
            assertThat(Ledger.balance(database)
                            .balances()
                            .getOrDefault(new LedgerAccount("revenue:dunning-fees"), Money.ZERO))
                    .isEqualTo(Money.ofMinor(-1_500 * reminders));
            assertThat(LedgerCheck.check(database).differences()).isEmpty();
        }
    }

    private static boolean run(Home home, int lines, boolean ofServer, List<String> log)
            throws IOException, InterruptedException {
        return StruckProcess.run(DunnerChild.class, home, "sent ", lines, ofServer, log);
    }
}
