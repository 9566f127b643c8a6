-- Payment facilities, and who was reminded of what they owe.
--
-- How an arrangement stands is kept nowhere: it is found from the allocations that came to its items after the entry
-- that was the last when it was signed (decisions/0026). A payment taken back takes its instalment back by itself.

create type request_channel as enum ('phone', 'e-mail', 'app', 'online-agency', 'agency', 'post');

create table arrangement (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    signed_on date not null,
    after_entry bigint not null, -- what is booked later settles it
    channel request_channel not null, -- through which it was asked for
    grace_days smallint not null check (grace_days >= 0),
    is_unasked boolean not null, -- whether the rules offered it
    found text not null, -- by which figures
    approved_by text check (approved_by <> ''), -- of what is above a clerk's limit
    replaces bigint unique references arrangement, -- the one that was renegotiated
    change bigint not null references change
);
create index arrangement_account on arrangement (account, id);

-- What was open of each item when it was signed, in the order in which the items were settled then.
create table arranged_item (
    arrangement bigint not null references arrangement,
    ordinal integer not null check (ordinal >= 1),
    kind item_kind not null,
    number text collate "C" not null,
    amount bigint not null check (amount > 0),
    primary key (arrangement, ordinal),
    unique (arrangement, kind, number)
);

create table instalment (
    arrangement bigint not null references arrangement,
    ordinal smallint not null check (ordinal >= 1),
    due_on date not null,
    amount bigint not null check (amount > 0),
    primary key (arrangement, ordinal),
    unique (arrangement, due_on)
);

-- That a person has ended one. Being broken or settled is not written: it is found.
create table arrangement_end (
    arrangement bigint primary key references arrangement,
    ended_on date not null,
    is_renegotiated boolean not null,
    change bigint not null references change
);

-- That one was asked for and not granted.
create table arrangement_refusal (
    account text collate "C" not null references customer_account,
    refused_on date not null,
    channel request_channel not null,
    months smallint check (months >= 1),
    change bigint not null references change,
    primary key (account, change)
);

-- An arrangement stands whole: its instalments come to what it arranges.
create function refuse_part_of_arrangement() returns trigger language plpgsql as $$
declare
    arranged bigint; scheduled bigint;
begin
    select sum(amount) into arranged from arranged_item where arrangement = new.id;
    select sum(amount) into scheduled from instalment where arrangement = new.id;
    perform refuse_if(
        arranged is null or scheduled is null or arranged <> scheduled,
        format('arrangement %s: instalments of %s for items of %s', new.id, scheduled, arranged));
    return null;
end $$;
create constraint trigger arrangement_whole_at_commit after insert on arrangement deferrable initially deferred
    for each row execute function refuse_part_of_arrangement();

do $$
declare
    part text;
begin
    foreach part in array array['arrangement', 'arranged_item', 'instalment', 'arrangement_end', 'arrangement_refusal']
    loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

create type dunning_channel as enum ('sms', 'e-mail', 'phone', 'letter', 'registered-letter', 'order');
create type dunning_stop_kind as enum ('dispute', 'vulnerable', 'person');
create type service_order_kind as enum ('disconnection', 'reconnection');

-- A run of one day; begun again, it is the same.
create table dunning_run (
    id bigint primary key check (id >= 1),
    run_on date not null unique,
    change bigint not null references change
);

-- A step that was sent for an item. The key is what keeps a step from being sent twice, whatever is killed or begun
-- again.
create table dunning_notice (
    account text collate "C" not null references customer_account,
    kind item_kind not null,
    number text collate "C" not null,
    step text collate "C" not null check (step ~ '^[a-z][a-z0-9-]*$'),
    run bigint not null references dunning_run,
    channel dunning_channel not null,
    letter text collate "C" not null,
    fee bigint not null check (fee >= 0),
    open bigint not null check (open > 0), -- of the item, then
    overdue bigint not null check (overdue > 0), -- on the account, then
    change bigint not null references change,
    primary key (account, kind, number, step)
);
create index dunning_notice_run on dunning_notice (run, account);

-- That a person keeps dunning back, for an account or one item of it. When it ends is said later, and may be said anew:
-- the end of the greatest change counts.
create table dunning_stop (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    stop_kind dunning_stop_kind not null,
    kind item_kind,
    number text collate "C",
    from_day date not null,
    change bigint not null references change,
    check (num_nulls(kind, number) in (0, 2))
);
create index dunning_stop_account on dunning_stop (account, id);

create table dunning_stop_end (
    stop bigint not null references dunning_stop,
    to_day date not null,
    change bigint not null references change,
    primary key (stop, change)
);

-- That the supply of an account be cut, or given back. It is proposed by a run; nobody is cut off before a person has
-- approved it.
create table service_order (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    order_kind service_order_kind not null,
    proposed_on date not null,
    overdue bigint not null check (overdue >= 0), -- on the account, then
    ends bigint unique references service_order, -- of a reconnection: the disconnection that it ends
    change bigint not null references change,
    check ((order_kind = 'reconnection') = (ends is not null))
);
create index service_order_account on service_order (account, id);

create table service_order_decision (
    service_order bigint primary key references service_order,
    is_approved boolean not null,
    decided_on date not null,
    change bigint not null references change
);

do $$
declare
    part text;
begin
    foreach part in array array['dunning_run', 'dunning_notice', 'dunning_stop', 'dunning_stop_end', 'service_order',
                                'service_order_decision']
    loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
