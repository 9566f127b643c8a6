package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taswiya.run.SmscSimulator.Taken;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.message.Messages;

/// Kills whoever sends text messages by SMPP, or PostgreSQL under it, at moments that a seed names, and compares the
/// SMSC with the books: every message arrived, none more often than it was begun, and nothing else did.
final class SmsKillTest {
    private static final boolean IS_LONG = Boolean.getBoolean("taswiya.long");
    private static final int RUNS = IS_LONG ? 10 : 1;
    private static final int KILLS = IS_LONG ? 8 : 2;
    private static final int HOUSES = IS_LONG ? 60 : 12;
    private static final int SEED = Integer.getInteger("taswiya.seed", new Random().nextInt(1_000_000));

    @Test
    void whoeverIsKilledLosesNoMessageAndInventsNone() throws IOException, InterruptedException {
        for (int seed = SEED; seed < SEED + RUNS; seed++) {
            System.out.println("senders are killed by seed " + seed + "; -Dtaswiya.seed=" + seed + " does it again");
            try (SmscSimulator smsc = new SmscSimulator(0)) {
                killAndCompare(seed, new Random(seed), smsc);
            }
        }
    }

    private static void killAndCompare(int seed, Random random, SmscSimulator smsc)
            throws IOException, InterruptedException {
        Home home = TestDatabases.home("killed-sms-sender");
        try (Database database = Database.openEmbedded(home, 0)) {
            MailTown town = new MailTown(database);
            town.fill(HOUSES);
            town.everybodyBySms(HOUSES);
            town.queue();
        }
        List<String> words = new ArrayList<>();
        int hits = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int most = Math.max(1, HOUSES / (KILLS + 1));
            Strike strike = new Strike(1 + random.nextInt(most), random.nextInt(12), (seed + kill) % 2 == 1);
            hits += send(home, smsc, strike, words) ? 0 : 1;
        }
        assertThat(hits).as("kills of seed %d that hit", seed).isPositive();
        assertThat(send(home, smsc, Strike.NONE, words))
                .as("seed %d: %s", seed, words)
                .isTrue();
        try (Database database = Database.openEmbedded(home, 0)) {
            compare(seed, database, smsc);
        }
    }

    private static boolean send(Home home, SmscSimulator smsc, Strike strike, List<String> words)
            throws IOException, InterruptedException {
        words.clear();
        List<String> told = List.of(SendChild.SMPP, Integer.toString(smsc.port()));
        return StruckProcess.run(SendChild.class, home, told, SendChild.BEGINS, strike, words::add);
    }

    /// Bills of these households have one segment in French and two in Arabic.
    private static void compare(int seed, Database database, SmscSimulator smsc) {
        Map<String, Map<String, Integer>> arrived = new HashMap<>();
        for (Taken one : smsc.taken()) {
            arrived.computeIfAbsent("+" + one.to(), _ -> new HashMap<>())
                    .merge(HexFormat.of().formatHex(one.bytes()), 1, Integer::sum);
        }
        int[] messages = {0};
        Messages.each(database, null, message -> {
            messages[0]++;
            assertThat(message.state().code())
                    .as("%s of seed %d", message.key(), seed)
                    .isEqualTo("sent");
            long begun = Messages.of(database, message.id()).orElseThrow().attempts().stream()
                    .filter(one -> one.event().code().equals("begun"))
                    .count();
            Map<String, Integer> segments =
                    arrived.getOrDefault(message.contact().address(), Map.of());
            arrived.remove(message.contact().address());
            assertThat(segments.values())
                    .as("%s of seed %d", message.key(), seed)
                    .allSatisfy(times -> assertThat(times.longValue()).isBetween(1L, begun));
            assertThat(segments)
                    .as("%s of seed %d: the same at each attempt", message.key(), seed)
                    .hasSizeBetween(1, 2);
        });
        assertThat(messages[0]).isEqualTo(HOUSES);
        assertThat(arrived).as("what nobody has sent, seed %d", seed).isEmpty();
    }
}
