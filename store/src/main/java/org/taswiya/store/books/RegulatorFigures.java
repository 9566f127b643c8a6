package org.taswiya.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
    /// @param longestChain of bills in a row that rest on estimates, counted from the agreement's last bill on a
    ///     reading, whatever the days that are asked for
    /// @param inARow how many bills are the first, the second, ... in a row; the last counts all from there on
    /// @param charged, credited, even settlements of earlier bills by the sign of the true-up, and the two sums
    /// @param cut settlements of which a limit on back-billing took something away, and what it came to
    public record Figures(
            String month,
            String service,
            String customerClass,
            String area,
            long bills,
            long estimated,
            int longestChain,
            List<Long> inARow,
            long charged,
            Money chargedSum,
            long credited,
            Money creditedSum,
            long even,
            long cut,
            Money writtenOff) {

        public Figures {
            inARow = List.copyOf(inARow);
        }

        /// Bills that are at least the third in a row.
        public long thirdInARow() {
            return inARow.stream().skip(2).mapToLong(Long::longValue).sum();
        }
    }

    /// How far bills in a row are told apart.
    public static final int IN_A_ROW_MOST = 6;

    /// Bills that stand, each with how many in a row rest on estimates, itself with them: those after the last bill on
    /// a reading. A bill that was taken back breaks no row and lengthens none.
    private static final String STANDING = """
            with standing as (
                select b.*, count(*) filter (where b.basis = 'reading')
                                over (partition by b.agreement order by b.serial) as readings
                from bill b where not exists (select from cancellation x where x.bill = b.serial)),
            bills as (
                select s.*, count(*) filter (where s.basis = 'estimate')
                                over (partition by s.agreement, s.readings order by s.serial) as in_a_row
                from standing s)
            select\s""";

    private static final String COUNTS = """
            count(*) as bills,
            count(*) filter (where b.basis = 'estimate') as estimated,
            coalesce(max(b.in_a_row) filter (where b.basis = 'estimate'), 0) as longest_chain,
            count(*) filter (where b.basis = 'estimate' and b.in_a_row = 1) as in_a_row_1,
            count(*) filter (where b.basis = 'estimate' and b.in_a_row = 2) as in_a_row_2,
            count(*) filter (where b.basis = 'estimate' and b.in_a_row = 3) as in_a_row_3,
            count(*) filter (where b.basis = 'estimate' and b.in_a_row = 4) as in_a_row_4,
            count(*) filter (where b.basis = 'estimate' and b.in_a_row = 5) as in_a_row_5,
            count(*) filter (where b.basis = 'estimate' and b.in_a_row >= 6) as in_a_row_6,
            count(*) filter (where s.true_up > 0) as charged,
            coalesce(sum(s.true_up) filter (where s.true_up > 0), 0) as charged_sum,
            count(*) filter (where s.true_up < 0) as credited,
            coalesce(-sum(s.true_up) filter (where s.true_up < 0), 0) as credited_sum,
            count(*) filter (where s.true_up = 0) as even,
            count(*) filter (where s.written_off > 0) as cut,
            coalesce(sum(s.written_off), 0) as written_off
            from bills b
            join service_agreement a on a.reference = b.agreement
            join customer_account k on k.reference = a.account
            join customer c on c.reference = k.customer
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            left join settlement s on s.bill = b.serial
            where b.billed_on >= ? and b.billed_on < ?
            group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

    /// Counts the bills of some days.
    ///
    /// @param to the first day that no longer counts
    /// @param by what is counted apart; nothing gives one row
    public static List<Figures> of(Database database, LocalDate from, LocalDate to, Set<By> by) {
        StringBuilder sql = new StringBuilder(STANDING);
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
                inARow(row),
                row.getLong("charged"),
                Money.ofMinor(row.getLong("charged_sum")),
                row.getLong("credited"),
                Money.ofMinor(row.getLong("credited_sum")),
                row.getLong("even"),
                row.getLong("cut"),
                Money.ofMinor(row.getLong("written_off")));
    }

    private static List<Long> inARow(ResultSet row) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (int number = 1; number <= IN_A_ROW_MOST; number++) {
            counts.add(row.getLong("in_a_row_" + number));
        }
        return counts;
    }
}
