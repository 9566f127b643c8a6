package org.taswiya.store.work;

import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.bank.WorkList;
import org.taswiya.store.decision.Holds;
import org.taswiya.store.validation.Suspects;

/// How the items of each list are found: key, account, since, due, amount, code, said and rank (the greatest
/// first); where what an item is for was said once, base as well, the change that said it.
final class WorkSql {
    /// What the next run bills anyway waits for nobody. Whose it is, is looked up for those alone that are shown.
    private static final String HELD = """
            select w.agreement as key,
                   (select a.account from service_agreement a where a.reference = w.agreement) as account,
                   w.bill_to as since, null::date as due, w.at_risk as amount,
                   w.reasons[1]::text as code, array_to_string(w.found, '; ') as said,
                   coalesce(w.at_risk, -1) as rank
            from (%s) w where not w.is_released and not w.is_requested""".formatted(Holds.WAITING);

    /// Of several values of a day one item. Each has a finding: where what was found is not asked for, PostgreSQL
    /// leaves such a join out.
    private static final String SUSPECT = """
            select s.usage_point || '~' || s.at as key,
                   (select g.account from service_agreement g
                    where g.usage_point = s.usage_point and g.from_day <= s.at
                        and (g.to_day is null or g.to_day >= s.at)
                    order by g.from_day desc limit 1) as account,
                   s.at as since, null::date as due, s.at_risk as amount, f.reason as code,
                   f.found as said, s.at_risk as rank, s.change as base
            from (select distinct on (q.usage_point, q.at) q.* from (%s) q
                  order by q.usage_point, q.at, q.change desc, q.ordinal desc) s
            left join suspect_finding f on f.usage_point = s.usage_point and f.at = s.at and f.change = s.change
                and f.ordinal = s.ordinal and f.place = 1""".formatted(Suspects.WAITING);

    private static final String DISPUTE = """
            select d.id::text as key, d.account, d.opened_on as since, d.answer_by as due, d.amount,
                   d.reason as code, d.evidence as said, -(d.answer_by - date '1970-01-01')::bigint as rank
            from dispute d where not exists (select from dispute_end e where e.dispute = d.id)""";

    /// The last message of a cause, when all of them have failed and none was withdrawn. Nobody is told a code later.
    private static final String UNDELIVERED = """
            select m.id::text as key, m.account, (m.queued_at at time zone 'UTC')::date as since, null::date as due,
                   null::bigint as amount, m.cause_kind as code, m.channel as said,
                   -extract(epoch from m.queued_at)::bigint as rank
            from message m
            where m.state = 'failed' and m.cause_kind not in ('sign-in-code', 'contact-code')
                and not exists (
                    select from message o
                    where o.cause_kind = m.cause_kind and o.cause = m.cause and o.account = m.account
                        and (o.state <> 'failed' or o.id > m.id))
                and not exists (
                    select from message o join message_attempt w on w.message = o.id and w.event = 'withdrawn'
                    where o.cause_kind = m.cause_kind and o.cause = m.cause and o.account = m.account)
                and not exists (select from message_told t where t.message = m.id)""";

    private static final String UNMATCHED = """
            select w.id::text as key, null::text as account, w.booked_on as since, null::date as due, w.amount,
                   w.bank as code, concat_ws(' · ', nullif(w.party, ''), nullif(w.remittance, '')) as said,
                   abs(w.amount) as rank
            from (%s) w""".formatted(WorkList.WAITING);

    /// What nobody has answered or closed, or was opened again since.
    private static final String REQUEST = """
            select r.id::text as key, r.account, r.opened_on as since, d.due, null::bigint as amount,
                   r.kind as code, r.channel as said, -(d.due - date '1970-01-01')::bigint as rank
            from service_request r
            cross join lateral (
                select coalesce((
                    select n.answer_by from service_request_step n where n.request = r.id and n.step = 'reopened'
                    order by n.ordinal desc limit 1), r.answer_by) as due) d
            where not exists (
                select from service_request_step s
                where s.request = r.id and s.step in ('answered', 'closed') and not exists (
                    select from service_request_step n
                    where n.request = s.request and n.ordinal > s.ordinal and n.step = 'reopened'))""";

    /// As they were counted last, without those of whom somebody has said an address since (`V68`).
    private static final String UNREACHED = """
            select u.account as key, u.account, g.counted_on as since, null::date as due, u.due as amount,
                   case when u.returned > 0 then 'returned' else 'none' end as code, u.returned::text as said,
                   u.due as rank
            from unreached_account u join coverage g on g.id = u.coverage""";

