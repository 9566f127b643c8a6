package org.taswiya.store.books;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.taswiya.core.billing.UnbilledRevenue;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.store.Rows;

/// Revenue that bills have booked on the other side of a day than the one on which it was supplied.
public final class RevenueAcross {
    /// By days, and by how many there are in the segment, so that what a share of it comes to is rounded once.
    private static final String PARTS = """
            with part as (
                select b.agreement, s.codes, s.claimed, s.to_day - s.from_day as of_days,
                       case when b.billed_on >= day.day then least(s.to_day, day.day) - s.from_day
                            else greatest(s.from_day, day.day) - s.to_day end as days
                from (select ?::date as day) day
                join bill b on b.billed_on >= day.day or b.billed_to > day.day
                join bill_segment s on s.bill = b.serial
                where case when b.billed_on >= day.day then s.from_day < day.day else s.to_day > day.day end
                    and not exists (select from cancellation c where c.bill = b.serial)
                union all
                select b.agreement, s.codes, s.claimed, 1, -1
                from (select ?::date as day) day
                join cancellation c on c.cancelled_on >= day.day
                join bill b on b.serial = c.bill and b.billed_on < day.day
                join bill_segment s on s.bill = b.serial)
            select p.service, c.code, part.of_days, sum(a.claimed * part.days)::numeric
            from part
            join service_agreement g on g.reference = part.agreement
            join usage_point p on p.reference = g.usage_point
            cross join unnest(part.codes, part.claimed) as a(code, claimed)
            join amount_code c on c.id = a.code and not c.is_tax
            group by p.service, c.code, part.of_days""";

    private RevenueAcross() {}

    private record Of(String service, String component) {}

    /// Adds what was supplied before a day and booked on it or later, takes off what was booked before it and supplied
    /// later, and what was booked before it and cancelled since: that is billed anew. A segment's amounts are shared
    /// out by days, and each component is rounded once, half up.
    public static void add(Connection connection, LocalDate day, UnbilledRevenue unbilled) throws SQLException {
        Map<Of, Fraction> sums = new HashMap<>();
        asWholeSets(connection);
        try (PreparedStatement query = connection.prepareStatement(PARTS)) {
            query.setObject(1, day);
            query.setObject(2, day);
            Rows.each(
                    query,
                    row -> sums.merge(
                            new Of(row.getString(1), row.getString(2)),
                            Fraction.of(row.getBigDecimal(4).longValueExact(), row.getLong(3) * 100),
                            Fraction::plus));
        }
        sums.forEach((of, sum) -> unbilled.add(of.service(), of.component(), sum.toMoney(RoundingMode.HALF_UP)));
    }

    private static void asWholeSets(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_nestloop = off");
        }
    }
}
