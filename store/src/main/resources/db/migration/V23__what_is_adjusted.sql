-- What is taken off or put on what an account owes, by a person or by a rule: corrections, fees, interest, rebates, debts
-- that are given up.
--
-- Nothing here is ever changed: what becomes of a row later is a row of its own. One that lowers what is owed is a
-- credit, used at once on the item that it adjusts; one that raises it is an item of its own (decisions/0028).

create table adjustment (
    id bigint primary key check (id between 1 and 9999999999),
    account text collate "C" not null references customer_account,
    key text collate "C" unique check (key <> ''), -- what whoever asks calls it; null where it has no name
    item_kind item_kind, -- what it adjusts; null for the account as such
    item text collate "C",
    amount bigint not null check (amount <> 0), -- above zero the account owes more
    reason text collate "C" not null check (reason ~ '^[a-z][a-z0-9-]*$'),
    evidence text not null check (evidence <> ''),
    asked_on date not null,
    needs_second boolean not null, -- above the author's limit: somebody else decides
    change bigint not null references change,
    check (num_nulls(item_kind, item) in (0, 2))
);
create index adjustment_account on adjustment (account, id);

create table adjustment_decision (
    adjustment bigint primary key references adjustment,
    is_approved boolean not null,
    decided_on date not null,
    due_on date, -- of what raises
    entry bigint unique, -- that books it
    change bigint not null references change,
    check (is_approved = (entry is not null)),
    check (due_on >= decided_on)
);

create table adjustment_reversal (
    adjustment bigint primary key references adjustment_decision,
    reversed_on date not null,
    entry bigint not null unique,
    change bigint not null references change
);

-- The value added tax in it by rate, both of the adjustment's sign. The ledger has it without the rate.
create table adjustment_tax (
    adjustment bigint not null references adjustment,
    rate numeric not null check (rate >= 0 and rate < 1e9),
    base bigint not null,
    tax bigint not null,
    primary key (adjustment, rate)
);

create function adjustment_number(id bigint) returns text language sql immutable strict parallel safe
    return 'AJ' || lpad(id::text, 10, '0');

alter type item_kind add value 'adjustment';
alter type credit_kind add value 'adjustment';

-- The new values cannot be written in the transaction that adds them.
create function adjustment_item() returns item_kind language plpgsql immutable parallel safe as $$
begin
    return 'adjustment';
end $$;
create function adjustment_credit() returns credit_kind language plpgsql immutable parallel safe as $$
begin
    return 'adjustment';
end $$;

create function open_approved_adjustments() returns trigger language plpgsql as $$
begin
    perform refuse_if(exists (
        select from written w join adjustment a on a.id = w.adjustment
        where w.is_approved and (a.amount > 0) <> (w.due_on is not null)),
        'an adjustment that raises has a due day, and no other');
    insert into open_item
        select a.account, 'adjustment', adjustment_number(a.id), null, w.decided_on, w.due_on, a.amount, a.amount
        from written w join adjustment a on a.id = w.adjustment where w.is_approved and a.amount > 0;
    insert into open_credit
        select a.account, 'adjustment', adjustment_number(a.id), w.decided_on, -a.amount, -a.amount
        from written w join adjustment a on a.id = w.adjustment where w.is_approved and a.amount < 0;
    return null;
end $$;
create trigger opened after insert on adjustment_decision
    referencing new table as written for each statement execute function open_approved_adjustments();

-- Before `moved` by its name: what is taken back is there again to be moved.
create function open_moved_adjustments() returns trigger language plpgsql as $$
begin
    insert into open_item
        select distinct w.account, 'adjustment'::item_kind, w.item, null::text, d.decided_on, d.due_on, a.amount, 0
        from written w
        join adjustment a on a.id = substr(w.item, 3)::bigint and a.account = w.account
        join adjustment_decision d on d.adjustment = a.id
        where w.amount < 0 and w.item_kind = 'adjustment'
        on conflict do nothing;
    insert into open_credit
        select distinct w.account, 'adjustment'::credit_kind, w.credit, d.decided_on, -a.amount, 0
        from written w
        join adjustment a on a.id = substr(w.credit, 3)::bigint and a.account = w.account
        join adjustment_decision d on d.adjustment = a.id
        where w.amount < 0 and w.credit_kind = 'adjustment'
        on conflict do nothing;
    return null;
end $$;
create trigger a_adjustments_moved after insert on allocation
    referencing new table as written for each statement execute function open_moved_adjustments();

