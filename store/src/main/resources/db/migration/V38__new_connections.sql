-- Applications for new connections: who applies for which services where, what is asked for, what came of it. How one
-- stands is its last step, and that it is paid is found from its open item (decisions/0037).
--
-- Nothing here is ever changed: what becomes of a row later is a row of its own.
alter type item_kind add value 'connection';

create table connection_application (
    id bigint primary key check (id between 1 and 9999999999),
    account text collate "C" references customer_account, -- of whoever has one when they apply
    applicant text check (applicant <> ''), -- the name of whoever has none
    class customer_class not null,
    premise text collate "C" references premise, -- null where the books do not have it yet
    address text check (address <> ''),
    applied_on date not null,
    change bigint not null references change,
    check (num_nonnulls(account, applicant) = 1),
    check (num_nonnulls(premise, address) = 1)
);
create index connection_application_account on connection_application (account, id);
create index connection_application_premise on connection_application (premise, id);

create table connection_service (
    application bigint not null references connection_application,
    ordinal smallint not null check (ordinal >= 1),
    service text collate "C" not null,
    billed_with text collate "C", -- null for one that has an agreement of its own
    primary key (application, ordinal),
    unique (application, service)
);

-- The documents that were asked for when it was received.
create table connection_asked (
    application bigint not null references connection_application,
    document text collate "C" not null,
    primary key (application, document)
);

create table connection_step (
    application bigint not null references connection_application,
    ordinal smallint not null check (ordinal >= 1),
    step text collate "C" not null check (step in (
        'apply', 'document', 'ask', 'return', 'quote', 'agree', 'order', 'connect', 'refuse', 'withdraw', 'lapse')),
    state text collate "C" not null check (state in (
        'received', 'incomplete', 'accepted', 'quoted', 'agreed', 'works-ordered', 'connected', 'refused', 'withdrawn',
        'lapsed')),
    taken_on date not null,
    change bigint not null references change,
    primary key (application, ordinal),
    check ((step = 'apply') = (ordinal = 1))
);
create unique index connection_step_once on connection_step (application, step)
    where step in ('apply', 'quote', 'agree', 'order');
create unique index connection_step_last on connection_step (application)
    where state in ('connected', 'refused', 'withdrawn', 'lapsed');

create function refuse_wrong_step() returns trigger language plpgsql as $$
declare
    before connection_step;
begin
    select * into before from connection_step
        where application = new.application and ordinal < new.ordinal order by ordinal desc limit 1;
    perform refuse_if(
        new.ordinal <> coalesce(before.ordinal, 0) + 1,
        format('step %s of application %s follows none', new.ordinal, new.application));
    perform refuse_if(
        before.state in ('connected', 'refused', 'withdrawn', 'lapsed'),
        format('application %s is over', new.application));
    perform refuse_if(
        new.taken_on < before.taken_on, format('a step of application %s is before its last', new.application));
    return null;
end $$;
create trigger in_order after insert on connection_step for each row execute function refuse_wrong_step();

-- A document that came, or went back, with the step.
create table connection_document (
    application bigint not null,
    ordinal smallint not null,
    document text collate "C" not null,
    is_there boolean not null,
    primary key (application, ordinal, document),
    foreign key (application, ordinal) references connection_step,
    foreign key (application, document) references connection_asked
);

create table connection_quote (
    application bigint primary key references connection_application,
    valid_to date not null, -- the last day on which it can be paid
    change bigint not null references change
);

create table connection_quote_line (
    application bigint not null references connection_quote,
    ordinal smallint not null check (ordinal >= 1),
    service text collate "C" not null,
    item text collate "C" not null,
    net bigint not null check (net > 0),
    tax_rate numeric not null check (tax_rate >= 0 and tax_rate <= 1),
    tax bigint not null check (tax >= 0),
    primary key (application, ordinal),
    unique (application, service, item)
);

-- What is owed of a quote that was agreed to.
create table connection_charge (
    application bigint primary key references connection_quote,
    account text collate "C" not null references customer_account,
    amount bigint not null check (amount > 0),
    agreed_on date not null,
    due_on date not null check (due_on >= agreed_on),
    entry bigint not null unique,
    change bigint not null references change
);
create index connection_charge_account on connection_charge (account, application);

