package org.taswiya.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.ControlKind;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.Literals;

/// What the books have of what an old system says that there is.
public final class BooksTotals {
    /// Opening items that nobody has taken back.
    private static final String ITEMS = """
             from opening_item i
            where not exists (
                select from opening_item_taken_back t where t.account = i.account and t.reference = i.reference)
            and\s""";

    private BooksTotals() {}

    /// One total beside what the books have.
    public record Compared(ControlTotal stated, Decimal found) {
        /// Above zero when the books have more.
        public Decimal difference() {
            return found.minus(stated.value());
        }

        public boolean agrees() {
            return difference().isZero();
        }
    }

    /// Counts what is stated, and nothing else, all on one state of the database.
    ///
    /// @param readTo readings after this day are not counted; null where all are
    public static List<Compared> compare(Database database, List<ControlTotal> totals, @Nullable LocalDate readTo) {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Compared> compared = new ArrayList<>();
            for (ControlTotal total : totals) {
                compared.add(new Compared(total, found(connection, total, readTo)));
            }
            return compared;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Decimal found(Connection connection, ControlTotal total, @Nullable LocalDate readTo)
            throws SQLException {
        String service = total.service();
        String select = "select coalesce((" + select(total.kind()) + "), 0) as found";
        try (PreparedStatement query = connection.prepareStatement(
                select.replace("{to}", readTo == null ? "true" : "r.at <= " + Literals.of(readTo))
                        .replace("{service}", Literals.of(service == null ? "" : service)))) {
            return Rows.list(query, row -> Rows.decimal(row, "found")).getFirst();
        }
    }

    private static String select(ControlKind kind) {
        return switch (kind) {
            case CUSTOMERS -> "select count(*) from customer";
            case ACCOUNTS -> "select count(*) from customer_account";
            case PREMISES -> "select count(*) from premise";
            case USAGE_POINTS -> "select count(*) from usage_point";
            case METERS -> "select count(*) from meter";
            case EXCHANGES -> "select count(*) from meter_exchange where revision = 1";
            case AGREEMENTS -> "select count(*) from service_agreement";
            case READINGS -> "select count(*) from reading r where r.revision = 1 and {to}";
            case LAST_READINGS -> """
                select trim_scale(sum(l.value)) from (
                    select distinct on (r.usage_point) r.value
                    from reading r join usage_point p on p.reference = r.usage_point
                    where p.service = {service} and {to}
                    order by r.usage_point, r.at desc, r.revision desc) l""";
            case FORMER_BILLS -> "select count(*) from former_bill";
            case FORMER_BILLS_TOTAL -> "select sum(net + tax) * 0.01 from former_bill";
            case OPEN_ITEMS -> "select count(*)" + ITEMS + "amount > 0";
            case OPEN_ITEMS_SUM -> "select sum(amount) * 0.01" + ITEMS + "amount > 0";
            case CREDITS -> "select count(*)" + ITEMS + "amount < 0";
            case CREDITS_SUM -> "select -sum(amount) * 0.01" + ITEMS + "amount < 0";
        };
    }
}
