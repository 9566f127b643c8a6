-- What customers owe, what they pay, and what settles what.
--
-- What is open is kept and not derived at each question (decisions/0022), in two small tables that only the triggers
-- below move, with the bills, opening items, payments and allocations that say so: whoever wants to know what is open
-- reads it, and nobody can write it. `ledger check` derives it anew and compares.

create type item_kind as enum ('bill', 'opening');
create type credit_kind as enum ('opening', 'bill', 'payment');
create type payment_means as enum ('cash', 'cheque', 'card', 'transfer', 'direct-debit', 'collector');

alter table number_series disable trigger moved_by_triggers_only;
insert into number_series values ('receipt', 0);
alter table number_series enable trigger moved_by_triggers_only;

-- A receipt's number as printed, as ReceiptNumber in core gives it.
create function receipt_number(serial bigint) returns text language sql immutable strict parallel safe
    return 'R' || bill_number(serial);

-- What an account still owes on a document. The number is a bill's as printed, or the reference in the old system.
create table open_item (
    account text collate "C" not null,
    kind item_kind not null,
    number text collate "C" not null,
    agreement text collate "C", -- of a bill; null for an opening item
    issued_on date not null,
    due_on date not null,
    amount bigint not null check (amount > 0),
    -- Zero only until the statement ends that makes it so.
    open bigint not null constraint open_item_within check (open between 0 and amount),
    primary key (account, kind, number)
);

-- Money of an account's that settles nothing yet. The number is a receipt's, a bill's, or one of the old system.
create table open_credit (
    account text collate "C" not null,
    kind credit_kind not null,
    number text collate "C" not null,
    arisen_on date, -- null for one of the old system, which is older than all others
    amount bigint not null check (amount > 0),
    open bigint not null constraint open_credit_within check (open between 0 and amount),
    primary key (account, kind, number),
    check ((arisen_on is null) = (kind = 'opening'))
);

-- Every document on which something is owed, and every one that is a credit, as it is before any payment.
create view owed_document as
    select b.account, 'bill'::item_kind as kind, bill_number(b.serial) collate "C" as number, b.agreement,
           b.billed_on as issued_on, b.due_on, b.net + b.tax as amount
    from bill b
    where b.net + b.tax > 0 and not exists (select from cancellation c where c.bill = b.serial)
    union all
    select o.account, 'opening', o.reference, null, o.issued_on, o.due_on, o.amount
    from opening_item o
    where o.amount > 0 and not exists (
        select from opening_item_taken_back t where t.account = o.account and t.reference = o.reference);

insert into open_item select account, kind, number, agreement, issued_on, due_on, amount, amount from owed_document;
insert into open_credit
    select b.account, 'bill', bill_number(b.serial), b.billed_on, -(b.net + b.tax), -(b.net + b.tax)
    from bill b
    where b.net + b.tax < 0 and not exists (select from cancellation c where c.bill = b.serial);
insert into open_credit
    select o.account, 'opening', o.reference, null, -o.amount, -o.amount
    from opening_item o
    where o.amount < 0 and not exists (
        select from opening_item_taken_back t where t.account = o.account and t.reference = o.reference);

-- Money that came in. What it settled at once are its direct allocations, which come before it and belong to its entry;
-- what is then left of it is a credit.
create table payment (
    serial bigint primary key check (serial between 1 and 9999999999),
    account text collate "C" not null,
    amount bigint not null check (amount > 0), -- handed over, the stamp with it
    stamp bigint not null check (stamp >= 0),
    received_on date not null,
    means payment_means not null,
    place text collate "C" not null check (place ~ '^[a-zA-Z0-9-]+$'), -- the till, bank or collector
    -- What the source calls it; both null where it has no name.
    source text collate "C" check (source <> ''),
    key text collate "C" check (key <> ''),
    named text collate "C" not null, -- the items that the payer named, one a line
    entry bigint not null unique,
    change bigint not null,
    check (num_nulls(source, key) in (0, 2)),
    check (stamp = 0 or means = 'cash')
);
-- The same payment told again is found, and never taken twice.
create unique index payment_key on payment (source, key) where key is not null;
create index payment_account on payment (account, serial);

