package org.taswiya.store.bank;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.taswiya.core.bank.StatusReport;
import org.taswiya.core.bank.StatusReport.Line;
import org.taswiya.core.bank.StatusReport.Status;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.BooksTransaction;

/// What banks say of orders. What is rejected ends: a refund's money is the customer's credit again, the item of a
/// direct debit is free again. What is accepted waits for the statement, which alone moves money.
public final class StatusReports {
    private final Connection connection;
    private final LocalDate today;
    private final long change;
    private final List<Rejected> rejected = new ArrayList<>();

    /// What became of one that was rejected.
    public enum Effect {
        /// It has ended.
        ENDED,
        /// It had ended before; nothing is changed.
        ENDED_BEFORE,
        /// A statement has shown its money; what the statement says stands, and a person asks the bank.
        PAID,
        /// It returns money that was nobody's: it stays as it is, for a person.
        NOBODYS
    }

    /// @param reason the bank's code; empty where it has given none
    public record Rejected(String endToEnd, String reason, String said, Effect effect) {}

    /// What came of a report.
    public sealed interface Answer {
        /// @param isNew false where it was taken before, and nothing is changed
        record Taken(String order, boolean isNew, List<Rejected> rejected) implements Answer {
            public Taken {
                rejected = List.copyOf(rejected);
            }
        }

        /// Nothing was written.
        record Refused(DecisionReason reason, String found) implements Answer {}
    }

    private StatusReports(Connection connection, LocalDate today, long change) {
        this.connection = connection;
        this.today = today;
        this.change = change;
    }

    /// Takes a report, all of it or nothing. The same again changes nothing.
    public static Answer take(Database database, StatusReport report, LocalDate today, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            Answer answer = new StatusReports(connection, today, change).take(report);
            return new BooksTransaction.Done<>(answer, answer instanceof Answer.Taken taken && taken.isNew());
        });
    }

    private record Order(long id, String bank) {}

    private Answer take(StatusReport report) throws SQLException {
        Optional<Order> found = order(report.order());
        if (found.isEmpty()) {
            return new Answer.Refused(
                    DecisionReason.UNKNOWN_ORDER, "no order " + report.order() + " was sent from here");
        }
        Order order = found.get();
        if (isThere(order, report)) {
            return new Answer.Taken(report.order(), false, List.of());
        }
        List<String> names = names(order);
        for (Line line : report.lines()) {
            if (!line.endToEnd().isEmpty() && !names.contains(line.endToEnd())) {
                return new Answer.Refused(
                        DecisionReason.NOT_IN_ORDER,
                        "line " + line.line() + ": " + line.endToEnd() + " is not in order " + report.order());
            }
        }
        insert(order, report);
        for (Map.Entry<String, Line> one : ended(report, names).entrySet()) {
            Line line = one.getValue();
            rejected.add(new Rejected(one.getKey(), line.reason(), line.said(), reject(order, one.getKey(), line)));
        }
        return new Answer.Taken(report.order(), true, rejected);
    }

    /// What is rejected, by its name; what is said of itself goes before what is said of the whole.
    private static Map<String, Line> ended(StatusReport report, List<String> names) {
        Map<String, Line> ended = new LinkedHashMap<>();
        for (Line line : report.lines()) {
            if (line.status() == Status.REJECTED && !line.endToEnd().isEmpty()) {
                ended.put(line.endToEnd(), line);
            }
        }
        for (Line line : report.lines()) {
            if (line.status() == Status.REJECTED && line.endToEnd().isEmpty()) {
                names.forEach(name -> ended.putIfAbsent(name, line));
            }
        }
        return ended;
    }

    private Effect reject(Order order, String name, Line line) throws SQLException {
        long refund = StoredRefund.idOf(name);
        return refund > 0 ? rejectRefund(order, refund, line) : rejectDebit(name);
    }

    private Effect rejectRefund(Order order, long id, Line line) throws SQLException {
        RefundRows.Found found = Objects.requireNonNull(RefundRows.sent(connection, id, order.bank()));
        StoredRefund refund = found.refund();
        if (found.isBack() || found.isPaid()) {
            return found.isBack() ? Effect.ENDED_BEFORE : Effect.PAID;
        }
        if (refund.account() == null) {
            return Effect.NOBODYS;
        }
        EntryRows ledger = new EntryRows();
        ledger.begin(connection);
        String why = "rejected by " + order.bank() + (line.reason().isEmpty() ? "" : ": " + line.reason());
        RefundBooks.giveBack(connection, ledger, refund, today, why);
        ledger.send(connection);
        RefundRows.outcome(connection, id, false, today, 0, change);
        return Effect.ENDED;
    }

    private Effect rejectDebit(String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select is_paid from collection_outcome where end_to_end = ?")) {
            query.setString(1, name);
            List<Boolean> outcomes = Rows.list(query, row -> row.getBoolean(1));
            if (outcomes.isEmpty()) {
                Collections.ended(connection, name, false, 0, change);
                return Effect.ENDED;
            }
            return outcomes.contains(false) ? Effect.ENDED_BEFORE : Effect.PAID;
        }
    }

    private Optional<Order> order(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id, bank from bank_order where name = ?")) {
            query.setString(1, name);
            return Rows.list(query, row -> new Order(row.getLong(1), row.getString(2))).stream()
                    .findFirst();
        }
    }

    private boolean isThere(Order order, StatusReport report) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from bank_status_report where bank_order = ? and report = ?")) {
            query.setLong(1, order.id());
            query.setString(2, report.id());
            return !Rows.list(query, row -> row).isEmpty();
        }
    }

    /// What we have called what is in the order.
    private List<String> names(Order order) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select end_to_end as name from collection where bank_order = ?
                union all select refund_number(refund) from refund_sent where bank_order = ?
                order by 1""")) {
            query.setLong(1, order.id());
            query.setLong(2, order.id());
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private void insert(Order order, StatusReport report) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bank_status_report values (?, ?, ?)")) {
            insert.setLong(1, order.id());
            insert.setString(2, report.id());
            insert.setLong(3, change);
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into bank_status_line values (?, ?, ?, ?, ?::bank_status, ?, ?)")) {
            int ordinal = 0;
            for (Line line : report.lines()) {
                insert.setLong(1, order.id());
                insert.setString(2, report.id());
                insert.setInt(3, ++ordinal);
                insert.setString(4, line.endToEnd());
                insert.setString(5, line.status().name().toLowerCase(Locale.ROOT));
                insert.setString(6, line.reason());
                insert.setString(7, line.said());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
