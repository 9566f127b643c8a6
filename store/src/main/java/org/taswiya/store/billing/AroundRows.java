package org.taswiya.store.billing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.copy.CopiedRows;

/// Reads what the checks ask about accounts, only when they ask: a month like any other costs no query here.
final class AroundRows {
    private static final String CLASSES = """
            select k.reference, c.class::text
            from customer_account k join customer c on c.reference = k.customer
            where {accounts}""";

    private static final String WAITING = """
            select a.account, a.reference from service_agreement a
            where {accounts} and exists (
                select from held_agreement h
                where h.agreement = a.reference and not exists (
                    select from bill b where b.agreement = h.agreement and b.run >= h.run))
            order by a.account, a.reference""";

    private final Connection connection;

    AroundRows(Connection connection) {
        this.connection = connection;
    }

    /// @param isPart whether the run leaves out agreements of its accounts
    /// @param inRun the agreements of the batch that are in the run
    Around read(Span span, boolean withClasses, boolean isPart, Set<String> inRun) throws SQLException {
        Map<String, CustomerClass> classes = new HashMap<>();
        Map<String, List<String>> waiting = new HashMap<>();
        if (withClasses && !inRun.isEmpty()) {
            CopiedRows.each(
                    connection,
                    CLASSES.replace("{accounts}", span.of("k.reference")),
                    row -> classes.put(
                            row.text(), CustomerClass.valueOf(row.text().toUpperCase(Locale.ROOT))));
        }
        if (isPart && !inRun.isEmpty()) {
            CopiedRows.each(connection, WAITING.replace("{accounts}", span.of("a.account")), row -> {
                String account = row.text();
                String agreement = row.text();
                if (!inRun.contains(agreement)) {
                    waiting.computeIfAbsent(account, _ -> new ArrayList<>(1)).add(agreement);
                }
            });
        }
        return new Around(classes, waiting);
    }
}
