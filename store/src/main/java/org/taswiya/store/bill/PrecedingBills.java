package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.PrecedingBill;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Which bills a settlement settles: those that stood when it was made and are of days that it bills once more.
public final class PrecedingBills {
    private static final String TRUE_UP = "true-up";

    private PrecedingBills() {}

    /// By serial, the oldest first; of a bill that settles nothing there is none. A bill of the old system has the
    /// number that it had there.
    ///
    /// @param known what could be known when these were billed
    public static Map<Long, List<PrecedingBill>> read(Connection connection, Collection<StoredBill> bills, Known known)
            throws SQLException {
        Map<Long, List<PrecedingBill>> all = new HashMap<>();
        List<Long> settling = bills.stream()
                .filter(bill -> bill.segments().stream()
                        .anyMatch(segment -> segment.kind().equals(TRUE_UP)))
                .map(bill -> bill.number().serial())
                .toList();
        if (settling.isEmpty()) {
            return all;
        }
        String select = """
                with settling as (
                    select b.serial, b.agreement, b.run, t.from_day, t.to_day
                    from bill b join bill_segment t on t.bill = b.serial and t.kind = 'true-up'
                    where b.serial = any(?))
                select x.serial, p.serial as preceding, '' as reference, p.billed_on as issued_on
                from settling x
                join bill p on p.agreement = x.agreement and p.run < x.run
                join bill_segment s on s.bill = p.serial and s.from_day < x.to_day and s.to_day > x.from_day
                where not exists (select from cancellation c where c.bill = p.serial{cancellation})
                union
                select x.serial, 0, f.reference, f.issued_on
                from settling x
                join former_bill f on f.agreement = x.agreement and f.from_day < x.to_day and f.to_day > x.from_day
                where true{former}
                order by serial, issued_on, preceding, reference""";
        select = select.replace("{cancellation}", known.change("c")).replace("{former}", known.change("f"));
        Rows.each(connection, select, SqlArrays.numbers(connection, settling), row -> {
            long preceding = row.getLong("preceding");
            String number = preceding == 0 ? row.getString("reference") : new BillNumber(preceding).toString();
            all.computeIfAbsent(row.getLong("serial"), _ -> new ArrayList<>())
                    .add(new PrecedingBill(number, Rows.date(row, "issued_on")));
        });
        return all;
    }
}
