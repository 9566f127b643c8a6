package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.StruckProcess;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.books.BooksDigest;

/// Kills the payer, or PostgreSQL under it, again and again. What the payer was told is in the books, whatever it was
/// not told is there whole or not at all, and at the end the books are those of a payer whom nobody disturbed.
final class PayerKillTest {
    private static final int KILLS = Boolean.getBoolean("taswiya.long") ? 4 : 1;

    @Test
    void aKilledPayerLosesNothingAndPaysNothingTwice() throws IOException, InterruptedException {
        Home undisturbed = town("undisturbed");
        assertThat(run(undisturbed, 0, false, new HashSet<>())).isTrue();
        Home killed = town("killed");
        Random random = new Random(7);
        int hits = 0;
        Set<String> log = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            hits += run(killed, 1 + random.nextInt(PayerChild.PAYMENTS - 10), kill % 2 == 1, log) ? 0 : 1;
            requireBooked(killed, log);
        }
        assertThat(hits).as("kills that hit a payer at work").isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(run(killed, 0, false, log)).isTrue();
        requireBooked(killed, log);
        assertThat(digest(killed)).isEqualTo(digest(undisturbed));
    }

    private static Home town(String name) {
        Home home = TestDatabases.home(name);
        try (Database database = Database.openEmbedded(home, 0)) {
            SmallTown town = new SmallTown(database).fill();
            town.bill(1, "300.00", 10, 30);
            town.bill(2, "250.00", 11, 31);
            town.bill(1, "200.00", 12, 32);
        }
        return home;
    }

    private static String digest(Home home) {
        try (Database database = Database.openEmbedded(home, 0)) {
            return BooksDigest.of(database);
        }
    }

    /// Every receipt that the payer has is in the books as it was given, no payment is there twice, and what is kept as
    /// open is what all of them say.
    private static void requireBooked(Home home, Set<String> log) {
        try (Database database = Database.openEmbedded(home, 0)) {
            List<Receipt> receipts = Receipts.last(database, null, 10 * PayerChild.PAYMENTS);
            Set<Payment> payments = new HashSet<>();
            Set<String> booked = new HashSet<>();
            for (Receipt receipt : receipts) {
                assertThat(payments.add(receipt.payment())).isTrue();
                String key = receipt.payment().keyIfAny().orElseThrow().name().substring(1);
                booked.add("paid " + key + " " + receipt.number() + " "
                        + receipt.payment().amount() + " " + receipt.credit());
            }
            assertThat(booked).containsAll(log);
            assertThat(receipts.size() - log.size()).as("booked and not told").isBetween(0, KILLS);
            assertThat(LedgerCheck.check(database).differences()).isEmpty();
        }
    }

    private static boolean run(Home home, int lines, boolean ofServer, Set<String> log)
            throws IOException, InterruptedException {
        return StruckProcess.run(PayerChild.class, home, "paid ", lines, ofServer, log);
    }
}