    /// Of what a reader typed of a meter in a round the last. What the books have by now waits for nobody.
    private static final String EXCHANGE = """
            select e.id::text as key,
                   (select g.account from service_agreement g
                    where g.usage_point = e.usage_point and g.from_day <= e.at::date
                        and (g.to_day is null or g.to_day >= e.at::date)
                    order by g.from_day desc limit 1) as account,
                   (e.at at time zone 'UTC')::date as since, null::date as due, null::bigint as amount,
                   (select p.service from usage_point p where p.reference = e.usage_point) as code,
                   e.new_serial as said, -extract(epoch from e.at)::bigint as rank
            from round_entry e
            where e.new_serial is not null and e.outcome <> 'set-aside'
                and not exists (select from exchange_decision d where d.entry = e.id)
                and not exists (
                    select from round_entry n
                    where n.round = e.round and n.usage_point = e.usage_point and n.handset = e.handset
                        and n.said_at > e.said_at)
                and not exists (
                    select from meter m
                    where m.usage_point = e.usage_point and m.serial = e.new_serial
                        and m.installed_at >= e.at::date - 2)""";

    /// Of what a customer has said of an agreement the last word. One that has ended waits for nobody.
    private static final String MOVE = """
            select r.agreement as key, a.account, r.asked_on as since, r.on_day as due, null::bigint as amount,
                   (select p.service from usage_point p where p.reference = a.usage_point) as code,
                   (select l.address from usage_point p join premise l on l.reference = p.premise
                    where p.reference = a.usage_point) as said,
                   -(r.on_day - date '1970-01-01')::bigint as rank, r.change as base
            from move_out_request r
            join service_agreement a on a.reference = r.agreement and a.to_day is null
            where r.on_day is not null
                and not exists (select from move_out_request n where n.agreement = r.agreement and n.id > r.id)""";

    /// What one of the staff has proposed since waits for a second person, and is not in this list.
    private static final String INSTALMENTS = """
            select r.id::text as key, r.account, r.asked_on as since, null::date as due,
                   (select sum(o.open) from open_item o where o.account = r.account)::bigint as amount,
                   'instalments' as code, r.months::text as said, -r.id as rank, r.change as base
            from (%s) r
            where not exists (select from arrangement_proposal p where p.account = r.account and p.change > r.change)
            """.formatted(InstalmentRequests.WAITING);

    /// Whether the last word of a request is its customer's, who has added something that nobody of the staff has done
    /// anything about.
    private static final String NEWS = """
            exists (select from service_request_step n join change c on c.id = n.change
                    where n.request = w.key::bigint and n.step in ('added', 'reopened')
                        and (c.author = 'online agency' or starts_with(c.author, 'api key '))
                        and n.ordinal = (
                            select max(l.ordinal) from service_request_step l where l.request = n.request))""";

    private WorkSql() {}

    /// The items of a list, each with who has it.
    static String items(WorkKind kind) {
        return """
                select w.*, t.staff, %s as has_news from (%s) w
                left join lateral (
                    select a.staff from work_assignment a
                    where a.kind = '%s' and a.item = w.key and a.change > %s
                    order by a.ordinal desc limit 1) t on true
                """.formatted(kind == WorkKind.REQUEST ? NEWS : "false", of(kind), kind.code(), base(kind));
    }

    /// How many there are in a list, how many of them one has and how many are nobody's, by one look through all that
    /// was ever handed out of it: who has an item is said by the last word about it, when that is newer than what the
    /// item is for, which is looked up of no item that was never handed out. A full join is never made by looking
    /// through one side for each of the other, however few PostgreSQL believes there to be; and what is fenced by an
    /// offset is worked out once, not for each count.
    static String counts(WorkKind kind) {
        return """
                select count(i.key) as many, count(i.key) filter (where i.staff = ?) as mine,
                       count(i.key) filter (where i.staff is null) as free,
                       count(*) filter (where i.due < ?) as late,
                       coalesce(sum(abs(i.amount)), 0)::bigint as amount, min(i.since) as oldest
                from (
                    select w.key, w.due, w.amount, w.since,
                           case when t.staff is not null then case when t.change > %s then t.staff end end as staff
                    from (%s) w
                    full join (
                        select distinct on (a.item) a.item, a.staff, a.change from work_assignment a
                        where a.kind = '%s' order by a.item, a.ordinal desc) t on t.item = w.key
                    offset 0) i""".formatted(base(kind), of(kind), kind.code());
    }

    /// The change that an assignment has to be newer than: it is of what an item was for when it was handed out.
    private static String base(WorkKind kind) {
        return switch (kind) {
            case HELD -> """
                    coalesce((select max(r.change) from bill b join billing_run r on r.id = b.run
                              where b.agreement = w.key), 0)""";
            case UNREACHED -> "coalesce((select max(s.change) from contact_set s where s.account = w.key), 0)";
            case SUSPECT, MOVE, INSTALMENTS -> "w.base";
            case DISPUTE, UNDELIVERED, UNMATCHED, REQUEST, EXCHANGE -> "0";
        };
    }

    private static String of(WorkKind kind) {
        return switch (kind) {
            case HELD -> HELD;
            case SUSPECT -> SUSPECT;
            case DISPUTE -> DISPUTE;
            case UNDELIVERED -> UNDELIVERED;
            case UNMATCHED -> UNMATCHED;
            case REQUEST -> REQUEST;
            case UNREACHED -> UNREACHED;
            case EXCHANGE -> EXCHANGE;
            case MOVE -> MOVE;
            case INSTALMENTS -> INSTALMENTS;
        };
    }
}
