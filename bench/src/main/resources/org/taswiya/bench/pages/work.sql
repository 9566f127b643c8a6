-- What waits for people: some 24 of a thousand accounts, of every kind. Whoever serves in an account's number has it.

-- Held by a run of their own, as all others have bills.
insert into billing_run (id, bill_to, billed_on, released_only, policy, accounts_per_batch, change)
select id + 1, date '2020-08-01', date '2020-08-01', false, policy, accounts_per_batch, {change}
from billing_run order by id desc limit 1;
insert into run_tariff select run + 1, tariff, digest from run_tariff where run = (select max(run) from run_tariff);
insert into held_agreement (run, agreement, ordinal, outcome, reason, found, at_risk, figures)
select (select max(id) from billing_run), g.reference, 1, 'held', 'large-bill', 'the bill is ' || r.at_risk, r.at_risk,
       'bill=amount:' || (r.at_risk / 100.0)::numeric(12, 2) || ' most=amount:' || (r.at_risk / 200.0)::numeric(12, 2)
from service_agreement g cross join lateral (
    select (pg_temp.chance(g.account::bigint, 7) * 500000)::bigint as at_risk) r
where g.account::bigint % 333 = 5;
insert into checkpoint
select r.id, 1, c.last_account, c.last_bill, (select count(*) from customer_account), 0, 0, 0,
       (select count(*) from held_agreement h where h.run = r.id), 0, true, {change}, c.engine
from (select max(id) as id from billing_run) r join checkpoint c on c.run = r.id - 1 and c.is_last;

insert into suspect_reading (usage_point, at, change, ordinal, kind, value, unit, provenance, severity, quantity,
                             at_risk)
select g.usage_point, date '2020-07-02', {change}, 1, 'actual', r.value::numeric + 500, m.unit, 'bench', 'suspect', 500,
       (pg_temp.chance(g.account::bigint, 8) * 200000)::bigint
from service_agreement g
join meter m on m.usage_point = g.usage_point
join reading r on r.usage_point = g.usage_point and r.at = date '2020-07-01' and r.revision = 1
where g.account::bigint % 200 = 11;
insert into suspect_finding
select usage_point, at, change, ordinal, 1, 'high-use', 'suspect', 'far above the daily average',
       'use=500 usual=50/3 limit=3 days=31'
from suspect_reading where change = {change};

insert into dispute
select row_number() over (order by i.account), i.account, i.kind, i.number, i.open, true, 'billing-error',
       'nobody was at home all month', d.opened_on, d.opened_on + 30, {change}
from open_item i cross join lateral (select current_date - (i.account::bigint % 40)::integer as opened_on) d
where i.account::bigint % 666 = 17 and i.issued_on = date '2020-03-01' and i.open > 0;

-- Of the first bill, of which nobody was told before.
insert into message (cause_kind, cause, account, channel, language, address, priority, key, state, not_before, attempts,
                     queued_at, change)
select 'bill', bill_number(b.serial), b.account, 'email', 'fr', 'nobody@example.ma', 50,
       'bill.' || bill_number(b.serial) || '.email', 'failed', t.at, 1, t.at, {change}
from bill b cross join lateral (select now() - (b.serial % 20) * interval '1 day' as at) t
where b.run = 1 and b.account::bigint % 250 = 23;
insert into message_attempt
select m.id, 1, e.event, e.said, m.queued_at
from message m cross join (values ('begun', ''), ('refused', '550 5.1.1 nobody of that name')) e (event, said)
where m.change = {change} and m.state = 'failed';

insert into bank_account
values ('bench', 'MA64011519000001205000534921', 'BMCEMAMC', 'Bench', 'MAD', null, 100000, {change});
insert into bank_entry
select g.account::bigint, 'bench', 'R' || g.account, w.amount, 1, current_date - 3, current_date - 3, false, 'S1',
       g.account::bigint, {change}
from service_agreement g cross join lateral (
    select 100 + (pg_temp.chance(g.account::bigint, 9) * 90000)::bigint as amount) w
where g.account::bigint % 333 = 29;
insert into bank_transaction (id, entry, part, amount, end_to_end, order_name, remittance, party, party_account,
                              return_reason, outcome)
select e.id, e.id, 1, e.amount, '', '', 'water and light', c.latin_name, '', '', 'waiting'
from bank_entry e
join customer_account a on a.reference = lpad(e.id::text, 10, '0')
join customer c on c.reference = a.customer
where e.change = {change};

insert into service_request
select row_number() over (order by a.reference), a.reference, k.kind, 'phone', 'when does somebody come?', k.opened_on,
       k.opened_on + 12, {change}
from customer_account a cross join lateral (
    select (array['billing-complaint', 'service-complaint', 'supply-complaint', 'meter-check', 'information'])
               [a.reference::bigint % 5 + 1] as kind,
           current_date - (a.reference::bigint % 15)::integer as opened_on) k
where a.reference::bigint % 333 = 31;

