package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.copy.CopiedRows;

/// Reads what checks and chains by class ask about accounts, only when they ask: a month like any other costs no query
/// here.
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

    /// Tells agreements of which class their customers are.
    ///
    /// @param accounts the condition on `k.reference` that it is an account of these agreements
    void tellClasses(String accounts, Collection<OpenAgreement> agreements) throws SQLException {
        Map<String, CustomerClass> classes = new HashMap<>();
        CopiedRows.each(
                connection,
                CLASSES.replace("{accounts}", accounts),
                row -> classes.put(row.text(), CustomerClass.ofCode(row.text())));
        agreements.forEach(agreement -> agreement.customerClass = classes.get(agreement.account));
    }

    /// By account, agreements outside of a run that leaves out some of them, whose bill waits.
    ///
    /// @param inRun the agreements of the batch that are in the run
    Map<String, List<String>> waiting(Span span, Set<String> inRun) throws SQLException {
        Map<String, List<String>> waiting = new HashMap<>();
        if (!inRun.isEmpty()) {
            CopiedRows.each(connection, WAITING.replace("{accounts}", span.of("a.account")), row -> {
                String account = row.text();
                String agreement = row.text();
                if (!inRun.contains(agreement)) {
                    waiting.computeIfAbsent(account, _ -> new ArrayList<>(1)).add(agreement);
                }
            });
        }
        return waiting;
    }
}
