package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.BankOrder;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bank.BankChange.Refusal;

/// Files for banks. Each is kept in the books to the letter before it is written out, and marked when it was.
///
/// Killed before the mark, the same file comes again, with the same names: a bank takes a message of one name once, and
/// nothing that is in one file is ever in another of another name. So nothing is paid twice, and nothing is lost.
public final class BankOrders {
    private BankOrders() {}

    /// Which message.
    public enum Kind {
        /// Money that is sent.
        TRANSFERS("pain.001"),
        /// Money that is collected.
        DEBITS("pain.008");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// A file to be written out.
    ///
    /// @param isNew whether it was made now; false where an earlier one was not marked, or is asked for again
    public record OrderFile(long id, String name, int orders, Money total, String text, boolean isNew) {}

    /// What an order is made of; an empty list where there is nothing to be asked for.
    interface Lines {
        /// Called once, in the transaction that keeps the order.
        List<BankOrder.Line> of(Connection connection, BankAccount bank, long order) throws SQLException;
    }

    /// What is written for the lines, in the same transaction, once the order is there.
    interface Marks {
        void write(Connection connection, long order, List<BankOrder.Line> lines) throws SQLException;
    }

    /// What is to be sent.
    ///
    /// @param render makes the file
    public record Wanted(Kind kind, String bank, LocalDate dueOn, Function<BankOrder, String> render) {}

    /// The approved refunds of a bank that are in no file yet; or the last file, if it was not marked.
    public static SentAnswer refunds(Database database, Wanted wanted, Change why) {
        Lines lines = (connection, bank, _) -> Refunded.lines(connection, bank.name());
        return make(database, wanted, why, lines, Refunded::mark);
    }

