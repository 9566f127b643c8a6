-- What a payment costs: an item or a credit is found once and then moved or closed, where it was moved and then found
-- again to be closed, and the allocations of a payment are summed once. The rules are those of V16.

-- A part payment finds room beside its item: then no index is touched.
alter table open_item set (fillfactor = 80);
alter table open_credit set (fillfactor = 80);

-- Each through the index, whatever the planner thinks of tables that it does not know yet. Items and credits that were
-- closed are there again before they are moved.
create or replace function move_open() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    first_entry bigint := (select min(entry) from written);
    moved bigint;
begin
    if first_entry is null then
        return null;
    end if;
    perform refuse_if(
        first_entry <= (select last_number from number_series where name = 'entry'),
        'an allocation of an entry that stands already');
    if exists (select from written where amount < 0) then
        perform refuse_if(exists (
            select from (select distinct account, credit_kind, credit, item_kind, item from written where amount < 0) w
            where (select sum(a.amount) from allocation a
                   where a.account = w.account and a.credit_kind = w.credit_kind and a.credit = w.credit
                       and a.item_kind = w.item_kind and a.item = w.item) < 0),
            'more of an allocation is taken back than there was');
        insert into open_item
            select w.account, 'bill', w.item, b.agreement, b.billed_on, b.due_on, b.net + b.tax, 0
            from (select distinct account, item from written where amount < 0 and item_kind = 'bill') w
            join bill b on b.serial = substr(w.item, 1, 10)::bigint and b.account = w.account
            on conflict do nothing;
        insert into open_item
            select w.account, 'opening', w.item, null, o.issued_on, o.due_on, o.amount, 0
            from (select distinct account, item from written where amount < 0 and item_kind = 'opening') w
            join opening_item o on o.account = w.account and o.reference = w.item
            on conflict do nothing;
        insert into open_credit
            select w.account, 'payment', w.credit, p.received_on, p.amount - p.stamp, 0
            from (select distinct account, credit from written where amount < 0 and credit_kind = 'payment') w
            join payment p on p.serial = substr(w.credit, 2, 10)::bigint and p.account = w.account
            on conflict do nothing;
        insert into open_credit
            select w.account, 'bill', w.credit, b.billed_on, -(b.net + b.tax), 0
            from (select distinct account, credit from written where amount < 0 and credit_kind = 'bill') w
            join bill b on b.serial = substr(w.credit, 1, 10)::bigint and b.account = w.account
            on conflict do nothing;
        insert into open_credit
            select w.account, 'opening', w.credit, null, -o.amount, 0
            from (select distinct account, credit from written where amount < 0 and credit_kind = 'opening') w
            join opening_item o on o.account = w.account and o.reference = w.credit
            on conflict do nothing;
    end if;
    merge into open_item i
        using (select account, item_kind, item, sum(amount)::bigint as amount from written
               group by account, item_kind, item) w
        on i.account = w.account and i.kind = w.item_kind and i.number = w.item
        when matched and i.open = w.amount then delete
        when matched then update set open = i.open - w.amount;
    get diagnostics moved = row_count;
    perform refuse_if(
        moved <> (select count(*) from (select distinct account, item_kind, item from written) w),
        'an allocation to an item that its account does not owe');
    if exists (select from written where not is_direct) then
        merge into open_credit i
            using (select account, credit_kind, credit, sum(amount)::bigint as amount from written
                   where not is_direct group by account, credit_kind, credit) w
            on i.account = w.account and i.kind = w.credit_kind and i.number = w.credit
            when matched and i.open = w.amount then delete
            when matched then update set open = i.open - w.amount;
        get diagnostics moved = row_count;
        perform refuse_if(
            moved <> (select count(*) from (
                select distinct account, credit_kind, credit from written where not is_direct) w),
            'an allocation of a credit that its account does not have');
    end if;
    -- Nothing moves here: it has the commit ask whether entries and payments have come.
    update number_series set last_number = last_number where name in ('entry', 'receipt');
    return null;
end $$;

-- Payments are numbered as bills are, and stand on their entries and direct allocations, which come first.
create or replace function receive_payments() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    first_number bigint; last_one bigint; total bigint; entry_before bigint; wrong boolean; which text;
begin
    select min(serial), max(serial), count(*) into first_number, last_one, total from written;
    if total = 0 then
        return null;
    end if;
    which := format('of receipts %s to %s ', first_number, last_one);
    update number_series set last_number = last_one
        where name = 'receipt' and last_number = first_number - 1 and last_one - first_number + 1 = total;
    perform refuse_if(not found, which || 'a number does not follow the last one without gaps');
    perform refuse_if(exists (
        select from written p where not exists (
            select from journal_entry e
            where e.id = p.entry and e.account = p.account and e.key = 'payment/' || receipt_number(p.serial))),
        which || 'one is not booked to its account');
    perform refuse_if(exists (
        select from (select distinct change from written) w
        where not exists (select from change c where c.id = w.change)),
        which || 'one names a change that is not there');
    entry_before := coalesce((select max(entry) from payment where entry < (select min(entry) from written)), 0);
    perform refuse_if(exists (
        select from allocation a
        where a.is_direct and a.entry > entry_before and not exists (
            select from payment p
            where p.entry = a.entry and p.account = a.account and a.credit = receipt_number(p.serial))),
        which || 'one has the direct allocations of another');
    with summed as materialized (
        select p.serial, p.account, p.amount, p.stamp, p.received_on, a.amount as settled, a.stamp as on_settled
        from written p cross join lateral (
            select coalesce(sum(amount), 0) as amount, coalesce(sum(stamp), 0) as stamp
            from allocation a where a.entry = p.entry and a.is_direct) a
    ), left_over as (
        insert into open_credit
            select account, 'payment', receipt_number(serial), received_on, amount - stamp, amount - stamp - settled
            from summed where amount - stamp > settled
    )
    select bool_or(stamp <> on_settled or amount < settled + on_settled) into wrong from summed;
    perform refuse_if(wrong, which || 'one has allocated more than was handed over, or another stamp');
    return null;
end $$;
