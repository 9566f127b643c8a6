package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// By which limits the readings of usage points are judged: those of their service and of the customers served. Where
/// nobody has an agreement, those of households.
public final class PointLimits {
    private static final String CLASSES = """
            select p.reference, p.service, (
                select c.class::text from service_agreement a
                join customer_account k on k.reference = a.account
                join customer c on c.reference = k.customer
                where a.usage_point = p.reference order by a.from_day desc limit 1) as class
            from unnest(?) as d(reference) join usage_point p on p.reference = d.reference""";

    private PointLimits() {}

    public static Map<String, ReadingLimits> of(
            Connection connection, Collection<String> usagePoints, ReadingChecks checks) throws SQLException {
        Map<String, ReadingLimits> limits = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(CLASSES)) {
            query.setArray(1, SqlArrays.texts(connection, usagePoints));
            Rows.each(query, row -> {
                String of = row.getString("class");
                CustomerClass served =
                        of == null ? CustomerClass.HOUSEHOLD : CustomerClass.valueOf(of.toUpperCase(Locale.ROOT));
                limits.put(row.getString("reference"), checks.of(row.getString("service"), served));
            });
        }
        return limits;
    }
}
