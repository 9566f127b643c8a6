package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What banks have told and nobody knows yet.
public final class WorkList {
    /// Those that wait.
    public static final String WAITING = """
            select t.*, e.bank, e.reference, e.booked_on
            from bank_transaction t join bank_entry e on e.id = t.entry
            where t.outcome = 'waiting' and not exists (select from bank_decision d where d.transaction = t.id)
            """;

    private WorkList() {}

    /// How much waits.
    public record Waiting(int count, Money in, Money out) {}

    public static Waiting waiting(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select count(*), coalesce(sum(w.amount) filter (where w.amount > 0), 0)::bigint,
                               coalesce(sum(w.amount) filter (where w.amount < 0), 0)::bigint
                        from (%s) w""".formatted(WAITING))) {
            return Rows.list(
                            query,
                            row -> new Waiting(
                                    row.getInt(1), Money.ofMinor(row.getLong(2)), Money.ofMinor(row.getLong(3))))
                    .getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The largest amounts first, those of one amount by number; with what speaks for whom.
    public static List<WaitingTransaction> list(Database database, int most) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(WAITING + " order by abs(t.amount) desc, t.id limit ?")) {
            query.setInt(1, most);
            return Proposals.added(connection, Rows.list(query, WorkList::waiting));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One that waits; empty where none of this number does.
    public static Optional<WaitingTransaction> of(Database database, long id) {
        try (Connection connection = database.connect()) {
            return Proposals.added(connection, of(connection, id).stream().toList()).stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<WaitingTransaction> of(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(WAITING + " and t.id = ?")) {
            query.setLong(1, id);
            return Rows.list(query, WorkList::waiting).stream().findFirst();
        }
    }

    private static WaitingTransaction waiting(ResultSet row) throws SQLException {
        return new WaitingTransaction(
                row.getLong("id"),
                row.getString("bank"),
                row.getString("reference"),
                Rows.date(row, "booked_on"),
                new BankTransaction(
                        Money.ofMinor(row.getLong("amount")),
                        row.getString("end_to_end"),
                        row.getString("order_name"),
                        row.getString("remittance"),
                        row.getString("party"),
                        row.getString("party_account"),
                        row.getString("return_reason")),
                List.of());
    }
}
