package org.taswiya.store.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Whom no message has reached: the agency has to tell them.
public final class LeftUntold {
    /// All messages of a cause have failed and none was withdrawn, or there never was one though it is wanted. No
    /// agency tells anybody a code by which they sign in: whoever still wants to asks for another one.
    private static final String UNTOLD = """
            with lost as (
                select m.cause_kind as kind, m.cause, m.account, count(*) as messages
                from message m where m.queued_at >= ? and m.cause_kind <> 'sign-in-code'
                group by m.cause_kind, m.cause, m.account
                having bool_and(m.state = 'failed') and not bool_or(exists (
                    select from message_attempt a where a.message = m.id and a.event = 'withdrawn'))),
            never as (
                select n.kind, n.cause, n.account, 0::bigint as messages
                from announcement n join change c on c.id = n.change
                where c.made_at >= ? and n.kind <> 'contact' and not is_unwanted(n.account, n.kind, ?)
                    and not exists (
                        select from message m
                        where m.cause_kind = n.kind and m.cause = n.cause and m.account = n.account)),
            unbilled as (
                select 'bill' as kind, bill_number(b.serial) as cause, b.account, 0::bigint as messages
                from bill b
                where b.run = any(?) and not exists (select from cancellation x where x.bill = b.serial)
                    and not exists (
                        select from message m where m.cause_kind = 'bill' and m.cause = bill_number(b.serial)
                            and m.account = b.account))
            select * from lost union all select * from never union all select * from unbilled
            order by kind, cause, account""";

    private LeftUntold() {}

    /// Takes each of them, by kind, cause and account.
    public interface Use {
        /// @param messages how many were tried and failed
        void with(Cause cause, String account, long messages);
    }

    /// @param since what was queued or announced from then on
    /// @param on whose preferences of that day count
    /// @param runs whose bills count too that never had a message
    public static void each(Database database, Instant since, LocalDate on, List<Long> runs, Use use) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(UNTOLD)) {
            connection.setAutoCommit(false); // so that rows come in portions
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            query.setObject(3, on);
            query.setArray(4, SqlArrays.numbers(connection, runs));
            Rows.each(
                    query,
                    row -> use.with(
                            new Cause(Cause.Kind.ofCode(row.getString("kind")).orElseThrow(), row.getString("cause")),
                            row.getString("account"),
                            row.getLong("messages")));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
