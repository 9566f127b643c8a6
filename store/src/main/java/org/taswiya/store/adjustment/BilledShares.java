package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.adjustment.BilledShare;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Rows;

/// How a bill is divided: its priced lines by component and rate, with their tax, and its taxes that are on no line.
///
/// A bill that settles earlier ones claims less than its lines come to; they are the measure all the same. One without
/// lines, as hands write them, is divided by its entry.
final class BilledShares {
    private static final String LINES = """
            with line as (
                select r.component, r.tax_rate, l.amount,
                       sum(l.amount) over (partition by l.segment) <> (
                           select sum(d.due) from bill_segment s
                           cross join unnest(s.codes, s.due) as d(code, due)
                           join amount_code c on c.id = d.code and not c.is_tax
                           where s.bill = l.bill and s.ordinal = l.segment) as is_with_tax
                from charge_line l join charge_rate r on r.id = l.rate where l.bill = ?)
            select 'revenue:' || u.service || ':' || l.component, l.tax_rate,
                   round(sum(l.amount * case when l.is_with_tax then 1 else 1 + l.tax_rate end))::bigint
            from line l
            join bill b on b.serial = ?
            join service_agreement g on g.reference = b.agreement
            join usage_point u on u.reference = g.usage_point
            group by u.service, l.component, l.tax_rate order by l.component, l.tax_rate""";
    private static final String POSTINGS = """
            select a.name, -p.amount
            from journal_entry e
            join posting p on p.entry = e.id
            join ledger_account a on a.id = p.account
            where e.bill = ? and p.amount < 0 and (a.name like 'liabilities:tax:%' or a.name like 'revenue%')
            order by p.ordinal""";

    private BilledShares() {}

    static List<BilledShare> of(Connection connection, BillNumber bill) throws SQLException {
        List<BilledShare> shares = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(LINES)) {
            query.setLong(1, bill.serial());
            query.setLong(2, bill.serial());
            shares.addAll(Rows.list(
                    query,
                    row -> new BilledShare(
                            new LedgerAccount(row.getString(1)),
                            Decimal.parse(
                                    row.getBigDecimal(2).stripTrailingZeros().toPlainString()),
                            Money.ofMinor(row.getLong(3)))));
        }
        boolean hasLines = !shares.isEmpty();
        try (PreparedStatement query = connection.prepareStatement(POSTINGS)) {
            query.setLong(1, bill.serial());
            Rows.each(query, row -> {
                String name = row.getString(1);
                boolean isOnLines = name.startsWith("revenue") || name.equals("liabilities:tax:VAT");
                if (!hasLines || !isOnLines) {
                    shares.add(new BilledShare(new LedgerAccount(name), null, Money.ofMinor(row.getLong(2))));
                }
            });
        }
        return shares;
    }
}
