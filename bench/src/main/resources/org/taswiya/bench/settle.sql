-- The usage between two readings divided over the periods of the gap by days, largest remainder first, the earlier
-- period of equal ones first; every period priced whole, what was billed for it taken off.
create temporary table due on commit drop as
with read as (
    select usage_point,
           (max(value) filter (where at = date '{to}') - max(value) filter (where at = date '{from}'))::bigint as usage
    from reading where at in (date '{from}', date '{to}') group by usage_point),
share as (
    select a.reference as agreement, a.account, a.tariff, p.service, m.segment, m.from_day, m.to_day, r.usage as whole,
           r.usage * (m.to_day - m.from_day) / (date '{to}' - date '{from}') as floor,
           row_number() over (
               partition by a.reference
               order by r.usage * (m.to_day - m.from_day) % (date '{to}' - date '{from}') desc, m.segment) as turn
    from service_agreement a
    join usage_point p on p.reference = a.usage_point
    join read r on r.usage_point = a.usage_point
    cross join (values {months}) as m(segment, from_day, to_day)),
numbered as (
    select reference as agreement, {serial} + row_number() over (order by account, reference) as bill
    from service_agreement)
select n.bill, s.segment::smallint as segment,
       case when s.to_day = date '{to}' then 'actual' else 'true-up' end as kind,
       s.agreement, s.account, s.tariff, s.service, s.from_day, s.to_day,
       s.floor + case when s.turn <= s.whole - sum(s.floor) over (partition by s.agreement) then 1 else 0 end as usage
from share s join numbered n on n.agreement = s.agreement;
