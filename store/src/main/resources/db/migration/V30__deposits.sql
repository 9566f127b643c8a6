-- Deposits: money that a customer leaves with the utility while an agreement runs, and has to their credit with
-- interest when it has ended. What is claimed is owed as a bill is; what is given back is a credit as any other, which
-- settles the final bill and is refunded as credits are.
alter type item_kind add value 'deposit';
alter type credit_kind add value 'deposit';

create table deposit (
    id bigint primary key check (id >= 1),
    agreement text collate "C" not null unique references service_agreement,
    account text collate "C" not null references customer_account,
    amount bigint not null check (amount > 0),
    claimed_on date not null,
    due_on date not null check (due_on >= claimed_on),
    change bigint not null references change
);
create index deposit_account on deposit (account, id);

create table deposit_return (
    deposit bigint primary key references deposit,
    returned_on date not null,
    paid bigint not null check (paid >= 0), -- of the deposit; what was never paid is owed no more
    interest bigint not null check (interest >= 0 and (paid > 0 or interest = 0)),
    found text not null, -- by which days and rate
    change bigint not null references change
);

create function deposit_number(id bigint) returns text language sql immutable strict parallel safe
    return 'D' || lpad(id::text, 10, '0');

-- The new values cannot be written in the transaction that adds them.
create function deposit_item() returns item_kind language plpgsql immutable parallel safe as $$
begin
    return 'deposit';
end $$;
create function deposit_credit() returns credit_kind language plpgsql immutable parallel safe as $$
begin
    return 'deposit';
end $$;

create function open_claimed_deposits() returns trigger language plpgsql as $$
begin
    perform refuse_if(exists (
        select from written w join service_agreement a on a.reference = w.agreement where a.account <> w.account),
        'a deposit is claimed from another account than the agreement''s');
    insert into open_item
        select account, 'deposit', deposit_number(id), agreement, claimed_on, due_on, amount, amount from written;
    return null;
end $$;
create trigger opened after insert on deposit
    referencing new table as written for each statement execute function open_claimed_deposits();

create function return_deposits() returns trigger language plpgsql as $$
declare
    closed bigint;
begin
    perform refuse_if(exists (
        select from written w join deposit d on d.id = w.deposit
        where w.paid <> coalesce((
            select sum(a.amount) from allocation a
            where a.account = d.account and a.item_kind = 'deposit' and a.item = deposit_number(d.id)), 0)),
        'a deposit is given back that was not paid so');
    delete from open_item i using written w join deposit d on d.id = w.deposit
        where i.account = d.account and i.kind = 'deposit' and i.number = deposit_number(d.id)
            and i.open = d.amount - w.paid;
    get diagnostics closed = row_count;
    perform refuse_if(
        closed <> (select count(*) from written w join deposit d on d.id = w.deposit where w.paid < d.amount),
        'a deposit is given back, and what was not paid of it is owed on');
    insert into open_credit
        select d.account, 'deposit', deposit_number(d.id), w.returned_on, w.paid + w.interest, w.paid + w.interest
        from written w join deposit d on d.id = w.deposit where w.paid > 0;
    return null;
end $$;
create trigger returned after insert on deposit_return
    referencing new table as written for each statement execute function return_deposits();

-- A deposit stands with the entry that books it, to the centime, and so does its return.
create function refuse_unbooked_deposit() returns trigger language plpgsql as $$
begin
    perform refuse_if(not exists (
        select from journal_entry e
        join posting p on p.entry = e.id
        join ledger_account l on l.id = p.account and l.name = 'liabilities:deposits'
        where e.key = 'deposit/' || deposit_number(new.id) and e.account = new.account and p.amount = -new.amount),
        format('deposit %s is not booked to its account', new.id));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on deposit deferrable initially deferred
    for each row execute function refuse_unbooked_deposit();

create function refuse_unbooked_deposit_return() returns trigger language plpgsql as $$
begin
    perform refuse_if(not exists (
        select from deposit d
        join journal_entry e on e.key = 'deposit/' || deposit_number(d.id) || '/returned' and e.account = d.account
        join posting p on p.entry = e.id and p.amount = d.amount
        join ledger_account l on l.id = p.account and l.name = 'liabilities:deposits'
        where d.id = new.deposit and new.interest = coalesce((
            select sum(i.amount) from posting i join ledger_account n on n.id = i.account
            where i.entry = e.id and n.name = 'expenses:deposit-interest'), 0)),
        format('the return of deposit %s is not booked to its account', new.deposit));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on deposit_return deferrable initially deferred
    for each row execute function refuse_unbooked_deposit_return();

-- Before `moved` by its name: what an allocation takes back is there again to be moved.
create function open_deposits_again() returns trigger language plpgsql as $$
begin
    insert into open_item
        select distinct d.account, 'deposit'::item_kind, w.item, d.agreement, d.claimed_on, d.due_on,
               coalesce(r.paid, d.amount), 0
        from written w
        join deposit d on d.id = substr(w.item, 2)::bigint and d.account = w.account
        left join deposit_return r on r.deposit = d.id
        where w.amount < 0 and w.item_kind = 'deposit'
        on conflict do nothing;
    insert into open_credit
        select distinct d.account, 'deposit'::credit_kind, w.credit, r.returned_on, r.paid + r.interest, 0
        from written w
        join deposit d on d.id = substr(w.credit, 2)::bigint and d.account = w.account
        join deposit_return r on r.deposit = d.id
        where w.amount < 0 and w.credit_kind = 'deposit'
        on conflict do nothing;
    return null;
end $$;
create trigger a_deposits_again after insert on allocation
    referencing new table as written for each statement execute function open_deposits_again();

-- On top of whatever the views are now.
do $$
begin
    execute 'create or replace view owed_document as ' || rtrim(pg_get_viewdef('owed_document'::regclass), '; ')
        || ' union all
            select d.account, deposit_item(), deposit_number(d.id) collate "C", d.agreement, d.claimed_on, d.due_on,
                   coalesce(r.paid, d.amount)
            from deposit d left join deposit_return r on r.deposit = d.id
            where coalesce(r.paid, d.amount) > 0';
    execute 'create or replace view credit_document as ' || rtrim(pg_get_viewdef('credit_document'::regclass), '; ')
        || ' union all
            select d.account, deposit_credit(), deposit_number(d.id) collate "C", r.returned_on, r.paid + r.interest
            from deposit d join deposit_return r on r.deposit = d.id where r.paid > 0';
end $$;

create trigger never_changed before update or delete or truncate on deposit
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on deposit_return
    for each statement execute function refuse_change();
