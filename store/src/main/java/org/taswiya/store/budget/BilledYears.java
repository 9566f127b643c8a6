package org.taswiya.store.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.budget.BilledYear;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// What the agreements of accounts were billed in the year before a day: bills that stand, of agreements that go on.
/// The days that they cover begin where the bill before them ended, or where the first one looked from.
final class BilledYears {
    private static final String SELECT = """
            select a.account, a.reference, y.billed, y.billed_to - coalesce((
                    select max(p.billed_to) from bill p
                    where p.agreement = a.reference and p.billed_on < ?
                        and not exists (select from cancellation c where c.bill = p.serial)), y.gap_from) as days
            from service_agreement a cross join lateral (
                select sum(b.net + b.tax)::bigint as billed, max(b.billed_to) as billed_to, min(b.gap_from) as gap_from
                from bill b
                where b.agreement = a.reference and b.billed_on >= ? and b.billed_on < ?
                    and not exists (select from cancellation c where c.bill = b.serial)) y
            where a.account = any(?) and y.billed is not null and (a.to_day is null or a.to_day > ?)
            order by a.account, a.reference""";

    private BilledYears() {}

    static Map<String, List<BilledYear>> before(Connection connection, Collection<String> accounts, LocalDate day)
            throws SQLException {
        Map<String, List<BilledYear>> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setObject(1, day.minusYears(1));
            query.setObject(2, day.minusYears(1));
            query.setObject(3, day);
            query.setArray(4, SqlArrays.texts(connection, accounts));
            query.setObject(5, day);
            Rows.each(query, row -> {
                if (row.getInt("days") > 0) {
                    found.computeIfAbsent(row.getString("account"), _ -> new ArrayList<>())
                            .add(new BilledYear(
                                    row.getString("reference"),
                                    Money.ofMinor(row.getLong("billed")),
                                    row.getInt("days")));
                }
            });
        }
        return found;
    }
}
