package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Lack;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Whether everybody is billed from the day on which they came, and who has left got a final bill, and their refund or
/// claim. All of it is found anew from the books.
public final class ClosedCheck {

    /// An agreement is billed from its first reading on, and that came after it had begun.
    private static final String NOT_OPENED = """
            select a.account, a.reference as agreement, 'OPENING' as lack, a.billed_from as since,
                   null::bigint as amount, min(b.gap_from)::text as found
            from service_agreement a join bill b on b.agreement = a.reference
            where a.billed_from <= ?
                and not exists (select from cancellation c where c.bill = b.serial)
                and not exists (select from former_bill f where f.agreement = a.reference)
                and not exists (
                    select from reopening o
                    where o.agreement = a.reference and o.from_day <= a.billed_from and o.after_bill >= (
                        select max(l.serial) from bill l where l.agreement = a.reference))
            group by a.reference having min(b.gap_from) > a.billed_from""";

    /// An agreement that ended has no final bill unless a bill that stands reaches to its last day, has settled what
    /// was read until then, and nothing has opened its books since.
    private static final String NOT_BILLED = """
            select a.account, a.reference as agreement, 'FINAL_BILL' as lack, a.to_day as since, null::bigint as amount,
                   coalesce((select string_agg(distinct h.reason, ' ') from held_agreement h
                             where h.agreement = a.reference and h.run = (
                                 select max(l.run) from held_agreement l where l.agreement = a.reference)
                                 and h.run > coalesce(
                                     (select max(b.run) from bill b where b.agreement = a.reference), 0)),
                            '') as found
            from service_agreement a
            where a.to_day <= ? and a.billed_from < a.to_day
                and (not exists (
                    select from bill b
                    where b.agreement = a.reference and b.billed_to >= a.to_day
                        and not exists (select from cancellation c where c.bill = b.serial)
                        and (b.next_gap_from >= a.to_day or not exists (
                            select from counting_reading r
                            where r.usage_point = a.usage_point and r.at = a.to_day and r.kind = 'actual')))
                    or exists (
                        select from reopening o
                        where o.agreement = a.reference and o.after_bill >= coalesce(
                            (select max(b.serial) from bill b where b.agreement = a.reference), 0)))
                and not exists (
                    select from former_bill f where f.agreement = a.reference and f.to_day >= a.to_day)""";

    /// Deposits of agreements that have ended; those that wait for a final bill lack that first.
    private static final String NOT_GIVEN_BACK = """
            select d.account, d.agreement, 'DEPOSIT' as lack, a.to_day as since, d.amount,
                   deposit_number(d.id) as found
            from deposit d join service_agreement a on a.reference = d.agreement
            where a.to_day <= ? and not exists (select from deposit_return r where r.deposit = d.id)""";

    /// All whose agreements have ended, and when the last one did.
    private static final String CLOSED = """
            with closed as (
                select account, max(to_day) as to_day from service_agreement
                group by account having bool_and(to_day is not null and to_day <= ?))
            """;

    private static final String NOT_REFUNDED = CLOSED + """
            select k.account, null as agreement, 'REFUND' as lack, greatest(k.to_day, c.since) as since,
                   c.open - coalesce(i.open, 0) as amount,
                   coalesce((select 'asked' from refund r
                             where r.account = k.account
                                 and not exists (select from refund_decision d where d.refund = r.id) limit 1),
                            '') as found
            from closed k
            join (select account, sum(open)::bigint as open, max(arisen_on) as since
                  from open_credit group by account) c using (account)
            left join (select account, sum(open)::bigint as open from open_item group by account) i using (account)
            where c.open > coalesce(i.open, 0)""";

    private static final String NOT_CLAIMED = CLOSED + """
            select k.account, i.agreement, 'CLAIM' as lack, greatest(k.to_day, i.due_on) as since, i.open as amount,
                   i.kind || ' ' || i.number as found
            from closed k join open_item i using (account)
            where i.due_on < ?
                and not exists (
                    select from dunning_notice n
                    where n.account = i.account and n.kind = i.kind and n.number = i.number)
                and not exists (
                    select from arranged_item g join arrangement r on r.id = g.arrangement
                    where r.account = i.account and g.kind = i.kind and g.number = i.number
                        and not exists (select from arrangement_end e where e.arrangement = r.id))""";

    private ClosedCheck() {}

    /// Something that somebody still lacks.
    ///
    /// @param agreement null where it is the account's
    /// @param since when it could have been there
    /// @param amount null for a bill that is not made
    /// @param found the day from which bills begin; reasons that hold the bill; `asked` of a refund; which item is not
    ///     claimed; empty for nothing
    public record Missing(
            String account,
            @Nullable String agreement,
            Lack lack,
            LocalDate since,
            @Nullable Money amount,
            String found) {
        private static final Comparator<Missing> ORDER = Comparator.comparing(Missing::since)
                .thenComparing(Missing::account)
                .thenComparing(Missing::lack)
                .thenComparing(one -> one.agreement == null ? "" : one.agreement)
                .thenComparing(Missing::found);
    }

    /// What was looked at.
    ///
    /// @param ended how many agreements have ended
    /// @param missing what has waited longest first
    public record Checked(long ended, List<Missing> missing) {
        public Checked {
            missing = List.copyOf(missing);
        }
    }

    /// Looks at one moment, whoever works beside it.
    ///
    /// @param on the day as of which it asks
    /// @param within how many days something may take before it is missing
    public static Checked check(Database database, LocalDate on, int within) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Missing> missing = new ArrayList<>();
            missing.addAll(list(connection, NOT_OPENED, on, 1));
            missing.addAll(list(connection, NOT_BILLED, on, 1));
            Set<String> unbilled = missing.stream()
                    .filter(one -> one.lack() == Lack.FINAL_BILL)
                    .map(one -> String.valueOf(one.agreement()))
                    .collect(Collectors.toSet());
            list(connection, NOT_GIVEN_BACK, on, 1).stream()
                    .filter(one -> !unbilled.contains(one.agreement()))
                    .forEach(missing::add);
            missing.addAll(list(connection, NOT_REFUNDED, on, 1));
            missing.addAll(list(connection, NOT_CLAIMED, on, 2));
            missing.removeIf(one -> one.since().plusDays(within).isAfter(on));
            missing.sort(Missing.ORDER);
            return new Checked(ended(connection, on), missing);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Which ended agreements of a customer have no final bill, in a transaction of the caller.
    public static List<String> notBilled(Connection connection, String customer, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select u.agreement from (" + NOT_BILLED
                + ") u where u.account in (select reference from customer_account where customer = ?)")) {
            query.setObject(1, on);
            query.setString(2, customer);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private static long ended(Connection connection, LocalDate on) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from service_agreement where to_day <= ?")) {
            query.setObject(1, on);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// @param days how often the query asks for the day
    private static List<Missing> list(Connection connection, String sql, LocalDate on, int days) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 1; i <= days; i++) {
                query.setObject(i, on);
            }
            return Rows.list(query, ClosedCheck::missing);
        }
    }

    private static Missing missing(ResultSet row) throws SQLException {
        return new Missing(
                row.getString("account"),
                row.getString("agreement"),
                Lack.valueOf(row.getString("lack")),
                Rows.date(row, "since"),
                Rows.moneyOrNull(row, "amount"),
                row.getString("found"));
    }
}
