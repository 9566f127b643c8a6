package org.taswiya.store.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.Letter;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.care.RequestState;
import org.taswiya.core.care.RequestStep;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.request.RequestOutcome.Refused;
import org.taswiya.store.request.StoredRequest.Step;

/// What customers ask for or complain of, and what becomes of it.
public final class Requests {
    public static final int WORDS_MOST = 4000;

    /// Requests of one account that wait for an answer and came from the online agency: no more are taken there.
    public static final int ONLINE_MOST = 10;

    private Requests() {}

    /// What somebody asks for.
    ///
    /// @param kind of the utility's rules
    /// @param said in the customer's own words
    public record Opened(String account, String kind, RequestChannel channel, String said) {}

    /// Records one. What is open already in the same words is the same request: a double click makes no second.
    public static RequestOutcome open(Database database, RequestRules rules, Opened opened, LocalDate on, Change why) {
        return BooksTransaction.make(
                database, why, false, (connection, change) -> open(connection, rules, opened, on, change));
    }

    /// The same in a transaction that does more.
    public static Done<RequestOutcome> open(
            Connection connection, RequestRules rules, Opened opened, LocalDate on, long change) throws SQLException {
        Optional<RequestKind> kind = rules.kind(opened.kind());
        if (kind.isEmpty()) {
            return not(
                    RequestRefusal.UNKNOWN_KIND,
                    "found '" + opened.kind() + "', expected one of "
                            + String.join(", ", rules.kinds().keySet()));
        }
        if (isUnfit(opened.said())) {
            return new Done<>(noWords(opened.said()), false);
        }
        if (!isAccount(connection, opened.account())) {
            return not(
                    RequestRefusal.UNKNOWN_ACCOUNT,
                    "there is no account '" + opened.account() + "'; customer list shows those there are");
        }
        List<StoredRequest> others = RequestRows.ofAccount(connection, opened.account());
        for (StoredRequest other : others) {
            if (other.state() == RequestState.OPEN
                    && other.kind().equals(opened.kind())
                    && other.said().equals(opened.said())) {
                return new Done<>(new RequestOutcome.Done(other, false), false);
            }
        }
        if (opened.channel() == RequestChannel.ONLINE && waitingOnline(others) >= ONLINE_MOST) {
            return not(
                    RequestRefusal.TOO_MANY,
                    "account " + opened.account() + " has " + ONLINE_MOST + " requests that wait");
        }
        LocalDate answerBy = on.plusDays(kind.get().days());
        long id = RequestRows.insert(connection, opened, on, answerBy, change);
        return new Done<>(done(connection, id, false), true);
    }

    static Done<RequestOutcome> not(RequestRefusal reason, String found) {
        return new Done<>(new Refused(reason, found), false);
    }

    private static long waitingOnline(List<StoredRequest> requests) {
        return requests.stream()
                .filter(other -> other.state() == RequestState.OPEN && other.channel() == RequestChannel.ONLINE)
                .count();
    }

    /// The answer of somebody.
    ///
    /// @param letter by which it begins
    /// @param added what they typed for this customer; empty for nothing
    /// @param seen how many steps the request had when they looked at it
    public record Answered(Letter letter, String added, int seen) {}

    /// Answers it in the customer's language, and queues the answer as a message; where nothing reaches the customer,
    /// the answer stands in the books and somebody has to tell them.
    public static RequestOutcome answer(Database database, long id, Answered answered, LocalDate on, Change why) {
        if (answered.added().length() > WORDS_MOST) {
            return noWords(answered.added());
        }
        return make(
                database,
                why,
                (connection, change) -> step(
                        connection,
                        id,
                        RequestStep.ANSWERED,
                        answered.seen(),
                        request -> answered(connection, request, answered, on, why, change)));
    }

    /// @return whether a message waits for the customer
    private static boolean answered(
            Connection connection, StoredRequest request, Answered answered, LocalDate on, Change why, long change)
            throws SQLException {
        Language language = reach(connection, request.account(), on).language();
        String text = answered.letter().with(answered.added(), language);
        int before = request.steps().size();
        Step step = new Step(
                RequestStep.ANSWERED, on, answered.letter().code(), language, text, null, why.author(), why.at());
        RequestRows.insert(connection, request.id(), before, step, change);
        String key = request.id() + "S" + (before + 1);
        Announcement told = new Announcement.RequestAnswer(request.id(), request.openedOn(), text);
        Announcements.write(connection, List.of(new Announcements.Due(key, request.account(), told)), change);
        return Announcements.queue(connection, new Cause(Cause.Kind.REQUEST, key), change, on, why.at()) > 0;
    }

    /// There is nothing more to do.
    ///
    /// @param seen how many steps it had when that was decided
    public static RequestOutcome close(Database database, long id, String said, int seen, LocalDate on, Change why) {
        return isUnfit(said)
                ? noWords(said)
                : make(database, why, (connection, change) -> closed(connection, id, said, seen, on, why, change));
    }

