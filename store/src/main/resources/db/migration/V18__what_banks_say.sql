-- What banks say of the utility's accounts, what became of it, and what banks are asked to do.
--
-- Nothing here is ever changed: what becomes of a row later is a row of its own. Numbers of an account at a bank are
-- kept as they are, because the law wants the evidence and a return needs them (decisions/0025); screens mask them.

-- An account of the utility's at a bank, as somebody has stated it. Of one name the greatest change is in force.
create table bank_account (
    name text collate "C" not null check (name ~ '^[a-zA-Z0-9-]+$'), -- as in assets:bank:<name>
    iban text collate "C" not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$'),
    bic text collate "C" not null check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
    holder text not null check (holder <> ''),
    currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
    creditor text collate "C" check (creditor <> ''), -- the identification under which direct debits are collected
    refund_limit bigint not null check (refund_limit >= 0), -- above which a refund needs a second person
    change bigint not null references change,
    primary key (name, change)
);
create view bank_account_in_force as
    select distinct on (name) * from bank_account order by name, change desc;

-- A statement that is in the books whole.
create table bank_statement (
    id bigint primary key,
    bank text collate "C" not null,
    statement text collate "C" not null, -- what the bank calls it
    opening bigint not null,
    closing bigint not null,
    closed_on date not null,
    change bigint not null references change,
    unique (bank, statement, opening, closing, closed_on)
);

-- One booking of the bank's. The same reference and amount is the same booking, whichever file tells it; where one file
-- has both more than once, they are counted.
create table bank_entry (
    id bigint primary key,
    bank text collate "C" not null,
    reference text collate "C" not null check (reference <> ''),
    amount bigint not null,
    occurrence integer not null check (occurrence >= 1),
    booked_on date not null,
    value_on date not null,
    is_reversal boolean not null,
    statement text collate "C" not null,
    line bigint not null, -- of the file that told it first
    change bigint not null references change,
    unique (bank, reference, amount, occurrence)
);
-- That a statement tells it, and not only a notification.
create table bank_entry_stated (
    entry bigint primary key references bank_entry
);

-- What a transaction is to the books at once; `waiting` is for a person.
create type bank_outcome as enum ('payment', 'collection', 'reversal', 'refund', 'refund-back', 'waiting');
create table bank_transaction (
    id bigint primary key,
    entry bigint not null references bank_entry,
    part integer not null check (part >= 1),
    amount bigint not null check (amount <> 0), -- above zero in, below zero out
    end_to_end text collate "C" not null,
    order_name text collate "C" not null,
    remittance text not null,
    party text not null,
    party_account text collate "C" not null,
    return_reason text collate "C" not null,
    outcome bank_outcome not null,
    payment bigint references payment, -- that was taken, or reversed
    refund bigint,
    unique (entry, part),
    check ((payment is not null) = (outcome in ('payment', 'collection', 'reversal'))),
    check ((refund is not null) = (outcome in ('refund', 'refund-back')))
);
create index bank_transaction_payer on bank_transaction (party_account) where payment is not null;
create index bank_transaction_end_to_end on bank_transaction (end_to_end) where end_to_end <> '';
create index bank_transaction_waiting on bank_transaction (id) where outcome = 'waiting';
create unique index bank_transaction_payment on bank_transaction (payment) where outcome in ('payment', 'collection');

-- What a person has decided of one that waited.
create type bank_decision_kind as enum ('assigned', 'reversed', 'expense', 'returned');
create table bank_decision (
    transaction bigint primary key references bank_transaction,
    kind bank_decision_kind not null,
    payment bigint references payment, -- that was taken, or reversed
    refund bigint,
    ledger_account text collate "C",
    change bigint not null references change,
    check ((payment is not null) = (kind in ('assigned', 'reversed'))),
    check ((refund is not null) = (kind = 'returned')),
    check ((ledger_account is not null) = (kind = 'expense'))
);

-- The keys of all entries that a statement or a notification caused, also through a person.
create view bank_caused as
    select 'bank/' || t.id as key from bank_transaction t
    union all select 'bank/' || d.transaction || '/decided' from bank_decision d
    union all select 'payment/' || receipt_number(t.payment) from bank_transaction t
        where t.outcome in ('payment', 'collection')
    union all select 'payment/' || receipt_number(t.payment) || '/reversed' from bank_transaction t
        where t.outcome = 'reversal'
    union all select 'payment/' || receipt_number(d.payment) from bank_decision d where d.kind = 'assigned'
    union all select 'payment/' || receipt_number(d.payment) || '/reversed' from bank_decision d
        where d.kind = 'reversed';

-- A file with orders for a bank, kept to the letter: killed before it was written out, it is written again, the same.
create type bank_order_kind as enum ('pain.001', 'pain.008');
create table bank_order (
    id bigint primary key,
    name text collate "C" not null unique, -- the identification of the message, and of its one batch
    bank text collate "C" not null,
    kind bank_order_kind not null,
    due_on date not null,
    orders integer not null check (orders >= 1),
    total bigint not null check (total > 0),
    file text not null,
    change bigint not null references change
);
create table bank_order_written (
    bank_order bigint primary key references bank_order,
    path text not null,
    change bigint not null references change
);

