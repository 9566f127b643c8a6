-- Segments, entries and bills.
insert into rival.bill_segment
select bill, segment, kind, from_day, to_day, usage from due;
insert into rival.posting
select bill, row_number() over (partition by bill order by account), account, amount
from (
    select a.bill, case when a.code like 'tax:%' then 'liabilities:' || a.code
                        else 'revenue:' || u.service || ':' || a.code end as account, -sum(a.claimed)::bigint as amount
    from rival.amount a join due u on u.bill = a.bill and u.segment = a.segment
    where a.bill > {serial}
    group by a.bill, u.service, a.code having sum(a.claimed) <> 0
    union all
    select bill, case when sum(claimed) < 0 then 'liabilities:customer-credit' else 'assets:receivable' end, sum(claimed)
    from rival.amount where bill > {serial} group by bill having sum(claimed) <> 0) p;
insert into rival.journal_entry
select bill, 'bill/' || lpad(bill::text, 10, '0'), date '{to}', account,
       'bill ' || lpad(bill::text, 10, '0') || ' ' || service
from due where segment = 1;
insert into rival.bill
select u.bill, u.agreement, u.account, date '{to}', date '{to}' + 18, u.kind, t.net, t.tax, t.net + t.tax
from due u
join (select bill, coalesce(sum(claimed) filter (where code not like 'tax:%'), 0)::bigint as net,
             coalesce(sum(claimed) filter (where code like 'tax:%'), 0)::bigint as tax
      from rival.amount where bill > {serial} group by bill) t on t.bill = u.bill
where u.segment = 1
