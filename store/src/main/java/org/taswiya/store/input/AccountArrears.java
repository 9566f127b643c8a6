package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.run.Cycle;

/// Tells agreements what their accounts owe on other documents, less what these have to their credit.
///
/// What is open moves with every payment, so a bill that is made again states what it stated first.
final class AccountArrears {
    /// Of the documents that were there on the day of the bills; one of the old system's credits has no day.
    private static final String OPEN = """
            select o.account, sum(o.open)::bigint
            from (select i.account, i.open from open_item i
                  where i.account = any({accounts}) and i.issued_on <= {on}
                  union all
                  select c.account, -c.open from open_credit c
                  where c.account = any({accounts}) and (c.arisen_on is null or c.arisen_on <= {on})) o
            group by o.account""";

    private static final String STATED =
            "select b.account, b.arrears from bill b where b.agreement = any({agreements}) and b.run = {run}";

    private AccountArrears() {}

    static void tell(Connection connection, Cycle cycle, Known known, Collection<OpenAgreement> agreements)
            throws SQLException {
        List<String> accounts = agreements.stream()
                .map(agreement -> agreement.account)
                .distinct()
                .toList();
        List<String> references =
                agreements.stream().map(agreement -> agreement.reference).toList();
        String select = known.equals(Known.ALL)
                ? OPEN.replace("{accounts}", Literals.texts(accounts)).replace("{on}", Literals.of(cycle.billedOn()))
                : STATED.replace("{agreements}", Literals.texts(references))
                        .replace("{run}", Long.toString(known.beforeRun()));
        Map<String, Money> arrears = new HashMap<>();
        CopiedRows.each(connection, select, row -> arrears.put(row.text(), Money.ofMinor(row.whole())));
        agreements.forEach(agreement -> agreement.arrears = arrears.getOrDefault(agreement.account, Money.ZERO));
    }
}