-- A payment that was none: a cheque that bounced, money that was false.
create table payment_reversal (
    payment bigint primary key references payment,
    reversed_on date not null,
    change bigint not null references change
);

-- Money from a payment or a credit to an item; below zero where it is taken back.
create table allocation (
    entry bigint not null, -- that books it
    ordinal integer not null check (ordinal >= 1),
    account text collate "C" not null,
    credit_kind credit_kind not null,
    credit text collate "C" not null,
    item_kind item_kind not null,
    item text collate "C" not null,
    amount bigint not null check (amount <> 0),
    stamp bigint not null check (stamp >= 0),
    is_direct boolean not null,
    primary key (entry, ordinal),
    check (not is_direct or (amount > 0 and credit_kind = 'payment')),
    check (is_direct or stamp = 0)
);
create index allocation_account on allocation (account, entry);
create index allocation_direct on allocation (entry) where is_direct;

create function refuse_hand_move() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception '% of % refused: it moves only with bills, opening items, payments and allocations', tg_op,
            tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

-- A batch of bills costs two statements here, whatever its size.
create function open_bills() returns trigger language plpgsql as $$
begin
    insert into open_item
        select account, 'bill', bill_number(serial), agreement, billed_on, due_on, net + tax, net + tax
        from written where net + tax > 0;
    insert into open_credit
        select account, 'bill', bill_number(serial), billed_on, -(net + tax), -(net + tax)
        from written where net + tax < 0;
    return null;
end $$;
create trigger opened after insert on bill
    referencing new table as written for each statement execute function open_bills();

create function open_opening_items() returns trigger language plpgsql as $$
begin
    insert into open_item
        select account, 'opening', reference, null, issued_on, due_on, amount, amount from written where amount > 0;
    insert into open_credit
        select account, 'opening', reference, null, -amount, -amount from written where amount < 0;
    return null;
end $$;
create trigger opened after insert on opening_item
    referencing new table as written for each statement execute function open_opening_items();

-- What a document settled or what settled it is taken back before the document: so no money goes with it.
create function close_cancelled_bills() returns trigger language plpgsql as $$
declare
    closed bigint; credits bigint;
begin
    delete from open_item i using written w join bill b on b.serial = w.bill
        where b.net + b.tax > 0 and i.account = b.account and i.kind = 'bill' and i.number = bill_number(b.serial)
            and i.open = i.amount;
    get diagnostics closed = row_count;
    delete from open_credit i using written w join bill b on b.serial = w.bill
        where b.net + b.tax < 0 and i.account = b.account and i.kind = 'bill' and i.number = bill_number(b.serial)
            and i.open = i.amount;
    get diagnostics credits = row_count;
    perform refuse_if(
        closed + credits <> (select count(*) from written w join bill b on b.serial = w.bill where b.net + b.tax <> 0),
        'a bill is cancelled with allocations in force; they are taken back first');
    return null;
end $$;
create trigger closed after insert on cancellation
    referencing new table as written for each statement execute function close_cancelled_bills();

create function close_taken_back_items() returns trigger language plpgsql as $$
declare
    closed bigint; credits bigint;
begin
    delete from open_item i using written w
        where i.account = w.account and i.kind = 'opening' and i.number = w.reference and i.open = i.amount;
    get diagnostics closed = row_count;
    delete from open_credit i using written w
        where i.account = w.account and i.kind = 'opening' and i.number = w.reference and i.open = i.amount;
    get diagnostics credits = row_count;
    perform refuse_if(
        closed + credits <> (select count(*) from written),
        'an opening item is taken back with allocations in force; they are taken back first');
    return null;
end $$;
create trigger closed after insert on opening_item_taken_back
    referencing new table as written for each statement execute function close_taken_back_items();

