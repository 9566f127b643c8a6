package org.taswiya.store.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BatchTransaction;

/// Finds what has happened since somebody looked last.
///
/// The numbers of changes, bills and receipts follow each other in the order of commits: whoever sees one sees all
/// those before it, and it is enough to remember up to where one has looked. All that is found at once is put in the
/// order of its changes; a bill comes after the last change that its batch has known, so that no cause comes after its
/// effect.
public final class WebhookEvents {
    /// Only one at a time looks.
    private static final long LOCK = 494122100360L;

    private static final String NOW = """
            select (select coalesce(max(id), 0) from change) as change,
                   (select coalesce(max(serial), 0) from bill) as bill,
                   (select coalesce(max(serial), 0) from payment) as payment""";

    private static final String BEFORE = """
            select max(position) filter (where source = 'change') as change,
                   max(position) filter (where source = 'bill') as bill,
                   max(position) filter (where source = 'payment') as payment
            from webhook_source having count(*) = 3""";

    /// Each with its place among the changes; what is of the same one is told in the order of its kinds and numbers.
    private static final String FOUND = """
            with batch as (
                select * from (
                    select run, known_change, last_bill,
                           coalesce(lag(last_bill) over (order by run, batch), 0) + 1 as first_bill
                    from checkpoint) c
                where c.last_bill {batch}),
            told as (
                select 'bill-issued' as kind, coalesce(c.known_change, r.change) as place, 9 as rank,
                       r.change, b.account, bill_number(b.serial) as reference, null::date as day
                from bill b
                join billing_run r on r.id = b.run
                left join batch c on b.serial between c.first_bill and c.last_bill
                where b.serial {bill}
                union all
                select 'payment-received', p.change, 5, p.change, p.account, receipt_number(p.serial), null
                from payment p where p.serial {payment}
                union all
                select 'payment-taken-back', v.change, 6, v.change, p.account, receipt_number(p.serial), null
                from payment_reversal v join payment p on p.serial = v.payment where v.change {change}
                union all
                select 'bill-cancelled', v.change, 4, v.change, b.account, bill_number(b.serial), null
                from cancellation v join bill b on b.serial = v.bill where v.change {change}
                union all
                select 'reading-accepted', v.change, 2, v.change, a.account, a.reference, v.at
                from reading v join service_agreement a on a.usage_point = v.usage_point and v.at >= a.from_day
                    and (a.to_day is null or v.at <= a.to_day)
                where v.kind <> 'estimated' and v.change {change}
                union all
                select distinct 'reading-held', v.change, 1, v.change, a.account, a.reference, v.at
                from suspect_reading v join service_agreement a on a.usage_point = v.usage_point
                    and v.at >= a.from_day and (a.to_day is null or v.at <= a.to_day)
                where v.change {change}
                union all
                select 'dispute-answered', v.change, 3, v.change, d.account, d.item, null
                from dispute_end v join dispute d on d.id = v.dispute where v.change {change}
                union all
                select 'request-answered', v.change, 3, v.change, d.account, d.id::text, null
                from service_request_step v join service_request d on d.id = v.request
                where v.step = 'answered' and v.change {change}
                union all
                select 'instalments-granted', v.change, 3, v.change, v.account, v.id::text, null
                from arrangement v where v.change {change}
                union all
                select 'interruption-' || v.state, v.change, 3, v.change, null, v.outage::text, null
                from outage_version v where v.change {change})
            insert into webhook_event (id, kind, at, account, reference, day)
            select (select coalesce(max(id), 0) from webhook_event)
                       + row_number() over (order by t.place, t.rank, t.kind, t.reference, t.account, t.day),
                   t.kind, c.made_at, t.account, t.reference, t.day
            from told t join change c on c.id = t.change""";

    private WebhookEvents() {}

    /// Does so where there is somebody to tell.
    public static void find(Database database) {
        try (Connection connection = database.connect()) {
            if (isNobodyThere(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            BatchTransaction.readByIndex(connection);
            find(connection);
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static boolean isNobodyThere(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select exists (select from webhook)")) {
            return !Rows.list(query, row -> row.getBoolean(1)).getFirst();
        }
    }

    /// Up to where the books were looked through.
    private record Seen(long change, long bill, long payment) {}

    /// Within a transaction; the first time it begins with what comes from now on.
    ///
    /// @return the last event
    static long find(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
        List<Seen> before = seen(connection, BEFORE);
        Seen now = seen(connection, NOW).getFirst();
        if (!before.contains(now)) {
            if (!before.isEmpty()) {
                tell(connection, before.getFirst(), now);
            }
            keep(connection, now);
        }
        return WebhookRows.next(connection, "webhook_event") - 1;
    }

    private static List<Seen> seen(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(
                    query, row -> new Seen(row.getLong("change"), row.getLong("bill"), row.getLong("payment")));
        }
    }

    private static void tell(Connection connection, Seen before, Seen now) throws SQLException {
        String sql = FOUND.replace("{change}", "> " + before.change() + " and v.change <= " + now.change())
                .replace("{bill}", "> " + before.bill() + " and b.serial <= " + now.bill())
                .replace("{payment}", "> " + before.payment() + " and p.serial <= " + now.payment())
                .replace("{batch}", "> " + before.bill());
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.executeUpdate();
        }
    }

    private static void keep(Connection connection, Seen now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                insert into webhook_source values ('change', ?), ('bill', ?), ('payment', ?)
                on conflict (source) do update set position = excluded.position""")) {
            update.setLong(1, now.change());
            update.setLong(2, now.bill());
            update.setLong(3, now.payment());
            update.executeUpdate();
        }
    }
}
