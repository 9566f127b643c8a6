-- Collectors: their keys, their transactions, what they told of them and what they were answered, their remittances.
--
-- What they collect is a payment like any other (V16); here is only what makes a message told again do nothing.

-- A collector's key is derived from a secret of the home, which is not here, and the salt; `proof` is a hash of it by
-- which a wrong secret is found out. So who reads the database can sign nothing (decisions/0024).
create table collector_key (
    collector text collate "C" not null check (collector ~ '^[a-zA-Z0-9-]+$'),
    number integer not null check (number >= 1),
    salt bytea not null,
    proof bytea not null,
    change bigint not null references change,
    primary key (collector, number)
);
create table collector_key_withdrawal (
    collector text collate "C" not null,
    number integer not null,
    change bigint not null references change,
    primary key (collector, number),
    foreign key (collector, number) references collector_key
);

-- How far each transaction is, by its collector's own number. This alone moves; messages and payments stay.
create table collector_transaction (
    collector text collate "C" not null,
    number text collate "C" not null,
    state text collate "C" not null check (state in ('reserved', 'paid', 'confirmed', 'cancelled', 'refused')),
    utility text collate "C",
    account text collate "C", -- this and what follows is null where only a cancel has come, or a refused order
    items text collate "C",
    amount bigint check (amount > 0),
    day date,
    channel text collate "C",
    reserved_until timestamptz,
    receipt bigint unique references payment, -- stays when it is cancelled, and the payment reversed
    paid_at timestamptz,
    fee bigint not null check (fee >= 0), -- before tax
    primary key (collector, number),
    check (state not in ('paid', 'confirmed') or receipt is not null)
);

-- The first message of each kind of a transaction, and what it was answered, to the byte.
create table collector_message (
    collector text collate "C" not null,
    transaction text collate "C" not null,
    kind text collate "C" not null check (kind in ('reserve', 'pay', 'confirm', 'cancel')),
    said text collate "C" not null, -- all that it says, as core puts it; the same again is the same message
    at timestamptz not null,
    status smallint not null,
    answer text collate "C" not null,
    primary key (collector, transaction, kind)
);

-- What a collector has in the books for a day: its limit is asked of each payment, and summing up the day would make
-- the evening slower than the morning.
create table collector_day (
    collector text collate "C" not null,
    day date not null,
    collected bigint not null,
    primary key (collector, day)
);

-- Items that a transaction keeps others from paying. What is over stays until its item is held again.
create table collector_hold (
    account text collate "C" not null,
    item text collate "C" not null,
    collector text collate "C" not null,
    transaction text collate "C" not null,
    until timestamptz not null,
    primary key (account, item)
);

-- Money that a collector has sent, and the payments that it is of.
create table collector_remittance (
    collector text collate "C" not null,
    reference text collate "C" not null check (reference <> ''),
    until date not null, -- the last day of the payments
    received_on date not null,
    bank text collate "C" not null,
    received bigint not null check (received > 0),
    gross bigint not null check (gross > 0),
    fee bigint not null check (fee >= 0),
    tax bigint not null check (tax >= 0),
    entry bigint not null unique,
    change bigint not null references change,
    primary key (collector, reference)
);
create table remitted_payment (
    payment bigint primary key references payment,
    collector text collate "C" not null,
    reference text collate "C" not null,
    foreign key (collector, reference) references collector_remittance
);

-- A collector's payments of a day: statements, reconciliation, remittances.
create index payment_collector on payment (place, received_on) where means = 'collector';
-- By the collector's number, whichever way they came.
create index payment_collector_key on payment (place, key) where means = 'collector';

do $$
declare
    part text;
begin
    foreach part in array array['collector_key', 'collector_key_withdrawal', 'collector_message',
                                'collector_remittance', 'remitted_payment'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

-- As before, but for entries that are of no customer's account, such as a remittance: their account is empty.
create or replace function number_entries() returns trigger language plpgsql as $$
declare
    first_number bigint; last_one bigint; total bigint; first_bill bigint; others bigint; which text;
begin
    select min(id), max(id), count(*), min(bill), count(key) into first_number, last_one, total, first_bill, others
        from written;
    if total = 0 then
        return null;
    end if;
    which := format('of entries %s to %s ', first_number, last_one);
    update number_series set last_number = last_one
        where name = 'entry' and last_number = first_number - 1 and last_one - first_number + 1 = total;
    perform refuse_if(not found, which || 'a number does not follow the last one without gaps');
    perform refuse_if(
        last_one > (select last_number from number_series where name = 'posting'),
        which || 'one has no postings, which come first');
    perform refuse_if(
        first_bill <= (select last_number from number_series where name = 'bill'),
        which || 'one books a bill that stands already');
    perform refuse_if(others > 0 and exists (
        select from written e
        where e.bill is null and e.account <> '' and not exists (
            select from customer_account a where a.reference = e.account)),
        which || 'one names a customer account that is not there');
    return null;
end $$;
