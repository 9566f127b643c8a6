package org.taswiya.run.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.taswiya.core.message.QuietHours;
import org.taswiya.store.Database;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.OutboxClaims;
import org.taswiya.store.message.OutboxClaims.Claim;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.StoredAttempt;

/// Hands the messages of the outbox that go by a gateway's channel to it, until none may go any more.
public final class OutboxSender {
    private final MessageMaker maker;
    private final Gateway gateway;
    private final SendSettings settings;
    private final Clock clock;
    private final SendListener listener;
    private final OutboxClaims claims;
    private final Pace pace;
    private final Map<AttemptEvent, Integer> outcomes = new EnumMap<>(AttemptEvent.class);
    private int lostInARow;
    private String lost = "";

    private OutboxSender(
            MessageMaker maker,
            Gateway gateway,
            SendSettings settings,
            Clock clock,
            SendListener listener,
            OutboxClaims claims,
            Pace pace) {
        this.maker = maker;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.claims = claims;
        this.pace = pace;
    }

    /// Sends, by as many senders beside each other as the settings say.
    ///
    /// @param gateway whoever opened it closes it; with several senders, one that any thread may use
    /// @param clock by which it is found what may go; its zone is the utility's own
    /// @param listener with several senders, one that any thread may tell
    public static SendTally execute(
            Database database,
            MessageMaker maker,
            Gateway gateway,
            SendSettings settings,
            Clock clock,
            SendListener listener) {
        Pace pace = new Pace(settings.limit(), settings.perSecond());
        Supplier<SendTally> sender = () -> {
            try (OutboxClaims claims = OutboxClaims.open(database, gateway.channel())) {
                return new OutboxSender(maker, gateway, settings, clock, listener, claims, pace).run();
            }
        };
        if (settings.senders() == 1) {
            return sender.get();
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(settings.senders())) {
            List<CompletableFuture<SendTally>> tallies = Stream.generate(
                            () -> CompletableFuture.supplyAsync(sender, threads))
                    .limit(settings.senders())
                    .toList();
            return tallies.stream().map(CompletableFuture::join).reduce(SendTally.NONE, SendTally::plus);
        }
    }

    private SendTally run() {
        if (settings.quietHours() == null) {
            claims.recall(clock.instant());
        }
        while (pace.begin()) {
            Optional<Claim> claim = claims.next(clock.instant());
            if (claim.isEmpty()) {
                return new SendTally(outcomes, "");
            }
            if (!isQuiet(claim.get()) && isTried(claim.get())) {
                pace.settled();
            } else {
                pace.giveBack();
            }
            if (lostInARow >= settings.failures()) {
                return new SendTally(outcomes, lost);
            }
        }
        return new SendTally(outcomes, "");
    }

    /// Whether the message has to wait for the end of quiet hours, and all of its like with it.
    private boolean isQuiet(Claim claim) {
        QuietHours hours = settings.quietHours();
        Optional<Instant> until = hours == null ? Optional.empty() : hours.until(clock.instant());
        if (hours == null
                || until.isEmpty()
                || hours.except().contains(claim.message().cause().kind())) {
            return false;
        }
        claims.release();
        listener.quiet(claims.defer(until.get(), hours.except()), until.get());
        return true;
    }

    /// @return whether it was this message's turn: it was not when it is withdrawn, which costs nobody anything, nor
    /// when the server was not there and nothing happened to it
    private boolean isTried(Claim claim) {
        Optional<String> withdrawn = claims.withdrawn(claim, clock.instant(), clock.getZone());
        if (withdrawn.isPresent()) {
            settle(claim, new Outcome(AttemptEvent.WITHDRAWN, withdrawn.get()));
            return false;
        }
        return switch (maker.make(claim.message())) {
            case Made.Nothing(var found) -> {
                settle(claim, new Outcome(AttemptEvent.NOT_MADE, found));
                yield true;
            }
            case Made.Content content -> {
                Optional<String> fault = gateway.fault(claim.message().contact());
                if (fault.isPresent()) {
                    settle(claim, new Outcome(AttemptEvent.REFUSED, fault.get()));
                    yield true;
                }
                yield handOver(claim, content);
            }
        };
    }

    private boolean handOver(Claim claim, Made.Content content) {
        Optional<String> wrong = gateway.connect();
        if (wrong.isPresent()) {
            claims.release();
            lose(wrong.get());
            return false;
        }
        StoredAttempt begun = claim.begun();
        Instant now = clock.instant();
        String identification = begun == null ? gateway.identification(claim.message()) : begun.said();
        claims.begin(claim, identification, now);
        listener.begun(claim.message());
        Answer answer = gateway.send(
                new Gateway.Handover(claim.message(), content, identification, begun == null ? now : begun.at()));
        settle(claim, outcome(answer));
        if (answer instanceof Answer.Lost) {
            lose(answer.said());
        } else {
            lostInARow = 0;
        }
        return true;
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var said, var handles) -> new Outcome(AttemptEvent.ACCEPTED, said, handles);
            case Answer.PutOff(var said, var atLeast) -> Outcome.putOff(said, atLeast);
            case Answer.Lost(var said) -> new Outcome(AttemptEvent.PUT_OFF, said);
            case Answer.Refused(var said, var isNobodyThere) -> Outcome.refused(said, isNobodyThere);
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
            Pace.sleep(settings.pause().multipliedBy(1L << Math.min(lostInARow - 1, 6)));
        }
    }
}