    /// The approved refunds of a bank that go in no file, because the payment behind them was taken back.
    public static List<String> keptBack(Database database, String bank) {
        try (Connection connection = database.connect()) {
            return Refunded.keptBack(connection, bank);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static SentAnswer make(Database database, Wanted wanted, Change why, Lines lines, Marks marks) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            try {
                SentAnswer answer = make(connection, wanted, why, change, lines, marks);
                switch (answer) {
                    case SentAnswer.Made made when made.file().isNew() -> connection.commit();
                    case SentAnswer.Made _ -> connection.rollback();
                    case SentAnswer.Refused _ -> connection.rollback();
                }
                return answer;
            } catch (Refusal refusal) {
                connection.rollback();
                return new SentAnswer.Refused(refusal.answer());
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static SentAnswer make(
            Connection connection, Wanted wanted, Change why, long change, Lines lines, Marks marks)
            throws SQLException {
        BankAccount bank = bank(connection, wanted.bank());
        Optional<OrderFile> unwritten = unwritten(connection, wanted);
        if (unwritten.isPresent()) {
            return new SentAnswer.Made(unwritten.get());
        }
        long id = nextId(connection);
        List<BankOrder.Line> own = lines.of(connection, bank, id);
        if (own.isEmpty()) {
            throw new Refusal(DecisionReason.NOTHING_TO_SEND, "nothing is to be sent from " + wanted.bank());
        }
        BankOrder order = new BankOrder(
                name(id),
                LocalDateTime.ofInstant(why.at(), ZoneOffset.UTC),
                new BankOrder.Holder(bank.holder(), bank.number(), bank.bic(), bank.creditor()),
                bank.currency(),
                wanted.dueOn(),
                own);
        OrderFile file = new OrderFile(
                id, order.name(), own.size(), order.total(), wanted.render().apply(order), true);
        insert(connection, wanted, file, change);
        marks.write(connection, id, own);
        return new SentAnswer.Made(file);
    }

    static BankAccount bank(Connection connection, String name) throws SQLException {
        try {
            return BankAccounts.named(connection, name);
        } catch (NoSuchElementException _) {
            throw new Refusal(
                    DecisionReason.UNKNOWN_BANK,
                    "there is no account " + name + " at a bank; ./taswiya bank list shows those there are");
        }
    }

    private static String name(long id) {
        String digits = Long.toString(id);
        return "TSW" + "0".repeat(10 - digits.length()) + digits;
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) + 1 from bank_order")) {
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static Optional<OrderFile> unwritten(Connection connection, Wanted wanted) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select o.* from bank_order o
                where o.bank = ? and o.kind = ?::bank_order_kind
                    and not exists (select from bank_order_written w where w.bank_order = o.id)
                order by o.id limit 1""")) {
            query.setString(1, wanted.bank());
            query.setString(2, wanted.kind().code());
            return Rows.list(query, BankOrders::file).stream().findFirst();
        }
    }

    /// A file that was made before, to the letter; empty where none has this name.
    public static Optional<OrderFile> again(Database database, String name) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("select * from bank_order where name = ?")) {
            query.setString(1, name);
            return Rows.list(query, BankOrders::file).stream().findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static OrderFile file(ResultSet row) throws SQLException {
        return new OrderFile(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("orders"),
                Money.ofMinor(row.getLong("total")),
                row.getString("file"),
                false);
    }

    private static void insert(Connection connection, Wanted wanted, OrderFile file, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bank_order values (?, ?, ?, ?::bank_order_kind, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, file.id());
            insert.setString(2, file.name());
            insert.setString(3, wanted.bank());
            insert.setString(4, wanted.kind().code());
            insert.setObject(5, wanted.dueOn());
            insert.setInt(6, file.orders());
            insert.setLong(7, file.total().minorUnits());
            insert.setString(8, file.text());
            insert.setLong(9, change);
            insert.executeUpdate();
        }
    }

    /// Says that a file lies where somebody wanted it. Said again, it changes nothing.
    public static void written(Database database, OrderFile file, String path, Change why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long change = Changes.record(connection, why);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into bank_order_written values (?, ?, ?) on conflict do nothing")) {
                insert.setLong(1, file.id());
                insert.setString(2, path);
                insert.setLong(3, change);
                if (insert.executeUpdate() == 0) {
                    connection.rollback();
                    return;
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What an order of refunds is made of.
    private static final class Refunded {
        /// The payment behind it was taken back: what was promised is the account's debt until a credit settles it.
        private static final String OWED_AGAIN = """
                select from open_item i
                where i.account = r.account and i.kind = 'refund' and i.number = refund_number(r.id)""";

        private Refunded() {}

        static List<BankOrder.Line> lines(Connection connection, String bank) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement("""
                    select r.*, c.author from refund r join change c on c.id = r.change
                    join refund_decision d on d.refund = r.id
                    where r.bank = ? and d.is_approved
                        and not exists (select from refund_sent s where s.refund = r.id)
                        and not exists (%s)
                    order by r.id""".formatted(OWED_AGAIN))) {
                query.setString(1, bank);
                return Rows.list(query, row -> line(RefundRows.refund(row)));
            }
        }

        static List<String> keptBack(Connection connection, String bank) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement("""
                    select r.id from refund r
                    where r.bank = ? and not exists (select from refund_sent s where s.refund = r.id) and exists (%s)
                    order by r.id""".formatted(OWED_AGAIN))) {
                query.setString(1, bank);
                return Rows.list(query, row -> StoredRefund.nameOf(row.getLong(1)));
            }
        }

        private static BankOrder.Line line(StoredRefund refund) {
            BankAccountNumber number = refund.number();
            String text = refund.account() == null ? "return" : "refund, account " + refund.account();
            return new BankOrder.Line(refund.name(), refund.amount(), number, refund.payee(), text, null);
        }

        static void mark(Connection connection, long order, List<BankOrder.Line> lines) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into refund_sent values (?, ?)")) {
                for (BankOrder.Line line : lines) {
                    insert.setLong(1, StoredRefund.idOf(line.endToEnd()));
                    insert.setLong(2, order);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }
}