    static RequestOutcome closed(
            Connection connection, long id, String said, int seen, LocalDate on, Change why, long change)
            throws SQLException {
        Step step = new Step(RequestStep.CLOSED, on, null, null, said, null, why.author(), why.at());
        return plain(connection, id, step, seen, change);
    }

    /// The customer is not content: a new deadline runs.
    ///
    /// @param seen how many steps it had when that was decided
    public static RequestOutcome reopen(
            Database database, RequestRules rules, long id, String said, int seen, LocalDate on, Change why) {
        if (isUnfit(said)) {
            return noWords(said);
        }
        int days = of(database, id).map(request -> days(rules, request)).orElse(1);
        Step step = new Step(RequestStep.REOPENED, on, null, null, said, on.plusDays(days), why.author(), why.at());
        return make(database, why, (connection, change) -> plain(connection, id, step, seen, change));
    }

    /// Of a kind that the utility has no more, the answer is due the next day.
    static int days(RequestRules rules, StoredRequest request) {
        return rules.kind(request.kind()).map(RequestKind::days).orElse(1);
    }

    /// A step that says all that there is to it.
    private static RequestOutcome plain(Connection connection, long id, Step step, int seen, long change)
            throws SQLException {
        return step(connection, id, step.step(), seen, request -> {
            RequestRows.insert(connection, id, request.steps().size(), step, change);
            return false;
        });
    }

    /// What a step writes.
    private interface Write {
        /// @return whether a message waits for the customer
        boolean on(StoredRequest request) throws SQLException;
    }

    private static RequestOutcome step(Connection connection, long id, RequestStep what, int seen, Write write)
            throws SQLException {
        Optional<StoredRequest> request = RequestRows.byId(connection, id);
        if (request.isEmpty()) {
            return new Refused(
                    RequestRefusal.UNKNOWN_REQUEST,
                    "there is no request " + id + "; request list shows those there are");
        }
        if (request.get().steps().size() != seen) {
            return new Refused(RequestRefusal.CHANGED, "request " + id + " was dealt with meanwhile; look at it again");
        }
        if (!what.isPossible(request.get().state())) {
            return new Refused(
                    RequestRefusal.WRONG_STATE,
                    "request " + id + " is " + request.get().state().code() + "; it cannot be " + what.code());
        }
        boolean isTold = write.on(request.get());
        return done(connection, id, isTold);
    }

    private static boolean isUnfit(String words) {
        return words.isBlank() || words.length() > WORDS_MOST;
    }

    static Refused noWords(String words) {
        return new Refused(
                RequestRefusal.NO_WORDS,
                "found " + words.length() + " letters, expected one to " + WORDS_MOST + " that say something");
    }

    /// How a customer is answered.
    ///
    /// @param language of their contacts; Arabic where nothing is known
    /// @param channel by which the answer goes; null where nothing reaches them
    public record Reach(Language language, @Nullable String channel) {}

    /// How an answer of a day would go.
    public static Reach reach(Database database, String account, LocalDate on) {
        try (Connection connection = database.connect()) {
            return reach(connection, account, on);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Reach reach(Connection connection, String account, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select coalesce(r.language, n.language, 'ar')::text as language, r.channel
                from (select 1) as one
                left join lateral (
                    select g.language, g.channel from rungs_on(?, 'request', ?) g order by g.ordinal limit 1) r on true
                left join lateral (
                    select s.language from contact_set s where s.account = ? and s.since <= ?
                    order by s.since desc, s.change desc limit 1) n on true""")) {
            query.setString(1, account);
            query.setObject(2, on);
            query.setString(3, account);
            query.setObject(4, on);
            return Rows.list(
                            query,
                            row -> new Reach(
                                    Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                                    row.getString("channel")))
                    .getFirst();
        }
    }

    /// One by its number.
    public static Optional<StoredRequest> of(Database database, long id) {
        try (Connection connection = database.connect()) {
            return RequestRows.byId(connection, id);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of an account, or of all accounts, in the order in which they came.
    public static List<StoredRequest> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            return account == null ? RequestRows.all(connection) : RequestRows.ofAccount(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static boolean isAccount(Connection connection, String account) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from customer_account where reference = ?")) {
            query.setString(1, account);
            return !Rows.list(query, _ -> true).isEmpty();
        }
    }

    private interface Work {
        RequestOutcome on(Connection connection, long change) throws SQLException;
    }

    private static RequestOutcome make(Database database, Change why, Work work) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            RequestOutcome outcome = work.on(connection, change);
            return new Done<>(outcome, outcome instanceof RequestOutcome.Done);
        });
    }

    private static RequestOutcome done(Connection connection, long id, boolean isTold) throws SQLException {
        return new RequestOutcome.Done(RequestRows.byId(connection, id).orElseThrow(), isTold);
    }
}
