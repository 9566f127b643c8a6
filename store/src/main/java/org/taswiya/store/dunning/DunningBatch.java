package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.dunning.Dunning;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningCase;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.run.BatchTransaction;

/// Some accounts that follow each other, decided on a day.
///
/// @param accounts what is done about each
/// @param last the last account looked at; empty when there was none
public record DunningBatch(List<Decided> accounts, String last) {
    public DunningBatch {
        accounts = List.copyOf(accounts);
    }

    /// An account.
    ///
    /// @param answers an answer for each item that is overdue
    /// @param isReconnected whether an order to give its supply back is proposed
    public record Decided(String account, Money overdue, List<DunningAnswer> answers, boolean isReconnected) {
        public Decided {
            answers = List.copyOf(answers);
        }
    }

    /// Only looks: what a run would do now.
    ///
    /// @param after the account after which it begins
    public static DunningBatch look(Database database, DunningRules rules, LocalDate on, String after, int most) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            BatchTransaction.readByIndex(connection);
            return decide(connection, rules, on, next(connection, on, after, most));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Only looks at one account; empty when there is none.
    public static Optional<Decided> of(Database database, DunningRules rules, LocalDate on, String account) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return decide(connection, rules, on, List.of(account)).accounts().stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Decides them and writes what is sent, in one transaction: killed at any moment, all of the batch stands or
    /// nothing, and whoever does it again sends only what was not sent.
    public static DunningBatch send(
            Database database, DunningRules rules, LocalDate on, String after, int most, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            DunningBatch batch = decide(connection, rules, on, next(connection, on, after, most));
            boolean isWritten = DunningRows.write(connection, batch.accounts(), on, change);
            return new BooksTransaction.Done<>(batch, isWritten);
        });
    }

    private static DunningBatch decide(Connection connection, DunningRules rules, LocalDate on, List<String> accounts)
            throws SQLException {
        List<Decided> decided = new ArrayList<>();
        List<String> cutOff = ServiceOrders.cutOff(connection, accounts);
        for (Map.Entry<String, DunningCase> of :
                DunningCases.of(connection, accounts, rules, on).entrySet()) {
            Money overdue = Dunning.overdue(of.getValue(), on);
            decided.add(new Decided(
                    of.getKey(),
                    overdue,
                    Dunning.answers(of.getValue(), on),
                    overdue.isZero() && cutOff.contains(of.getKey())));
        }
        return new DunningBatch(decided, accounts.isEmpty() ? "" : accounts.getLast());
    }

    /// Those who owe something that is overdue, and those whose supply is cut; each reads its index no further than
    /// needed.
    private static List<String> next(Connection connection, LocalDate on, String after, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                (select distinct account from open_item where account > ? and due_on < ? order by account limit ?)
                union
                (select distinct o.account from service_order o
                 join service_order_decision d on d.service_order = o.id and d.is_approved
                 where o.account > ? and o.order_kind = 'disconnection'
                     and not exists (select from service_order r where r.ends = o.id)
                 order by o.account limit ?)
                order by 1 limit ?""")) {
            query.setString(1, after);
            query.setObject(2, on);
            query.setInt(3, most);
            query.setString(4, after);
            query.setInt(5, most);
            query.setInt(6, most);
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
