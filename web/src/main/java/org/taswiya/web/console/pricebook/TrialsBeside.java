package org.taswiya.web.console.pricebook;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.taswiya.store.books.BilledUses;

/// What drafts come to for many accounts is counted here, beside the pages: of a million accounts it takes seconds, and
/// minutes where a book asks for more than the usage.
///
/// The same is counted once, whoever asks for it, and what was counted is shown again until more is billed. Nothing of
/// it is written anywhere: what ends with the program is counted again when somebody asks.
public final class TrialsBeside implements AutoCloseable {
    /// Each keeps the database as busy as several people do.
    private static final int AT_ONCE = 2;

    private static final int KEPT_MOST = 40;

    /// Classes and agreements may be others by then.
    private static final Duration KEPT_FOR = Duration.ofMinutes(15);

    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("trial-", 1).factory());
    private final Map<Asked, Trial> trials = new LinkedHashMap<>();

    /// @param isAnother whether what the same person asked before and is not counted yet may end; not where a page that
    ///     was answered shows how far it is
    record Asker(String staff, boolean isAnother, ZonedDateTime at) {}

    /// @param before the text of the book in force
    /// @param after the text of the draft
    /// @param customerClass empty for all
    /// @param from, to as they were typed
    record Asked(String before, String after, String customerClass, String from, String to, BilledUses.UpTo billed) {}

    /// What is to be done.
    interface Work {
        /// @param since when it was asked for
        /// @param soFar is given how many periods were priced; throws where nobody waits for them any more
        DraftTrial.Answer answer(LocalTime since, LongConsumer soFar);
    }

    /// One that waits, is at work, or is done.
    static final class Trial {
        private final String staff;
        private final ZonedDateTime since;
        private final FutureTask<DraftTrial.Answer> answer;
        private volatile long periods;

        private Trial(Asker asker, Work work) {
            this.staff = asker.staff();
            this.since = asker.at();
            this.answer = new FutureTask<>(() -> work.answer(since.toLocalTime(), this::priced));
        }

        private void priced(long soFar) {
            periods = soFar;
            if (answer.isCancelled()) {
                throw new CancellationException();
            }
        }

        /// When it was asked for.
        LocalTime since() {
            return since.toLocalTime();
        }

        /// How many were priced.
        long periods() {
            return periods;
        }

        /// Empty where it is not done by then, or nobody waited for it any more.
        Optional<DraftTrial.Answer> within(Duration patience) {
            try {
                return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | CancellationException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    /// The trial of what is asked, begun now where there is none.
    ///
    /// @return empty where too many are waiting
    synchronized Optional<Trial> ask(Asker asker, Asked asked, Work work) {
        Trial known = trials.get(asked);
        if (known != null && known.answer.state() == Future.State.FAILED) {
            trials.remove(asked); // said once, and tried again when somebody asks again
            return Optional.of(known);
        }
        if (known != null && !isOld(known, asker.at())) {
            return Optional.of(known);
        }
        if (asker.isAnother()) {
            trials.values().removeIf(one -> one.staff.equals(asker.staff()) && one.answer.cancel(false));
        }
        return hasRoom() ? Optional.of(begin(asker, asked, work)) : Optional.empty();
    }

    /// What is at work is never begun a second time.
    private boolean isOld(Trial known, ZonedDateTime at) {
        return known.answer.isDone() && !known.since.plus(KEPT_FOR).isAfter(at);
    }

    private Trial begin(Asker asker, Asked asked, Work work) {
        Trial begun = new Trial(asker, work);
        trials.put(asked, begun);
        threads.execute(begun.answer);
        return begun;
    }

    /// The oldest that is done makes room.
    private boolean hasRoom() {
        if (trials.size() < KEPT_MOST) {
            return true;
        }
        return trials.entrySet().stream()
                .filter(one -> one.getValue().answer.isDone())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(oldest -> trials.remove(oldest) != null)
                .orElse(false);
    }

    /// Ends all.
    @Override
    public synchronized void close() {
        trials.values().forEach(one -> one.answer.cancel(false));
        threads.shutdownNow();
    }
}
