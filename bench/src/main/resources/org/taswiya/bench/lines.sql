-- Usage priced: the lines of every block reached, of what follows it, and of the fixed charges.
analyze due;
insert into rival.charge_line
select u.bill, u.segment, l.ordinal, l.component, l.block, l.quantity, l.price, l.vat, l.amount
from due u
cross join lateral (
    select b.block as ordinal, c.code as component, b.block, q.quantity, b.price, c.vat,
           (q.quantity * b.price + 50) / 100 as amount
    from rival.block b
    join rival.component c on c.tariff = b.tariff
    cross join lateral (
        select case when b.selective then u.usage else least(u.usage, b.upper) - b.lower end as quantity) q
    where b.tariff = u.tariff and u.usage > b.above and u.usage <= b.up_to
    union all
    select 10 + b.block, c.follower, b.block, q.quantity, b.joint - b.price, c.vat,
           (q.quantity * b.joint + 50) / 100 - (q.quantity * b.price + 50) / 100
    from rival.block b
    join rival.component c on c.tariff = b.tariff
    cross join lateral (
        select case when b.selective then u.usage else least(u.usage, b.upper) - b.lower end as quantity) q
    where b.tariff = u.tariff and c.follower is not null and u.usage > b.above and u.usage <= b.up_to
    union all
    select 20 + f.ordinal, f.code, 0, 1, f.price, f.vat, (f.price + 50) / 100
    from rival.fixed f where f.tariff = u.tariff) l;
-- What each period comes to, by component and tax.
create temporary table due_now on commit drop as
select bill, segment, component as code, sum(amount)::bigint as due
from rival.charge_line where bill > {serial} group by bill, segment, component
union all
select bill, segment, 'tax:VAT', sum((base * vat + 50) / 100)::bigint
from (select bill, segment, vat, sum(amount)::bigint as base
      from rival.charge_line where bill > {serial} group by bill, segment, vat) v
group by bill, segment
union all
select u.bill, u.segment, 'tax:TPPAN', least(sum((least(u.usage, l.upper) - l.lower) * l.rate), max(l.cap))::bigint
from due u join rival.levy l on l.tariff = u.tariff and u.usage > l.exempt and u.usage > l.lower
group by u.bill, u.segment
