package org.taswiya.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// How much is in the books, and how large they are. Counted, not estimated, all on one state of the database.
///
/// @param counts of what there is, in the order in which it comes about
/// @param readings by kind
/// @param bills by month of billing, the first one first
/// @param tables the largest first
/// @param databaseBytes all of it on disk
/// @param openEstimates agreements whose last bill rests on an estimate that no reading has settled yet
/// @param oldest the one of them that has waited longest; null when there is none
public record BooksStatistics(
        List<Count> counts,
        List<Readings> readings,
        List<Month> bills,
        List<Table> tables,
        long databaseBytes,
        long openEstimates,
        @Nullable OpenEstimate oldest) {

    public BooksStatistics {
        counts = List.copyOf(counts);
        readings = List.copyOf(readings);
        bills = List.copyOf(bills);
        tables = List.copyOf(tables);
    }

    /// How many there are of something.
    public record Count(String what, long number) {}

    /// @param superseded of all revisions, those that are not in force
    public record Readings(String kind, long all, long superseded) {}

    /// The bills of a month.
    ///
    /// @param month for example `2020-03`
    /// @param cancelled of both kinds
    /// @param total of those that stand
    public record Month(String month, long onReadings, long onEstimates, long cancelled, Money total) {}

    /// @param bytes with indexes and everything else that belongs to it
    public record Table(String name, long bytes) {}

    /// @param since the day of the last actual reading
    /// @param bills in a row that rest on estimates
    public record OpenEstimate(String agreement, LocalDate since, int bills) {}

    private static final String COUNTS = """
            select * from (values
                (1, 'customers', (select count(*) from customer)),
                (2, 'accounts', (select count(*) from customer_account)),
                (3, 'premises', (select count(*) from premise)),
                (4, 'usage points', (select count(*) from usage_point)),
                (5, 'meters in place', (select count(*) from meter where removed_at is null)),
                (6, 'agreements running', (select count(*) from service_agreement where to_day is null)),
                (7, 'agreements ended', (select count(*) from service_agreement where to_day is not null)),
                (8, 'bills of the old system', (select count(*) from former_bill)),
                (9, 'bills', (select count(*) from bill)),
                (10, 'bill segments', (select count(*) from bill_segment)),
                (11, 'charge lines', (select count(*) from charge_line)),
                (12, 'documents written with their run', (select count(*) from bill_document)),
                (13, 'journal entries', (select count(*) from journal_entry)),
                (14, 'postings', (select count(*) from posting)),
                (15, 'changes', (select count(*) from change))) c (place, what, number)
            order by place""";

    private static final String READINGS = """
            select kind, count(*) as number, count(*) filter (where exists (
                select from reading l
                where l.usage_point = r.usage_point and l.at = r.at and l.revision > r.revision)) as superseded
            from reading r group by kind order by kind""";

    private static final String BILLS = """
            select to_char(billed_on, 'YYYY-MM') as month,
                   count(*) filter (where basis = 'reading') as on_readings,
                   count(*) filter (where basis = 'estimate') as on_estimates,
                   count(c.bill) as cancelled,
                   coalesce(sum(net + tax) filter (where c.bill is null), 0) as total
            from bill b left join cancellation c on c.bill = b.serial group by 1 order by 1""";

    private static final String TABLES = """
            select relname, pg_total_relation_size(oid) as bytes from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_total_relation_size(oid) > 0
            order by 2 desc, 1""";

    /// Agreements whose last bill is an estimate that stands.
    private static final String OPEN = """
            select agreement, next_gap_from, open_bills, count(*) over () as open
            from (select distinct on (agreement) agreement, serial, basis, next_gap_from, open_bills
                  from bill order by agreement, run desc) b
            where basis = 'estimate' and not exists (select from cancellation c where c.bill = b.serial)
            order by next_gap_from, agreement limit 1""";

    private record Oldest(long open, OpenEstimate estimate) {}

    /// Counts everything: on large books this reads them once.
    public static BooksStatistics of(Database database) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Oldest> oldest = list(
                    connection,
                    OPEN,
                    row -> new Oldest(
                            row.getLong("open"),
                            new OpenEstimate(row.getString(1), Rows.date(row, "next_gap_from"), row.getInt(3))));
            return new BooksStatistics(
                    list(connection, COUNTS, row -> new Count(row.getString("what"), row.getLong("number"))),
                    list(
                            connection,
                            READINGS,
                            row -> new Readings(row.getString(1), row.getLong(2), row.getLong("superseded"))),
                    list(
                            connection,
                            BILLS,
                            row -> new Month(
                                    row.getString("month"),
                                    row.getLong("on_readings"),
                                    row.getLong("on_estimates"),
                                    row.getLong("cancelled"),
                                    Money.ofMinor(row.getLong("total")))),
                    list(connection, TABLES, row -> new Table(row.getString(1), row.getLong("bytes"))),
                    list(connection, "select pg_database_size(current_database())", row -> row.getLong(1))
                            .getFirst(),
                    oldest.isEmpty() ? 0 : oldest.getFirst().open(),
                    oldest.isEmpty() ? null : oldest.getFirst().estimate());
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static <T> List<T> list(Connection connection, String select, Rows.Shape<T> shape) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(select)) {
            return Rows.list(query, shape);
        }
    }
}
