-- People of the utility who sign in to the agents' console, what they may do and did, and how a customer is found.

-- What each role may do.
create table staff_right (
    role text collate "C" not null check (role in ('agent', 'supervisor', 'auditor')),
    may text collate "C" not null check (may in ('customers', 'trail')),
    primary key (role, may)
);
insert into staff_right values
    ('agent', 'customers'), ('supervisor', 'customers'), ('supervisor', 'trail'), ('auditor', 'trail');

create table staff (
    name text collate "C" primary key check (name ~ '^[a-z][a-z0-9.-]{1,39}$'),
    change bigint not null references change
);

-- What holds of somebody; the newest counts.
create table staff_standing (
    staff text collate "C" not null references staff,
    change bigint not null references change,
    role text collate "C" not null check (role in ('agent', 'supervisor', 'auditor')),
    is_enabled boolean not null,
    primary key (staff, change)
);

-- A code by which somebody chooses a password, once. The newest counts, and so does the password chosen by it alone.
create table staff_ticket (
    id bigint primary key check (id >= 1),
    staff text collate "C" not null references staff,
    digest bytea not null check (length(digest) = 32), -- of the code, which is kept nowhere
    until timestamptz not null,
    change bigint not null references change
);
create index staff_ticket_staff on staff_ticket (staff, id);

create table staff_secret (
    ticket bigint primary key references staff_ticket,
    password text collate "C" not null check (password like '$argon2id$%'),
    totp bytea not null check (length(totp) >= 20), -- never shown again
    change bigint not null references change
);

-- A code of the second factor is good once, and none before it is.
create table staff_code_used (
    ticket bigint not null references staff_ticket,
    step bigint not null,
    primary key (ticket, step)
);

-- Every sign-in, refusal and sign-out, and what somebody looked at.
create table staff_event (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    kind text collate "C" not null check (kind in (
        'signed-in', 'refused', 'signed-out', 'password-chosen', 'searched', 'looked')),
    staff text collate "C" references staff, -- null where there is nobody of the name that was typed
    address text collate "C" not null, -- of the network
    account text collate "C" references customer_account,
    place text collate "C", -- the page that was looked at; what was searched for is not kept
    check (staff is not null or kind = 'refused'),
    check ((kind = 'looked') = (account is not null and place is not null))
);
create index staff_event_staff on staff_event (staff, id);
create index staff_event_account on staff_event (account, id) where account is not null;

create trigger never_changed before update or delete or truncate on staff_right
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on staff
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on staff_standing
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on staff_ticket
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on staff_secret
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on staff_code_used
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on staff_event
    for each statement execute function refuse_change();

-- How names and addresses are compared: small Latin letters without accents, each Arabic letter as the Latin one that
-- sounds most like it, no vowel signs; ph as f, ou as u, doubled letters once. All of it is ASCII, so that it is the same under every locale of a server.
create function search_key(said text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(regexp_replace(replace(replace(translate(lower(normalize(said, NFKC) collate "C"),
        'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝ'
            || 'اأإآٱبتطثجحخدضذظرزسصشعغفقكلمنهةويىئؤ٠١٢٣٤٥٦٧٨٩'
            || 'ءـًٌٍَُِّْٰ''’',
        'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuy'
            || 'aaaaabttsjhkddzzrzsscagfqklmnhhwyyyw0123456789'),
        'ph', 'f'), 'ou', 'u'), '([a-z])\1+', '\1', 'g'), '[^a-z0-9]+', ' ', 'g'))
$$;

create extension if not exists pg_trgm;
-- The indexes of names and places are made with the first member of staff: before, nobody searches, and they cost an
-- import of customers more than all the rest of it.
create index contact_by_mail on contact (lower(address collate "C")) where channel = 'email';
-- Numbers are typed without the country they are kept with: they are alike from their end.
create index contact_by_phone on contact (reverse(address) collate "C") where channel = 'sms';
