package org.taswiya.store.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.OwnReading.Answer;

/// Takes own readings that come at the same time in one transaction: what a change of the books costs (a lock that one
/// has at a time, a disk that has to be waited for, a dozen queries) is then paid once for all of them. On the day on
/// which a town is asked to read its meters thousands come in a minute.
///
/// Whoever comes while others are at work waits, and then takes all that wait along with their own. Nobody is answered
/// before what they gave is committed; killed at any moment, all of a transaction stands or nothing, and nobody of it
/// was told anything.
public final class GivenTogether {
    private static final int AT_ONCE = 200;

    private final Database database;
    private final ReadingChecks checks;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    public GivenTogether(Database database, ReadingChecks checks) {
        this.database = database;
        this.checks = checks;
    }

    /// Somebody who waits for an answer. What it came to is written and read within [#turn].
    private static final class Waiting {
        private final OwnReading given;
        private @Nullable Answer answer;
        private @Nullable RuntimeException failure;

        Waiting(OwnReading given) {
            this.given = given;
        }

        boolean isDone() {
            return answer != null || failure != null;
        }
    }

    /// As [GivenReadings#give] takes one.
    ///
    /// @throws DatabaseException when a billing run is at work for long; nothing was written
    public Answer give(OwnReading given) {
        Waiting mine = new Waiting(given);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.isDone()) {
                takeNext();
            }
            if (mine.failure != null) {
                throw mine.failure;
            }
            return Objects.requireNonNull(mine.answer);
        } finally {
            turn.unlock();
        }
    }

    private void takeNext() {
        List<Waiting> next = next();
        try {
            take(next);
        } catch (DatabaseException e) {
            if (next.size() == 1 || e.getCause() == null) { // nothing of one of them is at fault
                fail(next, e);
            } else {
                next.forEach(this::takeAlone);
            }
        } catch (RuntimeException e) {
            fail(next, e); // nobody waits for ever
        }
    }

    private void take(List<Waiting> next) {
        List<OwnReading> given = next.stream().map(one -> one.given).toList();
        Map<OwnReading, Answer> answers =
                BooksChange.make(database, false, connection -> GivenBatch.give(connection, given, checks));
        next.forEach(one -> one.answer = answers.get(one.given));
    }

    private static void fail(List<Waiting> next, RuntimeException why) {
        next.forEach(one -> one.failure = why);
    }

    /// One that cannot be written keeps nobody else's from the books.
    private void takeAlone(Waiting one) {
        try {
            take(List.of(one));
        } catch (RuntimeException e) {
            one.failure = e;
        }
    }

    /// Of each usage point the first; what else was given for it has its turn after that.
    private List<Waiting> next() {
        List<Waiting> next = new ArrayList<>();
        List<Waiting> later = new ArrayList<>();
        Set<String> points = new HashSet<>();
        for (Waiting one = waiting.poll(); one != null; one = next.size() < AT_ONCE ? waiting.poll() : null) {
            (points.add(one.given.usagePoint()) ? next : later).add(one);
        }
        waiting.addAll(later);
        return next;
    }
}
