-- Who of the staff looks after what waits for a person; and what customers ask for or complain of.
--
-- What waits is found in the books as they are and is copied nowhere (decisions/0057).

-- Which rights there are is a closed set of the program; one that it does not know opens nothing.
alter table staff_right drop constraint staff_right_may_check;
alter table staff_right add constraint staff_right_may_check check (may ~ '^[a-z][a-z-]{1,39}$');
insert into staff_right values
    ('agent', 'work'), ('agent', 'suspects'), ('agent', 'requests'),
    ('supervisor', 'work'), ('supervisor', 'assign'), ('supervisor', 'suspects'), ('supervisor', 'requests'),
    ('supervisor', 'holds'), ('supervisor', 'disputes'), ('supervisor', 'unmatched'),
    ('supervisor', 'outages'),
    ('supervisor', 'runs');

-- Who has an item of a work list. The newest counts, and none that is older than what it waits for.
create table work_assignment (
    kind text collate "C" not null
        check (kind in ('held', 'suspect', 'dispute', 'undelivered', 'unmatched', 'request')),
    item text collate "C" not null check (item <> ''),
    ordinal integer not null check (ordinal >= 1),
    staff text collate "C" references staff, -- null where it was given back
    change bigint not null references change,
    primary key (kind, item, ordinal)
);

-- The customer was told by other means what no message has told them.
create table message_told (
    message bigint primary key references message,
    change bigint not null references change
);
-- Of all messages few have failed.
create index message_failed on message (id) where state = 'failed';

-- What a customer asks for or complains of.
create table service_request (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    kind text collate "C" not null check (kind ~ '^[a-z][a-z0-9-]{1,39}$'), -- of the utility's folder
    channel text collate "C" not null check (channel in ('phone', 'counter', 'email', 'post', 'online')),
    said text not null check (said <> ''), -- by the customer
    opened_on date not null,
    answer_by date not null check (answer_by >= opened_on),
    change bigint not null references change
);
create index service_request_account on service_request (account, id);

-- What became of it, step by step; the last one says how it stands.
create table service_request_step (
    request bigint not null references service_request,
    ordinal smallint not null check (ordinal >= 1),
    step text collate "C" not null check (step in ('answered', 'closed', 'reopened')),
    on_day date not null,
    letter text collate "C" check (letter ~ '^[a-z][a-z0-9-]{1,39}$'), -- of the utility's folder
    language customer_language,
    said text not null, -- what was answered, in full; why it was closed or opened again
    answer_by date, -- the new deadline of one that was opened again
    change bigint not null references change,
    primary key (request, ordinal),
    check ((step = 'answered') = (language is not null)),
    check ((step = 'reopened') = (answer_by is not null))
);

-- What was typed in a request goes with the name.
create function erase_requests() returns trigger language plpgsql as $$
declare
    accounts text[] := array(select reference from customer_account where customer = new.customer);
begin
    update service_request_step s set said = erased_mark() from service_request r
        where r.id = s.request and r.account = any(accounts) and s.said <> erased_mark();
    update service_request set said = erased_mark() where account = any(accounts) and said <> erased_mark();
    return null;
end $$;
create trigger erases_requests after insert on erasure
    for each row when (new.what = 'name') execute function erase_requests();

do $$
declare
    part record;
begin
    -- messages, announcements and preferences have one kind more; an answer is told whatever they prefer
    for part in
        select conrelid::regclass::text as of_table, conname as name, pg_get_constraintdef(oid) as said
        from pg_constraint where conname in (
            'message_cause_kind_check', 'announcement_kind_check', 'message_preference_kind_check',
            'message_preference_check')
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s', part.of_table, part.name, part.name,
                       replace(part.said, 'ARRAY[', 'ARRAY[''request''::text, '));
    end loop;
    for part in select * from (values ('work_assignment'), ('message_told')) as t(name) loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part.name);
    end loop;
    for part in select * from (values ('service_request'), ('service_request_step')) as t(name) loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change_but_erasing()', part.name);
        execute format('create trigger only_marked after update on %I
                        for each row execute function refuse_other_than_the_mark(said)', part.name);
        execute format('create trigger never_deleted before delete on %I
                        for each statement execute function refuse_change()', part.name);
    end loop;
    -- as it stands, and the changes of these tables
    execute 'create or replace view change_about as ' || rtrim(pg_get_viewdef('change_about'::regclass), '; ')
        || ' union all select t.change, m.account from message_told t join message m on m.id = t.message'
        || ' union all select change, account from service_request'
        || ' union all select s.change, r.account from service_request_step s'
        || ' join service_request r on r.id = s.request';
end $$;
