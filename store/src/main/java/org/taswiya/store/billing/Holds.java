package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// The work list: agreements that a run held and that have got no bill since, and what people decide about them.
public final class Holds {
    private Holds() {}

    /// An agreement that waits.
    ///
    /// @param billTo of the cycle that held it last
    /// @param reason the code of the first reason
    /// @param found what was found, one sentence for each reason
    /// @param isReleased whether a person has released it, so that the next run bills it
    public record OpenHold(
            String agreement,
            String account,
            long run,
            LocalDate billTo,
            String reason,
            String found,
            boolean isReleased) {}

    private static final String OPEN = """
            select h.agreement, a.account, h.run, r.bill_to, min(h.reason) filter (where h.ordinal = 1) as reason,
                   string_agg(h.found, '; ' order by h.ordinal) as found,
                   exists (select from hold_release l where l.agreement = h.agreement and l.after_bill >= coalesce((
                       select max(b.serial) from bill b where b.agreement = h.agreement), 0)) as is_released
            from held_agreement h
            join billing_run r on r.id = h.run
            join service_agreement a on a.reference = h.agreement
            where h.outcome = 'held'
                and not exists (select from held_agreement l where l.agreement = h.agreement and l.run > h.run)
                and not exists (select from bill b where b.agreement = h.agreement and b.run >= h.run)
            group by h.agreement, a.account, h.run, r.bill_to
            order by h.run, h.agreement""";

    /// All that wait, those that have waited longest first.
    public static List<OpenHold> open(Database database) {
        try (Connection connection = database.connect()) {
            return open(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<OpenHold> open(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OPEN)) {
            return Rows.list(
                    query,
                    row -> new OpenHold(
                            row.getString("agreement"),
                            row.getString("account"),
                            row.getLong("run"),
                            Rows.date(row, "bill_to"),
                            row.getString("reason"),
                            row.getString("found"),
                            row.getBoolean("is_released")));
        }
    }

    /// Lets the next bill of agreements leave whatever the checks find.
    ///
    /// @param agreements that wait
    /// @param why who decided it, when and for what reason
    public static void release(Database database, List<String> agreements, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into hold_release (change, agreement, after_bill)
                    select ?, ?, last_number from number_series where name = 'bill'""")) {
                for (String agreement : agreements) {
                    insert.setLong(1, change);
                    insert.setString(2, agreement);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
