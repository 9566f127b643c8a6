package org.taswiya.web.api.write;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.api.Once;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.JsonOut;

/// Does what a request asks for, or answers it as it was answered before.
public final class OnceDone {
    private OnceDone() {}

    /// What is done in the transaction.
    public interface Work {
        Reply on(Connection connection) throws SQLException;
    }

    /// The same, where a change is written down with it.
    interface BooksWork {
        Reply on(Connection connection, long change) throws SQLException;
    }

    /// In a transaction of its own: what is refused leaves nothing.
    static Reply inBooks(Database database, Once.Request request, Change why, BooksWork work) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Reply reply = orAgain(connection, request, same -> work.on(same, change));
            return new BooksTransaction.Done<>(reply, reply instanceof Reply.Told);
        });
    }

    /// One transaction for what others do, each in what would be one of its own, and for what is kept of it: what is
    /// refused leaves nothing.
    public static Reply within(Database database, Once.Request request, Work work) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Reply reply = orAgain(connection, request, work);
            if (reply instanceof Reply.Told) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return reply;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Reply orAgain(Connection connection, Once.Request request, Work work) throws SQLException {
        return switch (Once.look(connection, request)) {
            case Once.Found.Done(int status, String answer) -> new Reply.ToldAgain(status, answer, true);
            case Once.Found.Other _ ->
                new Reply.Refused(Problem.of(
                        ProblemKind.IDEMPOTENCY_KEY_REUSED,
                        "Another request was done under this name. Send what is new under a new one."));
            case Once.Found.New _ -> {
                Reply reply = work.on(connection);
                if (reply instanceof Reply.Told(int status, Record answer)) {
                    String json = new String(JsonOut.bytes(answer), StandardCharsets.UTF_8);
                    Once.keep(connection, request, status, json);
                }
                yield reply;
            }
        };
    }
}
