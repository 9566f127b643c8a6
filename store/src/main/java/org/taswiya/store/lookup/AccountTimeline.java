package org.taswiya.store.lookup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What happened to an account, the newest first: bills, payments, readings and what was put right of them, messages,
/// disputes, adjustments, arrangements and what was asked for, moves, outages, changes of how it is reached, delegates.
public final class AccountTimeline {
    /// @param kind of a closed list: `bill`, `cancellation`, `payment`, `reversal`, `reading`, `message`, `dispute`,
    ///     `dispute-end`, `request`, `request-step`, `arrangement`, `arrangement-end`, `outage`, `contact`, `delegate`,
    ///     `delegate-end`, `adjustment`, `adjustment-end`, `correction`, `move-out`, `agreement-end`,
    ///     `instalments-asked`, `instalments-refused`
    /// @param reference what it is known by; empty for none
    /// @param amount null for none
    /// @param detail a code: how a bill came about, how was paid or read, what a message is about, what became of
    ///     something; of a correction the day that was put right, of a move the day on which somebody leaves
    /// @param more the service; of contacts what they were before, a line each; of a correction what was there before;
    ///     of an adjustment its reason; empty for none
    /// @param place where was paid, what a meter showed, the last day of an outage, what was said, why a bill was taken
    ///     back, how many instalments; of contacts what is new, a line each; empty for none
    /// @param bill the number of the bill that it is about; empty for none
    /// @param at when, where that is known better than by the day
    /// @param author who did it, where somebody did; empty for none
    /// @param told the messages of a day together, the newest first; none of anything else
    public record Entry(
            LocalDate on,
            String kind,
            String reference,
            @Nullable Money amount,
            String detail,
            String more,
            String place,
            String bill,
            @Nullable Instant at,
            String author,
            List<Told> told) {
        public Entry {
            told = List.copyOf(told);
        }
    }

    /// A message.
    ///
    /// @param about a code: what it is about
    /// @param fate what became of it
    /// @param bill the number of the bill that it is about; empty for none
    public record Told(Instant at, String about, String channel, String fate, String bill) {
        private static Told of(String kept) {
            String[] parts = kept.split("\\|", -1);
            return new Told(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts[2], parts[3], parts[4]);
        }
    }

    /// @param hasOlder whether there is another page after it
    public record Page(List<Entry> entries, boolean hasOlder) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    private AccountTimeline() {}

