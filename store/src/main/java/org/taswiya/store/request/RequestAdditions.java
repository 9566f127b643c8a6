package org.taswiya.store.request;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.care.RequestState;
import org.taswiya.core.care.RequestStep;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.request.RequestOutcome.Refused;
import org.taswiya.store.request.StoredRequest.Step;

/// What is said and shown beside a request after it came, and that a customer takes it back. What is sent twice, by a
/// double click or from two windows, is done once and answered the same.
public final class RequestAdditions {
    /// Steps of a request after which nothing is added: nobody reads more.
    public static final int STEPS_MOST = 40;

    public static final int FILES_MOST = 10;

    private RequestAdditions() {}

    /// Words, a file, or both.
    ///
    /// @param said empty for a file alone
    /// @param isByCustomer whose addition to what was answered opens it again
    public record Added(String said, @Nullable RequestFile file, boolean isByCustomer) {}

    /// Adds to a request that waits; one that was answered is opened again by its customer, with a new deadline.
    ///
    /// @param seen how many steps it had when that was decided
    public static RequestOutcome add(
            Database database, RequestRules rules, long id, Added added, int seen, LocalDate on, Change why) {
        return BooksTransaction.make(
                database, why, false, (connection, change) -> add(connection, rules, id, added, seen, on, change, why));
    }

    /// The same in a transaction that does more.
    public static Done<RequestOutcome> add(
            Connection connection,
            RequestRules rules,
            long id,
            Added added,
            int seen,
            LocalDate on,
            long change,
            Change why)
            throws SQLException {
        boolean isNothing = added.said().isBlank() && added.file() == null;
        if (isNothing || added.said().length() > Requests.WORDS_MOST) {
            return new Done<>(Requests.noWords(added.said()), false);
        }
        Optional<StoredRequest> found = RequestRows.byId(connection, id);
        if (found.isEmpty()) {
            return Requests.not(RequestRefusal.UNKNOWN_REQUEST, "there is no request " + id);
        }
        StoredRequest request = found.get();
        if (isThere(connection, request, added, seen, why)) {
            return new Done<>(new RequestOutcome.Done(request, false), false);
        }
        Optional<Refused> refused = refused(request, added, seen);
        if (refused.isPresent()) {
            return new Done<>(refused.get(), false);
        }
        write(connection, rules, request, added, on, change, why);
        return new Done<>(
                new RequestOutcome.Done(RequestRows.byId(connection, id).orElseThrow(), false), true);
    }

    /// Whether it is the last thing that happened since it was looked at.
    private static boolean isThere(Connection connection, StoredRequest request, Added added, int seen, Change why)
            throws SQLException {
        int steps = request.steps().size();
        if (steps != seen + 1) {
            return false;
        }
        Step last = request.steps().getLast();
        boolean isAddition = last.step() == RequestStep.ADDED || last.step() == RequestStep.REOPENED;
        return isAddition
                && last.author().equals(why.author())
                && last.said().equals(added.said())
                && RequestFiles.isThat(connection, request.id(), steps, added.file());
    }

    private static Optional<Refused> refused(StoredRequest request, Added added, int seen) {
        String named = "request " + request.id();
        if (request.steps().size() != seen) {
            return Optional.of(
                    new Refused(RequestRefusal.CHANGED, named + " was dealt with meanwhile; look at it again"));
        }
        boolean isOpenTo = request.state() == RequestState.OPEN
                || added.isByCustomer() && request.state() == RequestState.ANSWERED;
        if (!isOpenTo) {
            return Optional.of(new Refused(
                    RequestRefusal.WRONG_STATE, named + " is " + request.state().code() + "; nothing is added to it"));
        }
        boolean isFull = request.steps().size() >= STEPS_MOST
                || added.file() != null && request.files().size() >= FILES_MOST;
        return isFull
                ? Optional.of(new Refused(
                        RequestRefusal.TOO_MANY,
                        named + " has " + request.steps().size() + " steps and "
                                + request.files().size() + " files; expected fewer than " + STEPS_MOST + " and "
                                + FILES_MOST))
                : Optional.empty();
    }

    private static void write(
            Connection connection,
            RequestRules rules,
            StoredRequest request,
            Added added,
            LocalDate on,
            long change,
            Change why)
            throws SQLException {
        boolean isAgain = request.state() == RequestState.ANSWERED;
        LocalDate answerBy = isAgain ? on.plusDays(Requests.days(rules, request)) : null;
        RequestStep what = isAgain ? RequestStep.REOPENED : RequestStep.ADDED;
        Step step = new Step(what, on, null, null, added.said(), answerBy, why.author(), why.at());
        int before = request.steps().size();
        RequestRows.insert(connection, request.id(), before, step, change);
        if (added.file() != null) {
            RequestFiles.insert(connection, request.id(), before + 1, added.file(), change);
        }
    }

    /// The customer needs no answer any more, or is content with the one they have.
    ///
    /// @param said why; empty where they did not say
    /// @param seen how many steps it had when that was decided
    public static RequestOutcome takeBack(Database database, long id, String said, int seen, LocalDate on, Change why) {
        return BooksTransaction.make(
                database, why, false, (connection, change) -> takeBack(connection, id, said, seen, on, change, why));
    }

    /// The same in a transaction that does more.
    public static Done<RequestOutcome> takeBack(
            Connection connection, long id, String said, int seen, LocalDate on, long change, Change why)
            throws SQLException {
        if (said.length() > Requests.WORDS_MOST) {
            return new Done<>(Requests.noWords(said), false);
        }
        RequestOutcome outcome = Requests.closed(connection, id, said, seen, on, why, change);
        return outcome instanceof Refused
                ? new Done<>(
                        RequestRows.byId(connection, id)
                                .filter(request -> isTakenBack(request, why.author()))
                                .<RequestOutcome>map(request -> new RequestOutcome.Done(request, false))
                                .orElse(outcome),
                        false)
                : new Done<>(outcome, true);
    }

    private static boolean isTakenBack(StoredRequest request, String author) {
        return request.state() == RequestState.CLOSED
                && request.steps().getLast().author().equals(author);
    }
}