create table connection_charge_taken_back (
    application bigint primary key references connection_charge,
    taken_back_on date not null,
    entry bigint not null unique,
    change bigint not null references change
);

create table connection_connected (
    application bigint not null,
    service text collate "C" not null,
    agreement text collate "C" unique references service_agreement, -- null for one that is billed with another
    connected_on date not null,
    change bigint not null references change,
    primary key (application, service),
    foreign key (application, service) references connection_service (application, service)
);

create function connection_number(id bigint) returns text language sql immutable strict parallel safe
    return 'NC' || lpad(id::text, 10, '0');

-- The new value cannot be written in the transaction that adds it.
create function connection_item() returns item_kind language plpgsql immutable parallel safe as $$
begin
    return 'connection';
end $$;

create function open_agreed_quotes() returns trigger language plpgsql as $$
begin
    perform refuse_if(exists (
        select from written w
        where w.amount <> (select sum(l.net + l.tax) from connection_quote_line l where l.application = w.application)),
        'another amount is owed for a new connection than was quoted');
    perform refuse_if(exists (
        select from written w join connection_application a on a.id = w.application
        where a.account is not null and a.account <> w.account),
        'a new connection is owed by another account than the one that applied');
    insert into open_item
        select account, 'connection', connection_number(application), null, agreed_on, due_on, amount, amount
        from written;
    return null;
end $$;
create trigger opened after insert on connection_charge
    referencing new table as written for each statement execute function open_agreed_quotes();

-- Before `moved` by its name: what an allocation takes back is there again to be moved.
create function open_connections_again() returns trigger language plpgsql as $$
begin
    insert into open_item
        select distinct c.account, 'connection'::item_kind, w.item, null::text, c.agreed_on, c.due_on, c.amount, 0
        from (select account, item from written where amount < 0 and item_kind = 'connection') w
        join connection_charge c on c.application = substr(w.item, 3)::bigint and c.account = w.account
        on conflict do nothing;
    return null;
end $$;
create trigger a_connections_again after insert on allocation
    referencing new table as written for each statement execute function open_connections_again();

create function close_connections() returns trigger language plpgsql as $$
declare
    closed bigint;
begin
    delete from open_item i using written w join connection_charge c on c.application = w.application
        where i.account = c.account and i.kind = 'connection' and i.number = connection_number(c.application)
            and i.open = i.amount;
    get diagnostics closed = row_count;
    perform refuse_if(
        closed <> (select count(*) from written),
        'what is owed for a new connection is taken back with allocations in force; they are taken back first');
    return null;
end $$;
create trigger closed after insert on connection_charge_taken_back
    referencing new table as written for each statement execute function close_connections();

-- What is owed stands with the entry that books it, and so does its taking back.
create function refuse_unbooked_connection() returns trigger language plpgsql as $$
begin
    perform refuse_if(not exists (
        select from journal_entry e
        join posting p on p.entry = e.id and p.amount = new.amount
        join ledger_account l on l.id = p.account and l.name = 'assets:receivable'
        where e.id = new.entry and e.account = new.account
            and e.key = 'connection/' || connection_number(new.application)),
        format('new connection %s is not booked to its account', new.application));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on connection_charge deferrable initially deferred
    for each row execute function refuse_unbooked_connection();

create function refuse_unbooked_connection_taken_back() returns trigger language plpgsql as $$
begin
    perform refuse_if(not exists (
        select from journal_entry e
        where e.id = new.entry and e.key = 'connection/' || connection_number(new.application) || '/reversed'),
        format('the taking back of new connection %s is not booked', new.application));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on connection_charge_taken_back deferrable initially deferred
    for each row execute function refuse_unbooked_connection_taken_back();

-- On top of whatever the view is now.
do $$
begin
    execute 'create or replace view owed_document as ' || rtrim(pg_get_viewdef('owed_document'::regclass), '; ')
        || ' union all
            select c.account, connection_item(), connection_number(c.application) collate "C", null::text, c.agreed_on,
                   c.due_on, c.amount
            from connection_charge c where not exists (
                select from connection_charge_taken_back t where t.application = c.application)';
end $$;

do $$
declare
    part text;
begin
    foreach part in array array['connection_application', 'connection_service', 'connection_asked', 'connection_step',
        'connection_document', 'connection_quote', 'connection_quote_line', 'connection_charge',
        'connection_charge_taken_back', 'connection_connected'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