create function close_reversed_adjustments() returns trigger language plpgsql as $$
declare
    items bigint; credits bigint;
begin
    delete from open_item i using written w join adjustment a on a.id = w.adjustment
        where i.account = a.account and i.kind = 'adjustment' and i.number = adjustment_number(a.id)
            and i.open = i.amount;
    get diagnostics items = row_count;
    delete from open_credit i using written w join adjustment a on a.id = w.adjustment
        where i.account = a.account and i.kind = 'adjustment' and i.number = adjustment_number(a.id)
            and i.open = i.amount;
    get diagnostics credits = row_count;
    perform refuse_if(
        items + credits <> (select count(*) from written),
        'an adjustment is reversed with allocations in force; they are taken back first');
    return null;
end $$;
create trigger closed after insert on adjustment_reversal
    referencing new table as written for each statement execute function close_reversed_adjustments();

-- A decision stands with the entry that books it, and with a second person where one is needed.
create function refuse_unbooked_adjustment() returns trigger language plpgsql as $$
begin
    perform refuse_if(new.is_approved and not exists (
        select from journal_entry e join adjustment a on a.id = new.adjustment
        where e.id = new.entry and e.account = a.account and e.key = 'adjustment/' || adjustment_number(a.id)),
        format('adjustment %s is not booked to its account', new.adjustment));
    perform refuse_if(new.is_approved and exists (
        select from adjustment a
        join change asked on asked.id = a.change
        join change decided on decided.id = new.change
        where a.id = new.adjustment and a.needs_second and asked.author = decided.author),
        format('adjustment %s is approved by who has asked for it', new.adjustment));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on adjustment_decision deferrable initially deferred
    for each row execute function refuse_unbooked_adjustment();

create function refuse_unbooked_adjustment_reversal() returns trigger language plpgsql as $$
begin
    perform refuse_if(not exists (
        select from journal_entry e
        where e.id = new.entry and e.key = 'adjustment/' || adjustment_number(new.adjustment) || '/reversed'),
        format('the reversal of adjustment %s is not booked', new.adjustment));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on adjustment_reversal deferrable initially deferred
    for each row execute function refuse_unbooked_adjustment_reversal();

-- What is adjusted does not go away under its adjustments.
create function refuse_adjusted_document() returns trigger language plpgsql as $$
declare
    is_adjusted boolean;
begin
    if tg_table_name = 'cancellation' then
        select exists (
            select from written w
            join adjustment a on a.item_kind = 'bill' and a.item = bill_number(w.bill)
            join adjustment_decision d on d.adjustment = a.id and d.is_approved
            where not exists (select from adjustment_reversal r where r.adjustment = a.id)) into is_adjusted;
    else
        select exists (
            select from written w
            join adjustment a on a.account = w.account and a.item_kind = 'opening' and a.item = w.reference
            join adjustment_decision d on d.adjustment = a.id and d.is_approved
            where not exists (select from adjustment_reversal r where r.adjustment = a.id)) into is_adjusted;
    end if;
    perform refuse_if(is_adjusted, 'a document goes with adjustments in force; they are reversed first');
    return null;
end $$;
create index adjustment_item on adjustment (item) where item is not null;
create trigger adjusted after insert on cancellation
    referencing new table as written for each statement execute function refuse_adjusted_document();
create trigger adjusted after insert on opening_item_taken_back
    referencing new table as written for each statement execute function refuse_adjusted_document();

-- On top of whatever the views are now.
do $$
begin
    execute 'create or replace view owed_document as ' || rtrim(pg_get_viewdef('owed_document'::regclass), '; ')
        || ' union all
            select a.account, adjustment_item(), adjustment_number(a.id) collate "C", null::text, d.decided_on,
                   d.due_on, a.amount
            from adjustment a join adjustment_decision d on d.adjustment = a.id
            where a.amount > 0 and d.is_approved and not exists (
                select from adjustment_reversal r where r.adjustment = a.id)';
    execute 'create or replace view credit_document as ' || rtrim(pg_get_viewdef('credit_document'::regclass), '; ')
        || ' union all
            select a.account, adjustment_credit(), adjustment_number(a.id) collate "C", d.decided_on, -a.amount
            from adjustment a join adjustment_decision d on d.adjustment = a.id
            where a.amount < 0 and d.is_approved and not exists (
                select from adjustment_reversal r where r.adjustment = a.id)';
end $$;

do $$
declare
    part text;
begin
    foreach part in array array['adjustment', 'adjustment_decision', 'adjustment_reversal', 'adjustment_tax'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
