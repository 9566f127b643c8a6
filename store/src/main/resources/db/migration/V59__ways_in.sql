-- How people get in beside one-time codes: passwords and passkeys of customers, and staff whom a provider signs in.

-- A password of an account, as it was hashed. The newest row counts, the mark for none; what counts no more is forgotten.
create table account_password (
    account text collate "C" not null references customer_account,
    change bigint not null references change,
    hash text collate "C" not null check (hash like '$argon2id$%' or hash = '[...]'),
    primary key (account, change)
);

create function forget_passwords_before() returns trigger language plpgsql as $$
begin
    update account_password set hash = erased_mark()
        where account = new.account and change < new.change and hash <> erased_mark();
    return null;
end $$;
create trigger forgets_before after insert on account_password
    for each row execute function forget_passwords_before();
create trigger never_changed before update or delete or truncate on account_password
    for each statement execute function refuse_change_but_erasing();
create trigger only_marked after update on account_password
    for each row execute function refuse_other_than_the_mark('hash');
create trigger never_deleted before delete on account_password for each statement execute function refuse_change();

-- By what devices know a customer: it says nothing about them.
create table passkey_holder (
    customer text collate "C" primary key references customer,
    handle bytea not null unique check (length(handle) between 16 and 64),
    change bigint not null references change
);

-- The public half of a key that a device of a customer keeps.
create table passkey (
    id bigint primary key check (id >= 1),
    customer text collate "C" not null references passkey_holder,
    credential bytea not null unique check (length(credential) between 1 and 1023),
    name text not null check (length(name) between 1 and 60), -- as its holder calls it
    public_key bytea not null check (length(public_key) <= 4096),
    attestation bytea not null check (length(attestation) <= 16384),
    transports text collate "C" not null,
    sign_count bigint not null check (sign_count >= 0),
    is_backup_eligible boolean not null,
    is_backed_up boolean not null,
    change bigint not null references change
);
create index passkey_customer on passkey (customer, id);

-- Somebody has signed in with it. A count that goes back is that of a copy, and is refused before.
create table passkey_use (
    passkey bigint not null references passkey,
    change bigint not null references change,
    at timestamptz not null,
    sign_count bigint not null check (sign_count >= 0),
    is_backed_up boolean not null,
    primary key (passkey, change)
);

create table passkey_end (
    passkey bigint primary key references passkey,
    change bigint not null references change
);

do $$
declare
    t text;
begin
    foreach t in array array['passkey_holder', 'passkey', 'passkey_use', 'passkey_end'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change_but_erasing()', t);
        execute format('create trigger only_deleted before update on %I
                        for each statement execute function refuse_change()', t);
    end loop;
end $$;

-- What the provider that signs in staff calls somebody. The newest row counts; empty for no longer.
create table staff_known_as (
    staff text collate "C" not null references staff,
    change bigint not null references change,
    name text collate "C" not null check (length(name) <= 200 and name = btrim(name)),
    primary key (staff, change)
);
create index staff_known_as_name on staff_known_as (name);
create trigger never_changed before update or delete or truncate on staff_known_as
    for each statement execute function refuse_change();

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
                       replace(part.said, 'ARRAY[', 'ARRAY[''sign-in-change''::text, '));
    end loop;
end $$;

-- Whoever looks after an account of another is not told how its holder signs in.
create policy sign_ins_are_the_holders on message as restrictive for select using (
    cause_kind <> 'sign-in-change' or account = any ((select held_accounts())::text[]));
create policy sign_ins_are_the_holders on announcement as restrictive for select using (
    kind <> 'sign-in-change' or account = any ((select held_accounts())::text[]));

-- With somebody's contacts go the ways in: nothing could be told of them any more. It is called after `erases`, by its
-- name, and adds to what that one has counted.
create function erase_ways_in() returns trigger language plpgsql as $$
declare
    accounts text[] := array(select reference from customer_account where customer = new.customer);
    keys bigint[] := array(select id from passkey where customer = new.customer);
    passwords bigint;
begin
    update account_password set hash = erased_mark() where account = any(accounts) and hash <> erased_mark();
    get diagnostics passwords = row_count;
    delete from passkey_use where passkey = any(keys);
    delete from passkey_end where passkey = any(keys);
    delete from passkey where id = any(keys);
    delete from passkey_holder where customer = new.customer;
    new.erased := new.erased + passwords + cardinality(keys);
    return new;
end $$;
create trigger erases_ways_in before insert on erasure
    for each row when (new.what = 'contact') execute function erase_ways_in();
