package org.taswiya.run;

import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Backoff;
import org.taswiya.deliver.mail.DkimKey;
import org.taswiya.deliver.mail.DkimSigner;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sending.SmtpGateway;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Measures how many e-mails a second are handed to an SMTP server in the same process that keeps nothing, on a
/// PostgreSQL that waits for its disk: `MailRate HOUSES attached|linked|signed SENDERS...`, one bill each, a round for
/// each number of senders; `signed` are linked ones with a signature of RSA.
final class MailRate {
    private MailRate() {}

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        int houses = Integer.parseInt(args[0]);
        for (int i = 2; i < args.length; i++) {
            measure(houses, args[1], Integer.parseInt(args[i]));
        }
    }

    private static @Nullable DkimSigner signer(String form) throws NoSuchAlgorithmException {
        if (!form.equals("signed")) {
            return null;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new DkimSigner(
                "utility.example",
                "bills",
                new DkimKey(DkimKey.Kind.RSA, generator.generateKeyPair().getPrivate()));
    }

    private static void measure(int houses, String form, int senders) throws IOException, NoSuchAlgorithmException {
        Home home = TestDatabases.home("mail-rate");
        try (Database database = Database.openEmbedded(home, 0);
                SmtpSink sink = new SmtpSink()) {
            MailTown town = new MailTown(database);
            town.fill(houses, 1000);
            town.everybodyByEmail(houses);
            town.queue();
            SendSettings settings = new SendSettings(0, 0, 5, Duration.ofMillis(50), Backoff.USUAL, senders, null);
            BillLink link = new BillLink(MailTown.LINK.address(), !form.equals("attached"));
            long begin = System.nanoTime();
            SendTally tally;
            try (SmtpGateway gateway = new SmtpGateway("127.0.0.1", sink.port(), MailTown.FROM, signer(form))) {
                tally = OutboxSender.execute(
                        database, town.maker(link), gateway, settings, Clock.systemUTC(), new Nobody());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d senders: %d e-mails of %d bytes in %.1f s: %.0f a second%n",
                    form,
                    senders,
                    tally.all(),
                    sink.bytes() / Math.max(1, tally.all()),
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