-- Money that goes back to whom it is owed: a customer's credit, or a payment that nobody could assign.
create table refund (
    id bigint primary key,
    account text collate "C" references customer_account, -- null where it returns a transaction
    returns bigint references bank_transaction,
    amount bigint not null check (amount > 0),
    bank text collate "C" not null, -- from which it is paid
    iban text collate "C" not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$'),
    payee text not null check (payee <> ''),
    change bigint not null references change,
    check (num_nonnulls(account, returns) = 1)
);
alter table bank_transaction add foreign key (refund) references refund;
alter table bank_decision add foreign key (refund) references refund;
create table refund_decision (
    refund bigint primary key references refund,
    is_approved boolean not null,
    decided_on date not null,
    change bigint not null references change
);
create table refund_sent (
    refund bigint primary key references refund,
    bank_order bigint not null references bank_order
);
-- How it ended. One that came back after it was paid has two rows.
create table refund_outcome (
    refund bigint not null references refund,
    is_paid boolean not null,
    booked_on date not null,
    transaction bigint references bank_transaction, -- null where a person has said so
    change bigint not null references change,
    primary key (refund, is_paid)
);

-- That a customer lets the utility collect what is owed.
create table mandate (
    reference text collate "C" primary key check (reference ~ '^[A-Za-z0-9][A-Za-z0-9./-]{0,34}$'),
    account text collate "C" not null references customer_account,
    iban text collate "C" not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$'),
    holder text not null check (holder <> ''),
    signed_on date not null,
    amount_limit bigint check (amount_limit > 0), -- of one collection; null for none
    change bigint not null references change
);
create table mandate_end (
    mandate text collate "C" primary key references mandate,
    ended_on date not null,
    change bigint not null references change
);

-- What was collected: each item by itself, under a name of its own.
create table collection (
    end_to_end text collate "C" primary key,
    bank_order bigint not null references bank_order,
    ordinal integer not null,
    mandate text collate "C" not null references mandate,
    account text collate "C" not null,
    kind item_kind not null,
    number text collate "C" not null,
    amount bigint not null check (amount > 0)
);
create index collection_item on collection (account, kind, number);
-- How it ended. One that came back after it was paid has two rows.
create table collection_outcome (
    end_to_end text collate "C" not null references collection,
    is_paid boolean not null,
    transaction bigint references bank_transaction, -- null where a person has said so
    change bigint not null references change,
    primary key (end_to_end, is_paid)
);
-- The items that a bank has been asked to collect and has not answered: they are neither collected again nor dunned.
create view item_in_collection as
    select c.account, c.kind, c.number, c.end_to_end, c.bank_order, c.amount
    from collection c
    where not exists (select from collection_outcome o where o.end_to_end = c.end_to_end);

do $$
declare
    part text;
begin
    foreach part in array array['bank_account', 'bank_statement', 'bank_entry', 'bank_entry_stated',
        'bank_transaction', 'bank_decision', 'bank_order', 'bank_order_written', 'refund', 'refund_decision',
        'refund_sent', 'refund_outcome', 'mandate', 'mandate_end', 'collection', 'collection_outcome'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

-- An approved refund is owed by the account for a moment, until its credits settle it, as a bill would be: so credits
-- are taken by allocations, and by nothing else. When the bank sends it back, they are taken back.
alter type item_kind add value 'refund';

-- The new value cannot be written in the transaction that adds it.
create function refund_item() returns item_kind language plpgsql immutable parallel safe as $$
begin
    return 'refund';
end $$;

create function refund_number(id bigint) returns text language sql immutable strict parallel safe
    return 'RF' || lpad(id::text, 10, '0');

create function open_approved_refunds() returns trigger language plpgsql as $$
begin
    insert into open_item
        select r.account, 'refund', refund_number(r.id), null, w.decided_on, w.decided_on, r.amount, r.amount
        from written w join refund r on r.id = w.refund
        where w.is_approved and r.account is not null;
    return null;
end $$;
create trigger opened after insert on refund_decision
    referencing new table as written for each statement execute function open_approved_refunds();

-- Before `moved` by its name: what it takes back is there again to be moved.
create function open_returned_refunds() returns trigger language plpgsql as $$
begin
    insert into open_item
        select distinct w.account, 'refund'::item_kind, w.item, null::text, d.decided_on, d.decided_on, r.amount, 0
        from written w
        join refund r on r.id = substr(w.item, 3)::bigint and r.account = w.account
        join refund_decision d on d.refund = r.id
        where w.amount < 0 and w.item_kind = 'refund'
        on conflict do nothing;
    return null;
end $$;
create trigger a_refunds_returned after insert on allocation
    referencing new table as written for each statement execute function open_returned_refunds();

create function close_returned_refunds() returns trigger language plpgsql as $$
declare
    closed bigint;
begin
    delete from open_item i using written w join refund r on r.id = w.refund
        where not w.is_paid and i.account = r.account and i.kind = 'refund' and i.number = refund_number(r.id)
            and i.open = i.amount;
    get diagnostics closed = row_count;
    perform refuse_if(
        closed <> (select count(*) from written w join refund r on r.id = w.refund
                   where not w.is_paid and r.account is not null),
        'a refund comes back with allocations in force; they are taken back first');
    return null;
end $$;
create trigger closed after insert on refund_outcome
    referencing new table as written for each statement execute function close_returned_refunds();

-- On top of whatever the view is now.
do $$
begin
    execute 'create or replace view owed_document as ' || rtrim(pg_get_viewdef('owed_document'::regclass), '; ')
        || ' union all
            select r.account, refund_item(), refund_number(r.id) collate "C", null::text, d.decided_on, d.decided_on,
                   r.amount
            from refund r join refund_decision d on d.refund = r.id
            where r.account is not null and d.is_approved and not exists (
                select from refund_outcome o where o.refund = r.id and not o.is_paid)';
end $$;

-- An entry that is nobody's, as money in suspense is, names no account. On top of whatever the function is now.
do $$
declare
    before text := pg_get_functiondef('number_entries()'::regprocedure);
    after text := replace(before, 'where e.bill is null and not exists (',
        'where e.bill is null and e.account <> '''' and not exists (');
begin
    perform refuse_if(before = after and before not like '%e.account <> ''''%',
        'number_entries() is not as V18 expects it');
    execute after;
end $$;
