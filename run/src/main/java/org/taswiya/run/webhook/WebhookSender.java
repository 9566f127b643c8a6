package org.taswiya.run.webhook;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Backoff;
import org.taswiya.run.webhook.WebhookClient.Answer;
import org.taswiya.store.Database;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.StoredWebhook.Because;
import org.taswiya.store.webhook.WebhookEvents;
import org.taswiya.store.webhook.WebhookOutcome;
import org.taswiya.store.webhook.WebhookQueue;
import org.taswiya.store.webhook.WebhookQueue.Told;
import org.taswiya.store.webhook.WebhookQueue.Turn;
import org.taswiya.store.webhook.WebhookSecrets;
import org.taswiya.store.webhook.WebhookSecrets.Good;

/// Tells each webhook what has happened, in threads of their own.
public final class WebhookSender implements AutoCloseable {
    /// After so long without anything taken it is called no more.
    public static final Duration OFF_AFTER = Duration.ofDays(3);

    /// What one may take until its answer begins.
    public static final Duration WITHIN = Duration.ofSeconds(10);

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofHours(6), Integer.MAX_VALUE);

    private static final int AT_ONCE = 50;

    private final Database database;
    private final @Nullable StaffKey sealing;
    private final WebhookQueue queue;
    private final WebhookClient client;
    private final InstantSource clock;
    private final Listener listener;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean isClosing;

    /// @param sealing by which secrets are kept; null for none, and then nobody is called
    /// @param within what one may take until its answer begins
    public WebhookSender(
            Database database,
            @Nullable StaffKey sealing,
            WebhookReach reach,
            Duration within,
            InstantSource clock,
            Listener listener) {
        this.database = database;
        this.sealing = sealing;
        this.queue = new WebhookQueue(database);
        this.client = new WebhookClient(reach, within, HttpClient.newBuilder());
        this.clock = clock;
        this.listener = listener;
    }

    /// Is told what becomes of calls.
    public interface Listener {
        /// One was made; it is not written down yet.
        void called(StoredWebhook webhook, long event, WebhookOutcome outcome);

        /// The books could not be asked or written; it is tried again.
        void failed(long webhook, RuntimeException why);
    }

    /// Looks what has happened, and has those told whom nobody is telling now. Does not wait for them.
    public void pass() {
        WebhookEvents.find(database);
        for (long webhook : queue.due(clock.instant())) {
            if (atWork.add(webhook)) {
                threads.execute(() -> tell(webhook));
            }
        }
    }

    /// Whether somebody is being told.
    public boolean isAtWork() {
        return !atWork.isEmpty();
    }

    private void tell(long id) {
        try {
            boolean isMore = true;
            while (isMore) {
                isMore = isMoreToTell(id);
            }
        } catch (RuntimeException e) {
            listener.failed(id, e);
        } finally {
            atWork.remove(id);
        }
    }

    /// Tells some and looks again what holds of it: its program may have changed that meanwhile.
    private boolean isMoreToTell(long id) {
        Optional<StoredWebhook> webhook = isClosing ? Optional.empty() : queue.claim(id, clock.instant());
        if (webhook.isEmpty()) {
            return false;
        }
        try {
            return webhook.get().isOn() && tell(webhook.get());
        } finally {
            queue.giveBack(id, clock.instant());
        }
    }

    /// @return whether there may be more: all were taken
    private boolean tell(StoredWebhook webhook) {
        List<Turn> turns = queue.next(webhook, AT_ONCE);
        List<Good> secrets = WebhookSecrets.good(database, webhook.id(), sealing, clock.instant());
        int failures = webhook.failures();
        for (Turn turn : turns) {
            if (isClosing) {
                return false;
            }
            Told told = call(webhook, turn, secrets, failures);
            listener.called(webhook, turn.event().id(), told.outcome());
            queue.settle(webhook, turn, told);
            if (told.off() != null || turn.again() == null && told.outcome() != WebhookOutcome.TAKEN) {
                return false;
            }
            failures = turn.again() == null ? 0 : failures;
        }
        return !turns.isEmpty();
    }

    private Told call(StoredWebhook webhook, Turn turn, List<Good> secrets, int failures) {
        Answer answer = client.call(webhook.url(), WebhookBody.of(turn.event()), secrets, clock.instant());
        Instant at = clock.instant();
        if (answer.outcome() == WebhookOutcome.TAKEN) {
            return new Told(answer.outcome(), answer.status(), at, null, null);
        }
        Duration usual = BACKOFF.after(failures + 1).orElseThrow();
        Duration wait = usual.compareTo(answer.atLeast()) < 0 ? answer.atLeast() : usual;
        return new Told(answer.outcome(), answer.status(), at, at.plus(wait), off(webhook, turn, failures, answer, at));
    }

    private static @Nullable Because off(StoredWebhook webhook, Turn turn, int failures, Answer answer, Instant at) {
        if (answer.outcome() == WebhookOutcome.GONE) {
            return Because.GONE;
        }
        Instant since = failures == 0 ? null : webhook.failingSince();
        boolean isTooLong = turn.again() == null && since != null && !at.isBefore(since.plus(OFF_AFTER));
        return isTooLong ? Because.FAILING : null;
    }

    /// Ends what is being called; what is not written down is called again.
    @Override
    public void close() {
        isClosing = true;
        client.close();
        threads.close();
    }
}
