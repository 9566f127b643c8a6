package org.taswiya.run.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.QuietHours;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.OutboxClaims;
import org.taswiya.store.message.OutboxClaims.Begun;
import org.taswiya.store.message.OutboxClaims.Claim;
import org.taswiya.store.message.OutboxClaims.Done;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredAttempt;

/// Hands the messages of the outbox that go by a gateway's channel to it, until none may go any more.
public final class OutboxSender {
    /// So many senders fewer, where the database has no connections for all: for those who make what is sent.
    private static final int LEFT_FREE = 2;

    private final MessageMaker maker;
    private final Gateway gateway;
    private final SendSettings settings;
    private final Clock clock;
    private final SendListener listener;
    private final OutboxClaims outbox;
    private final Pace pace;
    private final Portion portion = new Portion(System::nanoTime);
    private final Map<AttemptEvent, Integer> outcomes = new EnumMap<>(AttemptEvent.class);
    private int lostInARow;
    private String lost = "";

    private OutboxSender(
            MessageMaker maker,
            Gateway gateway,
            SendSettings settings,
            Clock clock,
            SendListener listener,
            OutboxClaims outbox,
            Pace pace) {
        this.maker = maker;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.outbox = outbox;
        this.pace = pace;
    }

    /// Sends, by as many senders beside each other as the settings say.
    ///
    /// @param gateway whoever opened it closes it; one that any thread may use
    /// @param clock by which it is found what may go; its zone is the utility's own
    /// @param listener one that any thread may tell
    public static SendTally execute(
            Database database,
            MessageMaker maker,
            Gateway gateway,
            SendSettings settings,
            Clock clock,
            SendListener listener) {
        Pace pace = new Pace(settings.limit(), settings.perSecond());
        List<OutboxClaims> desks = desks(database, gateway.channel(), settings.senders(), listener);
        List<OutboxSender> senders = desks.stream()
                .map(outbox -> new OutboxSender(maker, gateway, settings, clock, listener, outbox, pace))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(desks.size())) {
            List<CompletableFuture<SendTally>> tallies = senders.stream()
                    .map(sender -> CompletableFuture.supplyAsync(sender::run, threads))
                    .toList();
            return tallies.stream().map(CompletableFuture::join).reduce(SendTally.NONE, SendTally::plus);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            desks.forEach(OutboxClaims::close);
        }
    }

    /// One for each sender, or for as many as the database has connections for; some are left to those who make what is
    /// sent.
    private static List<OutboxClaims> desks(Database database, Channel channel, int senders, SendListener listener) {
        List<OutboxClaims> desks = new ArrayList<>();
        try {
            while (desks.size() < senders) {
                desks.add(OutboxClaims.open(database, channel));
            }
        } catch (DatabaseException e) {
            if (desks.isEmpty()) {
                throw e;
            }
            for (int i = 0; i < LEFT_FREE && desks.size() > 1; i++) {
                desks.removeLast().close();
            }
            listener.fewer(desks.size(), Objects.requireNonNullElse(e.getMessage(), "no connection"));
        }
        return desks;
    }

    private SendTally run() {
        if (settings.quietHours() == null) {
            outbox.recall(clock.instant());
        }
        for (int may = pace.begin(portion.size()); may > 0; may = pace.begin(portion.size())) {
            List<Claim> claims = outbox.next(clock.instant(), may);
            if (claims.isEmpty()) {
                pace.giveBack(may);
                return new SendTally(outcomes, "");
            }
            int went = isQuiet(claims) ? 0 : tried(claims);
            pace.giveBack(may - went);
            pace.settled(went);
            if (lostInARow >= settings.failures()) {
                return new SendTally(outcomes, lost);
            }
        }
        return new SendTally(outcomes, "");
    }

    /// Whether some have to wait for the end of quiet hours, and all of their like with them; the others come again.
    private boolean isQuiet(List<Claim> claims) {
        QuietHours hours = settings.quietHours();
        Optional<Instant> until = hours == null ? Optional.empty() : hours.until(clock.instant());
        if (hours == null
                || until.isEmpty()
                || claims.stream()
                        .allMatch(claim ->
                                hours.except().contains(claim.message().cause().kind()))) {
            return false;
        }
        outbox.release();
        listener.quiet(outbox.defer(until.get(), hours.except()), until.get());
        return true;
    }

    /// @return how many had their turn: not those that are withdrawn, which costs nobody anything, nor those to which
    /// nothing happened because the server was not there
    private int tried(List<Claim> claims) {
        List<Done> done = new ArrayList<>();
        Instant now = clock.instant();
        List<Ready> ready = ready(standing(claims, done), done, now);
        String wrong = "";
        if (!ready.isEmpty()) {
            wrong = gateway.connect().orElse("");
            if (wrong.isEmpty()) {
                wrong = handOver(ready, done, now);
            }
        }
        settle(done);
        if (!wrong.isEmpty()) {
            lose(wrong);
        }
        return (int) done.stream()
                .map(one -> one.outcome().event())
                .filter(event -> event != AttemptEvent.WITHDRAWN && event != AttemptEvent.GIVEN_BACK)
                .count();
    }

    /// A message that can be handed over.
    private record Ready(Claim claim, Made.Content content, String identification, Instant begunAt) {}

    private List<Claim> standing(List<Claim> claims, List<Done> done) {
        Map<Long, String> withdrawn = outbox.withdrawn(claims, clock.instant(), clock.getZone());
        List<Claim> standing = new ArrayList<>();
        for (Claim claim : claims) {
            String why = withdrawn.get(claim.message().id());
            if (why == null) {
                standing.add(claim);
            } else {
                done.add(new Done(claim, new Outcome(AttemptEvent.WITHDRAWN, why)));
            }
        }
        return standing;
    }

    private List<Ready> ready(List<Claim> claims, List<Done> done, Instant now) {
        Map<Long, Made> made = maker.make(claims.stream().map(Claim::message).toList());
        List<Ready> ready = new ArrayList<>();
        for (Claim claim : claims) {
            switch (Objects.requireNonNull(made.get(claim.message().id()))) {
                case Made.Nothing(var found) -> done.add(new Done(claim, new Outcome(AttemptEvent.NOT_MADE, found)));
                case Made.Content content ->
                    gateway.fault(claim.message().contact())
                            .ifPresentOrElse(
                                    fault -> done.add(new Done(claim, new Outcome(AttemptEvent.REFUSED, fault))),
                                    () -> ready.add(ready(claim, content, now)));
            }
        }
        return ready;
    }

    private Ready ready(Claim claim, Made.Content content, Instant now) {
        StoredAttempt begun = claim.begun();
        return begun == null
                ? new Ready(claim, content, gateway.identification(claim.message()), now)
                : new Ready(claim, content, begun.said(), begun.at());
    }

    /// @return what the server said when it went away; empty when it did not
    private String handOver(List<Ready> all, List<Done> done, Instant now) {
        outbox.begin(
                all.stream()
                        .map(one -> new Begun(one.claim(), one.identification()))
                        .toList(),
                now);
        portion.begin();
        String wrong = "";
        int handedOver = 0;
        for (Ready one : all) {
            if (handedOver > 0 && (portion.isOver() || !wrong.isEmpty())) {
                done.add(new Done(one.claim(), new Outcome(AttemptEvent.GIVEN_BACK, wrong)));
                continue;
            }
            handedOver++;
            Answer answer = handOver(one);
            done.add(new Done(one.claim(), outcome(answer)));
            if (answer instanceof Answer.Lost) {
                wrong = answer.said();
            } else {
                lostInARow = 0;
            }
        }
        portion.ended(handedOver);
        if (!wrong.isEmpty()) {
            portion.shrink();
        }
        return wrong;
    }

    private Answer handOver(Ready one) {
        listener.begun(one.claim().message());
        return gateway.send(
                new Gateway.Handover(one.claim().message(), one.content(), one.identification(), one.begunAt()));
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var said, var handles) -> new Outcome(AttemptEvent.ACCEPTED, said, handles);
            case Answer.PutOff(var said, var atLeast) -> Outcome.putOff(said, atLeast);
            case Answer.Lost(var said) -> new Outcome(AttemptEvent.PUT_OFF, said);
            case Answer.Refused(var said, var isNobodyThere) -> Outcome.refused(said, isNobodyThere);
        };
    }

    private void settle(List<Done> done) {
        List<Settled> settled = outbox.settle(done, settings.backoff(), clock.instant());
        for (int i = 0; i < done.size(); i++) {
            Outcome outcome = done.get(i).outcome();
            if (outcome.event() != AttemptEvent.GIVEN_BACK) {
                outcomes.merge(outcome.event(), 1, Integer::sum);
                listener.settled(done.get(i).claim().message(), outcome, settled.get(i));
            }
        }
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
