package org.taswiya.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;

/// What has become of a bill since it was made: what settled it, what of it waits for an answer.
///
/// @param paid by payments
/// @param credited by credits that were there, other than payments and adjustments
/// @param takenOff by adjustments
/// @param reasons of these adjustments
/// @param settledOn when it was settled by whatever last; null where nothing was
/// @param disputed what is disputed and not answered, with what waits for a second person
/// @param answerBy by when the first of it is to be answered; null where nothing is disputed
/// @param isArranged whether it is in instalments that have not ended
/// @param creditLeft of a bill below zero what nothing has used
public record BillNow(
        Money paid,
        Money credited,
        Money takenOff,
        List<String> reasons,
        @Nullable LocalDate settledOn,
        Money disputed,
        @Nullable LocalDate answerBy,
        boolean isArranged,
        Money creditLeft) {

    public BillNow {
        reasons = List.copyOf(reasons);
    }

    static final String COLUMNS = """
            settled.*, disputed.*,
            exists (select from arranged_item g join arrangement r on r.id = g.arrangement
                    where r.account = b.account and g.kind = 'bill' and substr(g.number, 1, 10) = n.ten
                        and not exists (select from arrangement_end z where z.arrangement = r.id)) as arranged,
            coalesce((select c.open from open_credit c
                      where c.account = b.account and c.kind = 'bill' and substr(c.number, 1, 10) = n.ten), 0)
                as credit_left""";

    /// Of a bill `b`.
    static final String JOINS = """
            cross join lateral (select lpad(b.serial::text, 10, '0') as ten) n
            cross join lateral (
                select coalesce(sum(l.amount) filter (where l.credit_kind = 'payment'), 0) as paid,
                    coalesce(sum(l.amount) filter (where l.credit_kind = 'adjustment'), 0) as taken_off,
                    coalesce(sum(l.amount) filter (where l.credit_kind not in ('payment', 'adjustment')), 0)
                        as credited,
                    max(e.booked_on) filter (where l.amount > 0) as settled_on,
                    coalesce(array_agg(distinct j.reason) filter (where j.reason is not null), '{}') as reasons
                from allocation l
                join journal_entry e on e.id = l.entry
                left join adjustment j on l.credit_kind = 'adjustment' and j.account = l.account
                    and adjustment_number(j.id) = l.credit
                where l.account = b.account and l.item_kind = 'bill' and substr(l.item, 1, 10) = n.ten) settled
            cross join lateral (
                select coalesce(sum(d.amount), 0) as disputed, min(d.answer_by) as answer_by
                from dispute d
                left join dispute_end y on y.dispute = d.id
                where d.account = b.account and d.item_kind = 'bill' and substr(d.item, 1, 10) = n.ten
                    and (y.dispute is null or y.adjustment is not null and not exists (
                        select from adjustment_decision w where w.adjustment = y.adjustment))) disputed""";

    static BillNow of(ResultSet row) throws SQLException {
        return new BillNow(
                Money.ofMinor(row.getLong("paid")),
                Money.ofMinor(row.getLong("credited")),
                Money.ofMinor(row.getLong("taken_off")),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getObject("settled_on", LocalDate.class),
                Money.ofMinor(row.getLong("disputed")),
                row.getObject("answer_by", LocalDate.class),
                row.getBoolean("arranged"),
                Money.ofMinor(row.getLong("credit_left")));
    }
}
