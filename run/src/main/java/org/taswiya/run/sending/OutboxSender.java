package org.taswiya.run.sending;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.taswiya.core.message.Channel;
import org.taswiya.run.sending.BillMails.Made;
import org.taswiya.store.Database;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.OutboxClaims;
import org.taswiya.store.message.OutboxClaims.Claim;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.StoredAttempt;

/// Hands the e-mails of the outbox to an SMTP server until none may go any more.
public final class OutboxSender {
    private final BillMails mails;
    private final SendSettings settings;
    private final InstantSource clock;
    private final SendListener listener;
    private final OutboxClaims claims;
    private final SmtpDoor door;
    private final InternetAddress from;
    private final Map<AttemptEvent, Integer> outcomes = new EnumMap<>(AttemptEvent.class);
    private int lostInARow;
    private String lost = "";

    private OutboxSender(
            BillMails mails,
            SendSettings settings,
            InstantSource clock,
            SendListener listener,
            OutboxClaims claims,
            SmtpDoor door) {
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.claims = claims;
        this.door = door;
        this.from = sender(settings.from());
    }

    /// Sends.
    ///
    /// @param clock by which it is found what may go
    public static SendTally execute(
            Database database, BillMails mails, SendSettings settings, InstantSource clock, SendListener listener) {
        try (OutboxClaims claims = OutboxClaims.open(database, Channel.EMAIL);
                SmtpDoor door = new SmtpDoor(settings.host(), settings.port())) {
            return new OutboxSender(mails, settings, clock, listener, claims, door).run();
        }
    }

    private SendTally run() {
        long begin = System.nanoTime();
        int settled = 0;
        while (settings.limit() == 0 || settled < settings.limit()) {
            Optional<Claim> claim = claims.next(clock.instant());
            if (claim.isEmpty()) {
                return new SendTally(outcomes, "");
            }
            if (take(claim.get())) {
                settled++;
                pace(begin, settled);
            }
            if (lostInARow >= settings.failures()) {
                return new SendTally(outcomes, lost);
            }
        }
        return new SendTally(outcomes, "");
    }

    /// @return whether the claim is settled; else the server was not there, and nothing happened to the message
    private boolean take(Claim claim) {
        Optional<String> withdrawn = claims.withdrawn(claim, clock.instant());
        if (withdrawn.isPresent()) {
            settle(claim, new Outcome(AttemptEvent.WITHDRAWN, withdrawn.get()));
            return true;
        }
        return switch (mails.make(claim.message())) {
            case Made.Nothing(var found) -> {
                settle(claim, new Outcome(AttemptEvent.NOT_MADE, found));
                yield true;
            }
            case Made.Mail mail -> {
                try {
                    yield handOver(
                            claim,
                            mail,
                            new InternetAddress(claim.message().contact().address(), true));
                } catch (AddressException e) {
                    settle(claim, new Outcome(AttemptEvent.REFUSED, "no e-mail address: " + e.getMessage()));
                    yield true;
                }
            }
        };
    }

    private boolean handOver(Claim claim, Made.Mail made, InternetAddress to) {
        Optional<String> wrong = door.connect();
        if (wrong.isPresent()) {
            claims.release();
            lose(wrong.get());
            return false;
        }
        StoredAttempt begun = claim.begun();
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        String identification = begun == null ? "<" + claim.message().key() + "@" + domain + ">" : begun.said();
        Instant now = clock.instant();
        MimeMail mail = MimeMail.of(door.session(), made, from, to, identification, begun == null ? now : begun.at());
        claims.begin(claim, identification, now);
        listener.begun(claim.message());
        SmtpAnswer answer = door.send(mail, to);
        settle(claim, new Outcome(event(answer), answer.said()));
        if (answer instanceof SmtpAnswer.Lost) {
            lose(answer.said());
        } else {
            lostInARow = 0;
        }
        return true;
    }

    private static AttemptEvent event(SmtpAnswer answer) {
        return switch (answer) {
            case SmtpAnswer.Accepted _ -> AttemptEvent.ACCEPTED;
            case SmtpAnswer.PutOff _, SmtpAnswer.Lost _ -> AttemptEvent.PUT_OFF;
            case SmtpAnswer.Refused _ -> AttemptEvent.REFUSED;
        };
    }

    private void settle(Claim claim, Outcome outcome) {
        OutboxClaims.Settled settled = claims.settle(claim, outcome, settings.backoff(), clock.instant());
        outcomes.merge(outcome.event(), 1, Integer::sum);
        listener.settled(claim.message(), outcome, settled);
    }

    private void lose(String said) {
        lost = said;
        lostInARow++;
        listener.lost(said, lostInARow);
        if (lostInARow < settings.failures()) {
            sleep(settings.pause().multipliedBy(1L << Math.min(lostInARow - 1, 6)));
        }
    }

    private void pace(long begin, int settled) {
        if (settings.perSecond() > 0) {
            long due = begin + TimeUnit.SECONDS.toNanos(settled) / settings.perSecond();
            sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private static InternetAddress sender(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'" + text + "' is no e-mail address: " + e.getMessage(), e);
        }
    }
}