-- New meters that one reader has found on rounds of a hundred.
insert into staff
select name, {change} from unnest(array['bench.reader', 'bench.one', 'bench.two', 'bench.three']) name;
insert into staff_standing select name, change, case name when 'bench.reader' then 'reader' else 'agent' end, true
from staff where change = {change};
insert into staff_ticket
select coalesce(max(id), 0) + 1, 'bench.reader', sha256('nobody knows it'), now(), {change} from staff_ticket;
insert into handset
select 'BENCHABC', staff, id,
       decode('3059301306072a8648ce3d020106082a8648ce3d0301070342000471a455b57cec244359d22122c84f5cc'
           || 'da7ba17ad82a88e6a099c60f11a2081b2dc0dab13b5fbf7b04d7eb2f210fea2cb34c4706bfc9fbbd7826949d8e68d638c', 'hex'),
       change
from staff_ticket where change = {change};
create temporary table exchanged on commit drop as
select g.usage_point, 1 + (row_number() over (order by g.usage_point) - 1) / 100 as round,
       1 + (row_number() over (order by g.usage_point) - 1) % 100 as position,
       (select r.value::text::numeric from reading r
        where r.usage_point = g.usage_point order by r.at desc limit 1) as value
from service_agreement g where g.account::bigint % 400 = 37;
insert into reading_round
select number + coalesce((select max(id) from reading_round), 0), 'BENCH-' || number, current_date - 20,
       current_date + 10, {change}
from generate_series(1, (select max(round) from exchanged)) number;
insert into round_order
select r.id, e.position, e.usage_point
from exchanged e join reading_round r on r.route = 'BENCH-' || e.round and r.change = {change};
insert into round_entry
select gen_random_uuid(), 'BENCHABC', o.round, e.usage_point, t.at, t.at, t.at, t.at, e.value, null, null, null,
       'NEW-' || substr(e.usage_point, 2), 0, false, sha256(e.usage_point::bytea), 'waiting', {change}
from exchanged e
join reading_round r on r.route = 'BENCH-' || e.round and r.change = {change}
join round_order o on o.round = r.id and o.usage_point = e.usage_point
cross join lateral (select now() - (e.position || ' hours')::interval as at) t;

insert into move_out_request
select row_number() over (order by g.reference), g.reference, current_date + (g.account::bigint / 500 % 30)::integer,
       current_date - 2, {change}
from service_agreement g where g.account::bigint % 500 = 41 and g.to_day is null;

-- More instalments than anybody is granted without a person.
insert into instalment_request
select row_number() over (order by i.account) + coalesce((select max(id) from instalment_request), 0), i.account, 9,
       current_date - 3, {change}
from open_item i where i.account::bigint % 500 = 59 and i.issued_on = date '2020-03-01' and i.open > 300;

-- Instalments that are kept to, some that somebody else has to grant, and what is to be let off.
insert into arrangement
select row_number() over (order by i.account), i.account, current_date - 10, (select max(id) from journal_entry), 'phone',
       10, false, 'asked for by telephone', null, null, {change}
from open_item i where i.account::bigint % 500 = 43 and i.issued_on = date '2020-03-01' and i.open > 300;
insert into arranged_item
select a.id, 1, i.kind, i.number, i.open
from arrangement a join open_item i on i.account = a.account and i.issued_on = date '2020-03-01'
where a.change = {change};
insert into instalment
select i.arrangement, month, current_date + 30 * month,
       case month when 3 then i.amount - i.amount / 3 * 2 else i.amount / 3 end
from arranged_item i join arrangement a on a.id = i.arrangement cross join generate_series(1, 3) month
where a.change = {change};
insert into arrangement_proposal
select row_number() over (order by a.reference), a.reference, 6, 0, null, 'phone', current_date - 1, {change}
from customer_account a where a.reference::bigint % 6666 = 47;
insert into adjustment (id, account, item_kind, item, amount, reason, evidence, asked_on, needs_second, change)
select row_number() over (order by i.account), i.account, i.kind, i.number, -i.open, 'goodwill',
       'as agreed with the mayor', current_date - 1, true, {change}
from open_item i where i.account::bigint % 6666 = 53 and i.issued_on = date '2020-03-01' and i.open > 0;

-- A third of it is somebody's.
insert into change select max(id) + 1, now(), 'bench', 'who looks after what' from change;
insert into work_assignment
select w.kind, w.item, 1, w.staff, (select max(id) from change)
from (select 'held' as kind, agreement as item, 'bench.one' as staff from held_agreement
      where run = (select max(id) from billing_run) and right(agreement, 1) in ('1', '4', '7')
      union all select 'suspect', usage_point || '~' || at, 'bench.two' from suspect_reading
      where substr(usage_point, 2)::bigint / 200 % 3 = 0
      union all select 'request', id::text, 'bench.three' from service_request where id % 3 = 1
      union all select 'unmatched', id::text, 'bench.one' from bank_transaction where id % 3 = 1) w;

-- What the three did in a quarter of a year.
insert into staff_event (at, kind, staff, address, account, place)
select now() - interval '90 days' + n * interval '75 seconds', case n % 3 when 0 then 'searched' else 'looked' end,
       (array['bench.one', 'bench.two', 'bench.three'])[n % 3 + 1], '10.0.0.' || n % 3,
       case n % 3 when 0 then null else lpad((n * 7 % (select count(*) from customer_account) + 1)::text, 10, '0') end,
       case n % 3 when 0 then null else 'account' end
from generate_series(1, 100000) n;
