package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.message.Messages;

/// Kills whoever sends, or PostgreSQL under it, at moments that a seed names, and compares the mailbox with the books:
/// every message arrived, under one Message-ID, and nothing else did. None arrived more
/// often than it was begun.
final class SendKillTest {
    private static final boolean IS_LONG = Boolean.getBoolean("taswiya.long");
    private static final int RUNS = IS_LONG ? 10 : 1;
    private static final int KILLS = IS_LONG ? 8 : 2;
    private static final int HOUSES = IS_LONG ? 60 : 12;
    private static final int SEED = Integer.getInteger("taswiya.seed", new Random().nextInt(1_000_000));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void aServerIsThere() {
        server.start();
    }

    @AfterEach
    void itIsGone() {
        server.stop();
    }

    @Test
    void whoeverIsKilledLosesNoMessageAndInventsNone() throws IOException, InterruptedException {
        for (int seed = SEED; seed < SEED + RUNS; seed++) {
            System.out.println("senders are killed by seed " + seed + "; -Dtaswiya.seed=" + seed + " does it again");
            server.reset();
            killAndCompare(seed, new Random(seed));
        }
    }

    private void killAndCompare(int seed, Random random) throws IOException, InterruptedException {
        Home home = TestDatabases.home("killed-sender");
        try (Database database = Database.openEmbedded(home, 0)) {
            MailTown town = new MailTown(database);
            town.fill(HOUSES);
            town.everybodyByEmail(HOUSES);
            town.queue();
        }
        List<String> words = new ArrayList<>();
        int hits = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int most = Math.max(1, HOUSES / (KILLS + 1));
            Strike strike = new Strike(1 + random.nextInt(most), random.nextInt(12), (seed + kill) % 2 == 1);
            hits += send(home, strike, words) ? 0 : 1;
        }
        assertThat(hits).as("kills of seed %d that hit", seed).isPositive();
        assertThat(send(home, Strike.NONE, words))
                .as("seed %d: %s", seed, words)
                .isTrue();
        try (Database database = Database.openEmbedded(home, 0)) {
            compare(seed, database);
        }
    }

    private boolean send(Home home, Strike strike, List<String> words) throws IOException, InterruptedException {
        words.clear();
        String port = Integer.toString(server.getSmtp().getPort());
        return StruckProcess.run(
                SendChild.class, home, List.of(SendChild.SMTP, port), SendChild.BEGINS, strike, words::add);
    }

    private void compare(int seed, Database database) {
        Map<String, Integer> arrived = new HashMap<>();
        for (MimeMessage one : server.getReceivedMessages()) {
            arrived.merge(identification(one), 1, Integer::sum);
        }
        Map<String, Integer> begun = new HashMap<>();
        Messages.each(database, null, message -> {
            assertThat(message.state().code())
                    .as("%s of seed %d", message.key(), seed)
                    .isEqualTo("sent");
            List<String> said = Messages.of(database, message.id()).orElseThrow().attempts().stream()
                    .filter(one -> one.event().code().equals("begun"))
                    .map(one -> one.said())
                    .toList();
            assertThat(said.stream().distinct())
                    .as("names of %s, seed %d", message.key(), seed)
                    .hasSize(1);
            begun.put(said.getFirst(), said.size());
        });
        assertThat(begun).hasSize(HOUSES);
        assertThat(new TreeSet<>(arrived.keySet())).as("seed %d", seed).isEqualTo(new TreeSet<>(begun.keySet()));
        assertThat(arrived)
                .as("seed %d", seed)
                .allSatisfy((name, times) -> assertThat(times).as(name).isLessThanOrEqualTo(begun.get(name)));
    }

    private static String identification(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
