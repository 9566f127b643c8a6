package org.taswiya.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.taswiya.core.message.Backoff;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sending.SmtpGateway;
import org.taswiya.run.sms.SmppAccess;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Sends the outbox of a home in a process of its own, to be killed. It says on standard output what it begins, and
/// what came of it.
final class SendChild {
    static final String BEGINS = "begins ";
    static final String ENDS = "ends ";
    static final String SMTP = "smtp";
    static final String SMPP = "smpp";

    private SendChild() {}

    public static void main(String[] args) {
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            SendSettings settings = new SendSettings(0, 0, 3, Duration.ofMillis(50), Backoff.USUAL, 1, null);
            SendTally tally;
            try (Gateway gateway = gateway(args[1], Integer.parseInt(args[2]))) {
                tally = OutboxSender.execute(
                        database, new MailTown(database).maker(), gateway, settings, Clock.systemUTC(), new Speaker());
            }
            System.out.println(tally.isBroken() ? "broken " + tally.broken() : "finished");
        }
    }

    private static Gateway gateway(String kind, int port) {
        if (kind.equals(SMTP)) {
            return new SmtpGateway("127.0.0.1", port, MailTown.FROM, null);
        }
        SmppAccess access = new SmppAccess("127.0.0.1", port, SmscSimulator.USER, SmscSimulator.PASSWORD, "UTILITY");
        return new SmppGateway(access, Duration.ofSeconds(5), _ -> {});
    }

    private static final class Speaker implements SendListener {
        @Override
        public void begun(StoredMessage message) {
            System.out.println(BEGINS + message.key());
        }

        @Override
        public void settled(StoredMessage message, Outcome outcome, Settled settled) {
            System.out.println(ENDS + message.key() + " " + outcome.event().code());
        }

        @Override
        public void lost(String said, int inARow) {
            System.out.println("lost " + said);
        }
    }
}
