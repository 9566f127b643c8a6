package org.taswiya.store.receivables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.Ledger;

/// Rebates for paying at once whose payment was none: they go back with it.
///
/// An offer whose rest is settled in time without the payment too keeps its rebate.
final class EarnedRebates {
    /// Only offers whose items the payment had settled are looked at. What the rebate itself settled does not count;
    /// what was taken back counts whenever that was, also by the entry that is not sent yet.
    private static final String UNEARNED = """
            select a.id, adjustment_number(a.id) as number, d.entry, greatest(d.decided_on, (
                select max(e.booked_on) from allocation u join journal_entry e on e.id = u.entry
                where u.account = a.account and u.credit_kind = 'adjustment'
                    and u.credit = adjustment_number(a.id))) as last
            from rebate_offer o
            join adjustment a on a.account = o.account and a.reason = 'rebate'
                and a.key like 'rebate/' || o.id || '/%'
            join adjustment_decision d on d.adjustment = a.id and d.is_approved
            where o.account = ?
                and not exists (select from adjustment_reversal r where r.adjustment = a.id)
                and exists (
                    select from rebate_offer_item i
                    join allocation p on p.account = o.account and p.item_kind = i.kind and p.item = i.number
                    where i.offer = o.id and p.credit_kind = 'payment' and p.credit = ?)
                and o.owed - o.rebate > (
                    select coalesce(sum(s.amount), 0)
                    from rebate_offer_item i
                    join allocation s on s.account = o.account and s.item_kind = i.kind and s.item = i.number
                    left join journal_entry e on e.id = s.entry
                    where i.offer = o.id and s.entry > o.after_entry
                        and (s.amount < 0 or e.booked_on <= o.until_day)
                        and not (s.credit_kind = 'adjustment' and s.credit in (
                            select adjustment_number(g.id) from adjustment g
                            where g.account = o.account and g.key like 'rebate/' || o.id || '/%')))
            order by a.id desc""";

    private EarnedRebates() {}

    private record Given(long id, String number, long entry, LocalDate last) {}

    /// @param entries begun; what is added to it is sent by the caller
    /// @param reversed whose allocations are taken back and sent already
    /// @param on the day of its reversal in the books
    static void takeBack(
            Connection connection,
            EntryRows entries,
            String account,
            ReceiptNumber reversed,
            LocalDate on,
            String why,
            long change)
            throws SQLException {
        for (Given given : unearned(connection, account, reversed)) {
            LocalDate day = given.last().isAfter(on) ? given.last() : on;
            TakenBackAllocations.ofAdjustment(connection, entries, account, given.number(), day, why);
            JournalEntry mirror = Ledger.entry(connection, given.entry())
                    .reversed(day, "reverses adjustment " + given.number() + ", its payment was none: " + why);
            reverse(connection, given, day, entries.add(mirror), change);
        }
    }

    private static List<Given> unearned(Connection connection, String account, ReceiptNumber reversed)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNEARNED)) {
            query.setString(1, account);
            query.setString(2, reversed.asCredit().number());
            return Rows.list(
                    query,
                    row -> new Given(
                            row.getLong("id"), row.getString("number"), row.getLong("entry"), Rows.date(row, "last")));
        }
    }

    private static void reverse(Connection connection, Given given, LocalDate on, long entry, long change)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into adjustment_reversal values (?, ?, ?, ?)")) {
            insert.setLong(1, given.id());
            insert.setObject(2, on);
            insert.setLong(3, entry);
            insert.setLong(4, change);
            insert.executeUpdate();
        }
    }
}
