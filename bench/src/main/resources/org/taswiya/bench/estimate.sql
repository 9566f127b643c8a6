-- The usage of a month that nobody read: the mean of the daily averages of the same dates in the two years before,
-- half-up to whole units, in whole numbers: (u1/d1 + u2/d2) / 2 * d. Readings lie on the bounds of the periods, so four
-- readings of each meter are all it takes.
create temporary table due on commit drop as
select {serial} + row_number() over (order by a.account, a.reference) as bill, 1::smallint as segment,
       'estimated'::text as kind, a.reference as agreement, a.account, a.tariff, p.service,
       d.from_day, d.to_day,
       (2 * (r.last_year * d.d2 + r.two_years * d.d1) * d.d + 2 * d.d1 * d.d2) / (4 * d.d1 * d.d2) as usage,
       r.two_years, r.last_year
from service_agreement a
join usage_point p on p.reference = a.usage_point
join (select usage_point,
             (max(value) filter (where at = date '{to2}') - max(value) filter (where at = date '{from2}'))::bigint
                 as two_years,
             (max(value) filter (where at = date '{to1}') - max(value) filter (where at = date '{from1}'))::bigint
                 as last_year
      from reading
      where at in (date '{from1}', date '{to1}', date '{from2}', date '{to2}')
      group by usage_point) r on r.usage_point = a.usage_point
cross join (select date '{from}' as from_day, date '{to}' as to_day, date '{to}' - date '{from}' as d,
                   date '{to1}' - date '{from1}' as d1, date '{to2}' - date '{from2}' as d2) d;
insert into rival.estimate_basis
select bill, 1, date '{from1}', date '{to1}', last_year from due
union all
select bill, 2, date '{from2}', date '{to2}', two_years from due
