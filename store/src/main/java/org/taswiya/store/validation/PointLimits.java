package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.validation.AgreementsThere.AgreementDays;

/// By which limits the readings of usage points are judged: those of their service and of the customers served. Where
/// nobody has an agreement, those of households.
public final class PointLimits {
    private static final String ACCOUNTS =
            "select reference, customer from customer_account where reference = any({keys})";

    private static final String CUSTOMERS = "select reference, class::text from customer where reference = any({keys})";

    private PointLimits() {}

    public static Map<String, ReadingLimits> of(
            Connection connection, Collection<String> usagePoints, ReadingChecks checks) throws SQLException {
        MetersThere meters = MetersThere.of(connection, usagePoints, List.of());
        AgreementsThere agreements = AgreementsThere.of(connection, usagePoints);
        return of(connection, meters, agreements, usagePoints, checks);
    }

    /// The same where the points and their agreements have been looked up.
    static Map<String, ReadingLimits> of(
            Connection connection,
            MetersThere meters,
            AgreementsThere agreements,
            Collection<String> usagePoints,
            ReadingChecks checks)
            throws SQLException {
        Map<String, String> services = new HashMap<>();
        Map<String, Boolean> alike = new HashMap<>();
        Map<String, String> accounts = new HashMap<>();
        for (String usagePoint : usagePoints) {
            UsagePoint point = meters.point(usagePoint);
            if (point == null) {
                continue;
            }
            services.put(usagePoint, point.service());
            List<AgreementDays> served = agreements.at(usagePoint);
            if (!served.isEmpty() && !alike.computeIfAbsent(point.service(), checks::isAlike)) {
                accounts.put(usagePoint, served.getLast().account());
            }
        }
        Map<String, CustomerClass> classes = classes(connection, accounts);
        Map<String, ReadingLimits> limits = new HashMap<>();
        services.forEach((point, service) ->
                limits.put(point, checks.of(service, classes.getOrDefault(point, CustomerClass.HOUSEHOLD))));
        return limits;
    }

    /// Of the customer whose agreement began last; none where there is no agreement.
    private static Map<String, CustomerClass> classes(Connection connection, Map<String, String> accounts)
            throws SQLException {
        Map<String, String> customers = texts(connection, ACCOUNTS, accounts.values());
        Map<String, String> codes = texts(connection, CUSTOMERS, customers.values());
        Map<String, CustomerClass> classes = new HashMap<>();
        accounts.forEach((point, account) -> {
            String code = String.valueOf(codes.get(customers.get(account)));
            classes.put(point, CustomerClass.ofCode(code));
        });
        return classes;
    }

    /// The second column by the first.
    private static Map<String, String> texts(Connection connection, String select, Collection<String> keys)
            throws SQLException {
        Map<String, String> texts = new HashMap<>();
        if (!keys.isEmpty()) {
            CopiedRows.each(
                    connection,
                    select.replace("{keys}", Literals.texts(new HashSet<>(keys))),
                    row -> texts.put(row.text(), row.text()));
        }
        return texts;
    }
}
