package org.taswiya.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What stands billed as used, period by period: of a period that was billed several times, what the last bill says
/// that stands.
public final class BilledUses {
    /// A bill's last period ends where the bill does, so that one which ends before these days is not looked into. All
    /// is joined before it is sorted: PostgreSQL then joins a million of each on all its workers, and sorts once.
    private static final String SELECT = """
            select distinct on (a.account, a.reference, s.from_day, s.to_day)
                   a.account, a.reference, c.class::text, a.households, s.from_day, s.to_day, s.usage
            from service_agreement a
            join customer_account t on t.reference = a.account
            join customer c on c.reference = t.customer
            join bill b on b.agreement = a.reference
            join bill_segment s on s.bill = b.serial
            where a.tariff = ? and (?::text is null or a.account = ?) and (?::text is null or c.class::text = ?)
                and b.billed_to > ?::date and s.from_day >= ?::date and s.to_day <= ?::date
                and not exists (select from cancellation x where x.bill = b.serial)
            order by a.account, a.reference, s.from_day, s.to_day, b.serial desc""";

    private BilledUses() {}

    /// Whose uses, and of which days.
    ///
    /// @param tariff by which they are billed now
    /// @param account of one account; empty for all
    /// @param customerClass of customers; empty for all
    /// @param days in which periods lie whole
    public record Whose(String tariff, String account, String customerClass, DateRange days) {
        public static Whose ofAccount(String tariff, String account, DateRange days) {
            return new Whose(tariff, account, "", days);
        }

        public static Whose ofClass(String tariff, CustomerClass customerClass, DateRange days) {
            return new Whose(tariff, "", customerClass.code(), days);
        }

        public static Whose ofAll(String tariff, DateRange days) {
            return new Whose(tariff, "", "", days);
        }
    }

    /// One of them.
    public record BilledUse(
            String account, String agreement, String customerClass, int households, DateRange period, Decimal usage) {}

    /// Up to which bill it is, and up to which change of those that take bills back.
    public record UpTo(long bill, long cancellation) {}

    /// Another once more stands billed, or less.
    public static UpTo upTo(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select coalesce((select max(serial) from bill), 0),
                               coalesce((select max(change) from cancellation), 0)""")) {
            return Rows.list(query, row -> new UpTo(row.getLong(1), row.getLong(2)))
                    .getFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// All of them: account by account, then by agreement and days.
    public static void each(Database database, Whose whose, Consumer<BilledUse> use) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false); // rows then come in portions
            try (PreparedStatement query = connection.prepareStatement(SELECT)) {
                query.setString(1, whose.tariff());
                setOrNull(query, 2, whose.account());
                setOrNull(query, 4, whose.customerClass());
                query.setObject(6, whose.days().from());
                query.setObject(7, whose.days().from());
                query.setObject(8, whose.days().to());
                Rows.each(
                        query,
                        row -> use.accept(new BilledUse(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                DateRange.of(Rows.date(row, "from_day"), Rows.date(row, "to_day")),
                                Rows.decimal(row, "usage"))));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static void setOrNull(PreparedStatement query, int first, String value) throws SQLException {
        query.setString(first, value.isEmpty() ? null : value);
        query.setString(first + 1, value.isEmpty() ? null : value);
    }
}
