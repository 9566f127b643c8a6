package org.taswiya.store.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.privacy.ErasureObstacle;
import org.taswiya.store.Rows;
import org.taswiya.store.agreement.ClosedCheck;

/// What stands between a customer and being forgotten.
///
/// @param reasons in their order; when there are none, what is erasable may be erased
/// @param lastDocument the day of the newest tax document; null when there is none
public record ErasureSituation(
        List<Reason> reasons, @Nullable LocalDate lastDocument) {
    private static final String OBSTACLES = """
            with theirs as materialized (select reference as account from customer_account where customer = ?)
            select 'SERVED' as obstacle, a.reference as found from service_agreement a join theirs using (account)
                where a.to_day is null or a.to_day > ?
            union all
            select 'OWES', i.kind || ' ' || i.number from open_item i join theirs using (account)
            union all
            select 'CREDIT', c.kind || ' ' || c.number from open_credit c join theirs using (account)
            union all
            select 'DEPOSIT', deposit_number(d.id) from deposit d join theirs using (account)
                where not exists (select from deposit_return r where r.deposit = d.id)
            union all
            select 'REFUND', r.id::text from refund r join theirs using (account)
                where not exists (select from refund_outcome o where o.refund = r.id)
                    and not exists (select from refund_decision d where d.refund = r.id and not d.is_approved)
            union all
            select 'ARRANGEMENT', r.id::text from arrangement r join theirs using (account)
                where not exists (select from arrangement_end e where e.arrangement = r.id)
                    and exists (
                        select from arranged_item g
                        join open_item i on i.account = r.account and i.kind = g.kind and i.number = g.number
                        where g.arrangement = r.id)
            union all
            select 'DISPUTE', d.id::text from dispute d join theirs using (account)
                where not exists (select from dispute_end e where e.dispute = d.id)
            union all
            select 'APPLICATION', connection_number(a.id) from connection_application a join theirs using (account)
                where not exists (
                    select from connection_step s
                    where s.application = a.id and s.state in ('connected', 'refused', 'withdrawn', 'lapsed'))
            """;

    /// What the law has kept: all that was billed, paid, corrected or given back.
    private static final String LAST_DOCUMENT = """
            with theirs as materialized (select reference as account from customer_account where customer = ?),
            bills as materialized (
                select b.serial, b.billed_on from service_agreement a join theirs using (account)
                join bill b on b.agreement = a.reference),
            payments as materialized (select p.serial, p.received_on from payment p join theirs using (account))
            select max(day) from (
                select max(billed_on) as day from bills
                union all select max(c.cancelled_on) from bills b join cancellation c on c.bill = b.serial
                union all select max(received_on) from payments
                union all select max(r.reversed_on) from payments p join payment_reversal r on r.payment = p.serial
                union all select max(f.issued_on) from service_agreement a join theirs using (account)
                    join former_bill f on f.agreement = a.reference
                union all select max(o.issued_on) from opening_item o join theirs using (account)
                union all select max(coalesce(d.decided_on, j.asked_on)) from adjustment j join theirs using (account)
                    left join adjustment_decision d on d.adjustment = j.id
                union all select max(coalesce(r.returned_on, d.claimed_on)) from deposit d join theirs using (account)
                    left join deposit_return r on r.deposit = d.id
                union all select max(c.agreed_on) from connection_charge c join theirs using (account)
                union all select max(o.booked_on) from refund r join theirs using (account)
                    join refund_outcome o on o.refund = r.id) documents""";

    public ErasureSituation {
        reasons = List.copyOf(reasons);
    }

    /// @param found as the books call it
    public record Reason(ErasureObstacle obstacle, String found) {
        /// What was found and what to do.
        public String sentence() {
            return obstacle.sentence(found);
        }
    }

    /// As it is on a day, in a transaction of the caller.
    static ErasureSituation of(Connection connection, String customer, LocalDate on) throws SQLException {
        List<Reason> reasons = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(OBSTACLES)) {
            query.setString(1, customer);
            query.setObject(2, on);
            Rows.each(
                    query,
                    row -> reasons.add(
                            new Reason(ErasureObstacle.valueOf(row.getString("obstacle")), row.getString("found"))));
        }
        ClosedCheck.notBilled(connection, customer, on)
                .forEach(agreement -> reasons.add(new Reason(ErasureObstacle.UNBILLED, agreement)));
        try (PreparedStatement query = connection.prepareStatement(LAST_DOCUMENT)) {
            query.setString(1, customer);
            Optional<LocalDate> last = Rows.list(query, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                    .getFirst();
            return new ErasureSituation(reasons, last.orElse(null));
        }
    }
}
