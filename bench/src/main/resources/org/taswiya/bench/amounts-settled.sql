-- Due less billed, by component and tax; what is no longer due at all comes back whole.
analyze due_now;
insert into rival.amount
select bill, segment, code, sum(due)::bigint, sum(due - billed)::bigint
from (
    select bill, segment, code, due, 0 as billed from due_now
    union all
    select u.bill, u.segment, a.code, 0, a.claimed
    from due u
    join rival.bill b on b.agreement = u.agreement
    join rival.bill_segment s on s.bill = b.serial and s.from_day = u.from_day
    join rival.amount a on a.bill = s.bill and a.segment = s.ordinal) x
group by bill, segment, code
