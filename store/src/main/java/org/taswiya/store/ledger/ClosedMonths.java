package org.taswiya.store.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Months of which nothing is booked any more.
public final class ClosedMonths {
    private ClosedMonths() {}

    /// A month that is closed, and all before it.
    ///
    /// @param accrued revenue booked on its last day and taken back on the day after
    /// @param bills that would have been made at its end
    /// @param withheld agreements that would have got none, of which nothing is booked
    /// @param author who closed it
    public record ClosedMonth(YearMonth month, Money accrued, long bills, long withheld, String author, String why) {}

    /// The first day on which something can be booked; the earliest day there is while no month is closed.
    public static LocalDate openFrom(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select first_open_day()");
                ResultSet row = query.executeQuery()) {
            row.next();
            LocalDate day = row.getObject(1, LocalDate.class);
            return day == null ? LocalDate.MIN : day;
        }
    }

    /// Books what a month lacks and closes it, in a transaction of the caller's.
    ///
    /// @param accrual of its last day; null where nothing is to be booked
    public static void close(
            Connection connection,
            long change,
            YearMonth month,
            @Nullable JournalEntry accrual,
            long bills,
            long withheld)
            throws SQLException {
        Long accrued = null;
        Long reversed = null;
        if (accrual != null) {
            EntryRows entries = new EntryRows();
            entries.begin(connection);
            accrued = entries.add(accrual);
            reversed = entries.add(
                    accrual.reversed(month.plusMonths(1).atDay(1), "takes back what " + month + " was given"));
            entries.send(connection);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into closed_month values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, month.atDay(1));
            insert.setObject(2, accrued);
            insert.setObject(3, reversed);
            insert.setLong(4, bills);
            insert.setLong(5, withheld);
            insert.setLong(6, change);
            insert.executeUpdate();
        }
    }

    /// The last one first.
    public static List<ClosedMonth> list(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                select m.month, coalesce(sum(p.amount) filter (where a.name = 'assets:unbilled'), 0), m.bills,
                       m.withheld, c.author, c.reason
                from closed_month m
                join change c on c.id = m.change
                left join posting p on p.entry = m.accrual
                left join ledger_account a on a.id = p.account
                group by m.month, m.bills, m.withheld, c.author, c.reason
                order by m.month desc""")) {
            return Rows.list(
                    query,
                    row -> new ClosedMonth(
                            YearMonth.from(Rows.date(row, "month")),
                            Money.ofMinor(row.getLong(2)),
                            row.getLong(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getString(6)));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
