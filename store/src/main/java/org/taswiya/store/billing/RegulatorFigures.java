package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What a regulator asks about estimates and settlements, from the books: bills that stand, by the month in which they
/// were billed, the service, the class of customer and the area, or fewer of these.
public final class RegulatorFigures {
    private RegulatorFigures() {}

    /// By what bills are counted apart.
    public enum By {
        MONTH("to_char(b.billed_on, 'YYYY-MM')"),
        SERVICE("p.service"),
        CLASS("c.class::text"),
        AREA("e.area");

        private final String column;

        By(String column) {
            this.column = column;
        }

        /// As a person writes it.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One row.
    ///
    /// @param month, service, customerClass, area what it is about; empty where it is about all
    /// @param longestChain of bills in a row that rest on estimates
    /// @param chainsOfThree bills that are at least the third in a row
    /// @param charged, credited, even settlements of earlier bills by the sign of the true-up, and the two sums
    /// @param writtenOff what a limit on back-billing cut
    public record Figures(
            String month,
            String service,
            String customerClass,
            String area,
            long bills,
            long estimated,
            int longestChain,
            long chainsOfThree,
            long charged,
            Money chargedSum,
            long credited,
            Money creditedSum,
            long even,
            Money writtenOff) {}

    private static final String COUNTS = """
            count(*) as bills,
            count(*) filter (where b.basis = 'estimate') as estimated,
            coalesce(max(b.open_bills) filter (where b.basis = 'estimate'), 0) as longest_chain,
            count(*) filter (where b.basis = 'estimate' and b.open_bills >= 3) as chains_of_three,
            count(*) filter (where s.true_up > 0) as charged,
            coalesce(sum(s.true_up) filter (where s.true_up > 0), 0) as charged_sum,
            count(*) filter (where s.true_up < 0) as credited,
            coalesce(-sum(s.true_up) filter (where s.true_up < 0), 0) as credited_sum,
            count(*) filter (where s.true_up = 0) as even,
            coalesce(sum(s.written_off), 0) as written_off
            from bill b
            join service_agreement a on a.reference = b.agreement
            join customer_account k on k.reference = a.account
            join customer c on c.reference = k.customer
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            left join settlement s on s.bill = b.serial
            where b.billed_on >= ? and b.billed_on < ?
                and not exists (select from cancellation x where x.bill = b.serial)
            group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

    /// Counts the bills of some days.
    ///
    /// @param to the first day that no longer counts
    /// @param by what is counted apart; nothing gives one row
    public static List<Figures> of(Database database, LocalDate from, LocalDate to, Set<By> by) {
        StringBuilder sql = new StringBuilder("select ");
        for (By each : By.values()) {
            sql.append(by.contains(each) ? each.column : "''::text").append(", ");
        }
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql + COUNTS)) {
            query.setObject(1, from);
            query.setObject(2, to);
            return Rows.list(query, RegulatorFigures::figures);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong("bills"),
                row.getLong("estimated"),
                row.getInt("longest_chain"),
                row.getLong("chains_of_three"),
                row.getLong("charged"),
                Money.ofMinor(row.getLong("charged_sum")),
                row.getLong("credited"),
                Money.ofMinor(row.getLong("credited_sum")),
                row.getLong("even"),
                Money.ofMinor(row.getLong("written_off")));
    }
}