    /// @param zone whose days and hours they are
    /// @param page from 1
    public static Page of(Database database, String account, ZoneId zone, int page, int onAPage) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setString(1, account);
            query.setString(2, zone.getId());
            query.setInt(3, onAPage + 1);
            query.setInt(4, (page - 1) * onAPage);
            List<Entry> found = Rows.list(query, AccountTimeline::entry);
            return new Page(found.subList(0, Math.min(onAPage, found.size())), found.size() > onAPage);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Entry(
                Rows.date(row, "on_day"),
                row.getString("kind"),
                row.getString("reference"),
                Rows.moneyOrNull(row, "amount"),
                row.getString("detail"),
                row.getString("more"),
                row.getString("place"),
                row.getString("bill"),
                at == null ? null : at.toInstant(),
                row.getString("author"),
                told(row.getArray("told")));
    }

    private static List<Told> told(@Nullable Array kept) throws SQLException {
        return kept == null
                ? List.of()
                : Stream.of((String[]) kept.getArray()).map(Told::of).toList();
    }

    /// Readings and outages count on the days of the account's own agreements. Of the former, what a later one has
    /// superseded is left out.
    private static final String SQL = """
            with a as (select s.* from service_agreement s where s.account = ?), z as (select ?::text as zone)
            select * from (
                select b.billed_on as on_day, 'bill' as kind, bill_number(b.serial) as reference, b.total as amount,
                       b.basis::text as detail, u.service as more, '' as place, bill_number(b.serial) as bill,
                       b.serial as place_among, {hour b.billed_on} as at, '' as author, null::text[] as told
                from a join bill b on b.agreement = a.reference and b.account = a.account
                join billing_run n on n.id = b.run join change h on h.id = n.change
                join usage_point u on u.reference = a.usage_point
                union all
                select x.cancelled_on, 'cancellation', bill_number(b.serial), b.total, '', u.service, h.reason,
                       bill_number(b.serial), b.serial, {hour x.cancelled_on}, h.author, null
                from a join bill b on b.agreement = a.reference and b.account = a.account
                join usage_point u on u.reference = a.usage_point join cancellation x on x.bill = b.serial
                join change h on h.id = x.change
                union all
                select p.received_on, 'payment', receipt_number(p.serial), p.amount, {means}, '', {place}, '',
                       p.serial, {hour p.received_on}, '', null
                from payment p join change h on h.id = p.change where p.account in (select account from a)
                union all
                select r.reversed_on, 'reversal', receipt_number(p.serial), p.amount, {means}, '', {place}, '',
                       p.serial, {hour r.reversed_on}, '', null
                from payment p join payment_reversal r on r.payment = p.serial join change h on h.id = r.change
                where p.account in (select account from a)
                union all
                select r.at, 'reading', coalesce(m.serial, ''), null, r.kind::text, u.service,
                       trim_scale(r.value::numeric)::text, '', 0, {hour r.at}, '', null
                from a join reading r on r.usage_point = a.usage_point
                    and r.at >= a.from_day and (a.to_day is null or r.at <= a.to_day)
                join usage_point u on u.reference = a.usage_point
                left join meter m on m.usage_point = a.usage_point and m.installed_at <= r.at
                    and (m.removed_at is null or m.removed_at > r.at)
                join change h on h.id = r.change
                where not exists (select from reading n where n.usage_point = r.usage_point and n.at = r.at
                                      and n.revision > r.revision)
                union all
                select g.day, 'message', '', null, '', '', '', '', max(g.id), max(g.queued_at), '',
                       array_agg(concat_ws('|', (extract(epoch from g.queued_at) * 1000)::bigint, g.cause_kind,
                                           g.channel, g.state, case g.cause_kind when 'bill' then g.cause else '' end)
                                 order by g.id desc)
                from (select m.*, (m.queued_at at time zone (select zone from z))::date as day
                      from message m where m.account in (select account from a)) g
                group by g.day
                union all
                select d.opened_on, 'dispute', d.id::text, d.amount, d.reason, '', d.evidence,
                       case d.item_kind when 'bill' then d.item else '' end, d.id, {hour d.opened_on}, '', null
                from dispute d join change h on h.id = d.change where d.account in (select account from a)
                union all
                select e.ended_on, 'dispute-end', d.id::text, d.amount,
                       case when exists (select from cancellation x where x.change in (e.change, v.change))
                                then 'taken-back'
                            when e.adjustment is null or not v.is_approved then 'rejected'
                            when v.is_approved then 'settled' else 'upheld' end, '', '',
                       case d.item_kind when 'bill' then d.item else '' end, d.id, {hour e.ended_on}, h.author, null
                from dispute d join dispute_end e on e.dispute = d.id join change h on h.id = e.change
                left join adjustment_decision v on v.adjustment = e.adjustment
                where d.account in (select account from a)
                union all
                select j.asked_on, 'adjustment', adjustment_number(j.id), j.amount,
                       case when j.needs_second then 'asked' else 'booked' end, j.reason, j.evidence,
                       case j.item_kind when 'bill' then j.item else '' end, j.id, {hour j.asked_on}, h.author, null
                from adjustment j join change h on h.id = j.change where j.account in (select account from a)
                union all
                select v.decided_on, 'adjustment-end', adjustment_number(j.id), j.amount,
                       case when v.is_approved then 'booked' else 'refused' end, j.reason, '',
                       case j.item_kind when 'bill' then j.item else '' end, j.id, {hour v.decided_on}, h.author, null
                from adjustment j join adjustment_decision v on v.adjustment = j.id join change h on h.id = v.change
                where j.needs_second and j.account in (select account from a)
                union all
                select v.reversed_on, 'adjustment-end', adjustment_number(j.id), j.amount, 'reversed', j.reason, '',
                       case j.item_kind when 'bill' then j.item else '' end, j.id, {hour v.reversed_on}, h.author, null
                from adjustment j join adjustment_reversal v on v.adjustment = j.id join change h on h.id = v.change
                where j.account in (select account from a)
                union all
                select (h.made_at at time zone (select zone from z))::date, 'correction', '', null, r.at::text,
                       trim_scale(o.value::numeric)::text, trim_scale(r.value::numeric)::text, '', h.id, h.made_at,
                       h.author, null
                from a join reading r on r.usage_point = a.usage_point and r.revision > 1
                    and r.at >= a.from_day and (a.to_day is null or r.at <= a.to_day)
                join reading o on o.usage_point = r.usage_point and o.at = r.at and o.revision = r.revision - 1
                    and o.kind <> 'estimated'
                join change h on h.id = r.change
                union all
                select m.asked_on, 'move-out', m.agreement, null, coalesce(m.on_day::text, ''), u.service, '', '', m.id,
                       {hour m.asked_on}, h.author, null
                from a join move_out_request m on m.agreement = a.reference
                join usage_point u on u.reference = a.usage_point join change h on h.id = m.change
                union all
                select e.day, 'agreement-end', e.agreement, null, '', u.service, '', '', 0, {hour e.day}, h.author, null
                from a join agreement_end e on e.agreement = a.reference
                join usage_point u on u.reference = a.usage_point join change h on h.id = e.change
                union all
                select q.asked_on, 'instalments-asked', q.id::text, null, '', '', q.months::text, '', q.id,
                       {hour q.asked_on}, h.author, null
                from instalment_request q join change h on h.id = q.change where q.account in (select account from a)
                union all
                select f.refused_on, 'instalments-refused', '', null, '', '', coalesce(f.months::text, ''), '', h.id,
                       {hour f.refused_on}, h.author, null
                from arrangement_refusal f join change h on h.id = f.change where f.account in (select account from a)
                union all
                select r.opened_on, 'request', r.id::text, null, r.kind, '', r.said, '', r.id,
                       {hour r.opened_on}, '', null
                from service_request r join change h on h.id = r.change where r.account in (select account from a)
                union all
                select s.on_day, 'request-step', r.id::text, null, s.step, '', '', '', r.id,
                       {hour s.on_day}, h.author, null
                from service_request r join service_request_step s on s.request = r.id join change h on h.id = s.change
                where r.account in (select account from a)
                union all
                select r.signed_on, 'arrangement', r.id::text, null, r.channel::text, '', '', '', r.id,
                       {hour r.signed_on}, '', null
                from arrangement r join change h on h.id = r.change where r.account in (select account from a)
                union all
                select e.ended_on, 'arrangement-end', r.id::text, null, '', '', '', '', r.id,
                       {hour e.ended_on}, '', null
                from arrangement r join arrangement_end e on e.arrangement = r.id join change h on h.id = e.change
                where r.account in (select account from a)
                union all
                select distinct v.from_time::date, 'outage', v.outage::text, null::bigint, v.state, o.service,
                       (v.to_time - interval '1 microsecond')::date::text, '', v.outage,
                       v.from_time at time zone (select zone from z), '', null::text[]
                from a join usage_point u on u.reference = a.usage_point
                join outage_premise q on q.premise = u.premise
                join outage o on o.id = q.outage and o.service = u.service
                join outage_version v on v.outage = o.id
                where v.from_time >= a.from_day and (a.to_day is null or v.from_time < a.to_day)
                    and v.version = (select max(n.version) from outage_version n where n.outage = v.outage)
                union all
                select (h.made_at at time zone (select zone from z))::date, 'contact', '', null,
                       case when o.language is distinct from n.language then n.language::text else '' end,
                       coalesce({addresses o n}, ''), coalesce({addresses n o}, ''), '', h.id, h.made_at, h.author, null
                from contact_set n join change h on h.id = n.change
                left join lateral (
                    select c.account, c.change, c.language from contact_set c
                    where c.account = n.account and (c.since, c.change) < (n.since, n.change)
                    order by c.since desc, c.change desc limit 1) o on true
                where n.account in (select account from a)
                union all
                select s.since, 'delegate', d.invited, null, d.kind, '', '', '', d.id, {hour s.since}, '', null
                from delegate d join delegate_start s on s.delegate = d.id join change h on h.id = s.change
                where d.account in (select account from a)
                union all
                select e.ended_on, 'delegate-end', d.invited, null, d.kind, '', '', '', d.id,
                       {hour e.ended_on}, '', null
                from delegate d join delegate_start s on s.delegate = d.id join delegate_end e on e.delegate = d.id
                join change h on h.id = e.change
                where d.account in (select account from a)
            ) t
            order by on_day desc, at desc nulls last, kind, place_among desc, reference limit ? offset ?""".replaceAll(
                    "\\{hour ([a-z._]+)}",
                    "case when (h.made_at at time zone (select zone from z))::date = $1 then h.made_at end")
            .replace("{means}", "case when p.source like 'card/%' then 'card' else p.means::text end")
            .replace("{place}", "case when p.source like 'card/%' then '' else p.place end")
            .replaceAll("\\{addresses ([a-z]) ([a-z])}", """
                    (select string_agg(c.channel || ' ' || c.address, E'\\\\n' order by c.ordinal) from contact c
                     where c.account = $1.account and c.change = $1.change and c.channel in ('sms', 'email', 'post')
                         and not exists (select from contact d where d.account = $2.account and d.change = $2.change
                                             and d.channel = c.channel and d.address = c.address))""");
}
