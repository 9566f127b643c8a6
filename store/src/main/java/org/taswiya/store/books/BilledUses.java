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
    private static final String SELECT = """
            select a.account, a.reference, c.class::text, a.households, u.from_day, u.to_day, u.usage
            from (select distinct on (b.agreement, s.from_day, s.to_day)
                         b.agreement, s.from_day, s.to_day, s.usage
                  from bill b join bill_segment s on s.bill = b.serial
                  where b.agreement in (select reference from service_agreement
                                        where tariff = ? and (?::text is null or account = ?))
                    and not exists (select from cancellation x where x.bill = b.serial)
                    and s.from_day >= ?::date and s.to_day <= ?::date
                  order by b.agreement, s.from_day, s.to_day, b.serial desc) u
            join service_agreement a on a.reference = u.agreement
            join customer_account t on t.reference = a.account
            join customer c on c.reference = t.customer
            where ?::text is null or c.class::text = ?
            order by a.account, a.reference, u.from_day, u.to_day""";

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

    /// All of them: account by account, then by agreement and days.
    public static void each(Database database, Whose whose, Consumer<BilledUse> use) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false); // rows then come in portions
            try (PreparedStatement query = connection.prepareStatement(SELECT)) {
                query.setString(1, whose.tariff());
                setOrNull(query, 2, whose.account());
                query.setObject(4, whose.days().from());
                query.setObject(5, whose.days().to());
                setOrNull(query, 6, whose.customerClass());
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
