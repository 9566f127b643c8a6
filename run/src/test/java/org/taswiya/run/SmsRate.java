package org.taswiya.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.taswiya.core.message.Backoff;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sms.SmppAccess;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Measures how many text messages a second are handed to an SMSC in the same process, on a PostgreSQL that waits for
/// its disk: `SmsRate HOUSES SENDERS...`, one bill each, a round for each number of senders.
final class SmsRate {
    private SmsRate() {}

    public static void main(String[] args) throws IOException {
        int houses = Integer.parseInt(args[0]);
        for (int i = 1; i < args.length; i++) {
            measure(houses, Integer.parseInt(args[i]));
        }
    }

    private static void measure(int houses, int senders) throws IOException {
        Home home = TestDatabases.home("sms-rate");
        try (Database database = Database.openEmbedded(home, 0);
                SmscSimulator smsc = new SmscSimulator(0)) {
            MailTown town = new MailTown(database);
            town.fill(houses, 1000);
            town.everybodyBySms(houses);
            town.queue();
            SmppAccess access =
                    new SmppAccess("127.0.0.1", smsc.port(), SmscSimulator.USER, SmscSimulator.PASSWORD, "UTILITY");
            SendSettings settings = new SendSettings(0, 0, 5, Duration.ofMillis(50), Backoff.USUAL, senders, null);
            long begin = System.nanoTime();
            SendTally tally;
            try (SmppGateway gateway = new SmppGateway(access, SmppGateway.ANSWER_MOST, _ -> {})) {
                tally = OutboxSender.execute(
                        database, town.maker(), gateway, settings, Clock.systemUTC(), new Nobody());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d senders: %d messages, %d segments in %.1f s: %.0f messages a second%n",
                    senders,
                    tally.all(),
                    smsc.taken().size(),
                    seconds,
                    tally.all() / seconds);
        }
    }

    private static final class Nobody implements SendListener {
        @Override
        public void settled(StoredMessage message, Outcome outcome, Settled settled) {}

        @Override
        public void lost(String said, int inARow) {
            System.out.println("lost: " + said);
        }
    }
}