-- Each through the index, whatever the planner thinks of tables that it does not know yet. Items and credits that were
-- closed are there again before they are moved.
create function move_open() returns trigger language plpgsql
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
    update open_item i set open = i.open - w.amount
        from (select account, item_kind, item, sum(amount)::bigint as amount from written
              group by account, item_kind, item) w
        where i.account = w.account and i.kind = w.item_kind and i.number = w.item;
    get diagnostics moved = row_count;
    perform refuse_if(
        moved <> (select count(*) from (select distinct account, item_kind, item from written) w),
        'an allocation to an item that its account does not owe');
    delete from open_item i using written w
        where i.account = w.account and i.kind = w.item_kind and i.number = w.item and i.open = 0;
    update open_credit i set open = i.open - w.amount
        from (select account, credit_kind, credit, sum(amount)::bigint as amount from written
              where not is_direct group by account, credit_kind, credit) w
        where i.account = w.account and i.kind = w.credit_kind and i.number = w.credit;
    get diagnostics moved = row_count;
    perform refuse_if(
        moved <> (select count(*) from (
            select distinct account, credit_kind, credit from written where not is_direct) w),
        'an allocation of a credit that its account does not have');
    delete from open_credit i using written w
        where not w.is_direct and i.account = w.account and i.kind = w.credit_kind and i.number = w.credit
            and i.open = 0;
    -- Nothing moves here: it has the commit ask whether entries and payments have come.
    update number_series set last_number = last_number where name in ('entry', 'receipt');
    return null;
end $$;
create trigger moved after insert on allocation
    referencing new table as written for each statement execute function move_open();

create function refuse_allocations_alone() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        (select max(entry) from allocation) > (select last_number from number_series where name = 'entry'),
        'allocations without the entry that books them');
    perform refuse_if(
        (select max(entry) from allocation where is_direct) > coalesce((select max(entry) from payment), 0),
        'direct allocations without their payment');
    return null;
end $$;
create constraint trigger allocations_whole_at_commit after update on number_series deferrable initially deferred
    for each row when (new.name = 'receipt') execute function refuse_allocations_alone();

-- Payments are numbered as bills are, and stand on their entries and direct allocations, which come first.
create function receive_payments() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    first_number bigint; last_one bigint; total bigint; entry_before bigint; which text;
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
    perform refuse_if(exists (
        select from written p cross join lateral (
            select coalesce(sum(amount), 0) as amount, coalesce(sum(stamp), 0) as stamp
            from allocation a where a.entry = p.entry and a.is_direct) a
        where p.stamp <> a.stamp or p.amount < a.amount + a.stamp),
        which || 'one has allocated more than was handed over, or another stamp');
    insert into open_credit
        select p.account, 'payment', receipt_number(p.serial), p.received_on, p.amount - p.stamp,
               p.amount - p.stamp - a.amount
        from written p cross join lateral (
            select coalesce(sum(amount), 0) as amount from allocation a where a.entry = p.entry and a.is_direct) a
        where p.amount - p.stamp > a.amount;
    return null;
end $$;
create trigger received after insert on payment
    referencing new table as written for each statement execute function receive_payments();

-- All that a payment settled is taken back before it: then it is whole again, and goes.
create function close_reversed_payments() returns trigger language plpgsql as $$
declare
    closed bigint;
begin
    delete from open_credit i using written w join payment p on p.serial = w.payment
        where i.account = p.account and i.kind = 'payment' and i.number = receipt_number(p.serial)
            and i.open = i.amount;
    get diagnostics closed = row_count;
    perform refuse_if(
        closed <> (select count(*) from written),
        'a payment is reversed with allocations in force; they are taken back first');
    return null;
end $$;
create trigger closed after insert on payment_reversal
    referencing new table as written for each statement execute function close_reversed_payments();

create view credit_document as
    select b.account, 'bill'::credit_kind as kind, bill_number(b.serial) collate "C" as number,
           b.billed_on as arisen_on, -(b.net + b.tax) as amount
    from bill b
    where b.net + b.tax < 0 and not exists (select from cancellation c where c.bill = b.serial)
    union all
    select o.account, 'opening', o.reference, null, -o.amount
    from opening_item o
    where o.amount < 0 and not exists (
        select from opening_item_taken_back t where t.account = o.account and t.reference = o.reference)
    union all
    select p.account, 'payment', receipt_number(p.serial), p.received_on, p.amount - p.stamp
    from payment p
    where not exists (select from payment_reversal r where r.payment = p.serial);

do $$
declare
    part text;
begin
    foreach part in array array['payment', 'payment_reversal', 'allocation'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
    foreach part in array array['open_item', 'open_credit'] loop
        execute format('create trigger moved_by_triggers_only before insert or update or delete or truncate on %I
                        for each statement execute function refuse_hand_move()', part);
    end loop;
end $$;
