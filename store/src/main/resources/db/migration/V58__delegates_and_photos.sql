-- Delegates: the holder of an account lets another customer in, who has to accept it. And photos with own readings.

-- Somebody is asked, by the reference of an account of theirs as the holder typed it. Whether there is such an account
-- is asked by nobody before its own customer looks: the holder could learn it.
create table delegate (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account, -- into which they are let
    invited text collate "C" not null check (invited ~ '^[0-9]{10}$'),
    kind text collate "C" not null check (kind in ('pay', 'manage')),
    invited_on date not null,
    until date not null, -- the first day on which it can be accepted no more
    change bigint not null references change,
    check (until > invited_on)
);
create index delegate_account on delegate (account, id);
create index delegate_invited on delegate (invited, id);

-- They have accepted it.
create table delegate_start (
    delegate bigint primary key references delegate,
    since date not null,
    change bigint not null references change
);

-- One of the two has ended it. What was not accepted yet each can end for themselves: that somebody has said no is not
-- told to whoever asked.
create table delegate_end (
    delegate bigint not null references delegate,
    by_holder boolean not null,
    ended_on date not null,
    change bigint not null references change,
    primary key (delegate, by_holder)
);

-- What a customer saw on the meter; of a day the newest counts. Drawn anew: nothing is in it but the picture.
create table own_photo (
    usage_point text collate "C" not null references usage_point,
    at date not null, -- of the reading
    change bigint not null references change,
    jpeg bytea not null check (length(jpeg) between 1 and 409600),
    primary key (usage_point, at, change)
);

do $$
declare
    t text;
begin
    foreach t in array array['delegate', 'delegate_start', 'delegate_end', 'own_photo'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change_but_erasing()', t);
        execute format('create trigger only_deleted before update on %I
                        for each statement execute function refuse_change()', t);
    end loop;
end $$;

do $$
declare
    part record;
begin
    -- messages and announcements have one kind more, beside those that they have
    for part in
        select conrelid::regclass::text as of_table, conname as name, pg_get_constraintdef(oid) as said
        from pg_constraint where conname in ('message_cause_kind_check', 'announcement_kind_check')
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s', part.of_table, part.name, part.name,
                       replace(part.said, 'ARRAY[', 'ARRAY[''delegate''::text, '));
    end loop;
end $$;

-- With somebody's contacts go their delegates, whose delegate they were, and their photos. It is called after `erases`,
-- by its name, and adds to what that one has counted.
create function erase_delegates_and_photos() returns trigger language plpgsql as $$
declare
    accounts text[] := array(select reference from customer_account where customer = new.customer);
    let_in bigint[] := array(select id from delegate where account = any(accounts) or invited = any(accounts));
    photos bigint;
begin
    delete from delegate_end where delegate = any(let_in);
    delete from delegate_start where delegate = any(let_in);
    delete from delegate where id = any(let_in);
    delete from own_photo p using service_agreement s
        where s.account = any(accounts) and s.usage_point = p.usage_point
            and p.at >= s.from_day and (s.to_day is null or p.at < s.to_day);
    get diagnostics photos = row_count;
    new.erased := new.erased + cardinality(let_in) + photos;
    return new;
end $$;
create trigger erases_delegates_and_photos before insert on erasure
    for each row when (new.what = 'contact') execute function erase_delegates_and_photos();

-- The second wall: a delegate's session names the accounts that it may see, and which of them are its own
-- (`taswiya.held`). How a holder is reached, whom else they let in, and that they move out is seen by them alone.
create function held_accounts() returns text[] language sql stable parallel safe as $$
    select nullif(current_setting('taswiya.held', true), '')::text[]
$$;

do $$
declare
    t text;
    held text := '= any ((select held_accounts())::text[])';
    seen text := '= any ((select seen_accounts())::text[])';
    private text := '(''sign-in-code'', ''contact-code'', ''contact'', ''delegate'')';
begin
    foreach t in array array['contact_set', 'contact', 'contact_bounce', 'message_preference', 'returned_mail'] loop
        execute format('alter policy own on %I using (account %s)', t, held);
    end loop;
    execute format('alter policy own on move_out_request using (
        agreement in (select a.reference from service_agreement a where a.account %s))', held);
    execute format('alter policy own on message using (
        account %s and (account %s or cause_kind not in %s))', seen, held, private);
    execute format('alter policy own on announcement using (
        account %s and (account %s or kind not in %s))', seen, held, private);
    foreach t in array array['delegate', 'delegate_start', 'delegate_end'] loop
        execute format('alter table %I enable row level security', t);
    end loop;
    alter table own_photo enable row level security;
    execute format('create policy own on own_photo for select using (exists (
        select from service_agreement s where s.usage_point = own_photo.usage_point and s.account %s
            and own_photo.at >= s.from_day and (s.to_day is null or own_photo.at < s.to_day)))', seen);
    execute format('create policy own on delegate for select using (account %1$s or invited %1$s)', held);
    create policy own on delegate_start for select using (delegate in (select d.id from delegate d));
    create policy own on delegate_end for select using (delegate in (select d.id from delegate d));
end $$;
