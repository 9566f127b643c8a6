package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.NoticeDecision.Outcome;

/// What becomes of notice candidates, each decision in one transaction. Deciding the same again writes nothing;
/// deciding otherwise what is decided is refused.
public final class NoticeDecisions {
    private NoticeDecisions() {}

    /// What a decision came to.
    ///
    /// @param done decided now
    /// @param before decided just so before
    public record DecidedNotices(List<NoticeCandidate> done, List<NoticeCandidate> before) {
        public DecidedNotices {
            done = List.copyOf(done);
            before = List.copyOf(before);
        }
    }

    /// Decides about candidates, all of them or none.
    ///
    /// @param why who decided it, when and for what reason
    /// @throws IllegalArgumentException when one of them is not there or is decided otherwise; nothing is done then
    public static DecidedNotices decide(
            Database database, List<Long> numbers, Outcome outcome, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            List<NoticeCandidate> done = new ArrayList<>();
            List<NoticeCandidate> before = new ArrayList<>();
            for (NoticeCandidate candidate : named(connection, numbers)) {
                NoticeDecision decision = candidate.decision();
                if (decision != null && decision.outcome() != outcome) {
                    throw new IllegalArgumentException("notice " + candidate.number() + " is decided: "
                            + decision.outcome().code() + " by "
                            + decision.why().author());
                }
                (decision == null ? done : before).add(candidate);
            }
            if (!done.isEmpty()) {
                insert(connection, Changes.record(connection, why), outcome, done);
            }
            return new DecidedNotices(done, before);
        });
    }

    /// Writes that the customers of open candidates are told, in the transaction of the caller that tells them.
    public static void sent(Connection connection, long change, List<NoticeCandidate> candidates) throws SQLException {
        insert(connection, change, Outcome.SENT, candidates);
    }

    private static List<NoticeCandidate> named(Connection connection, List<Long> numbers) throws SQLException {
        Map<Long, NoticeCandidate> all = new TreeMap<>();
        NoticeCandidates.list(connection, NoticeFilter.ALL).forEach(one -> all.put(one.number(), one));
        List<NoticeCandidate> named = new ArrayList<>();
        for (Long number : new TreeSet<>(numbers)) {
            NoticeCandidate candidate = all.get(number);
            if (candidate == null) {
                throw new IllegalArgumentException("there is no notice " + number);
            }
            named.add(candidate);
        }
        return named;
    }

    private static void insert(Connection connection, long change, Outcome outcome, List<NoticeCandidate> candidates)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into notice_decision (number, outcome, change) values (?, ?::notice_outcome, ?)")) {
            for (NoticeCandidate candidate : candidates) {
                insert.setLong(1, candidate.number());
                insert.setString(2, outcome.code());
                insert.setLong(3, change);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
