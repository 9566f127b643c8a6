-- Readers of meters sign in, take their rounds along on a handset, and send what they read.

alter table staff_right
    drop constraint if exists staff_right_role_check, drop constraint if exists staff_right_may_check,
    add constraint staff_right_role_check check (role ~ '^[a-z][a-z-]*$'),
    add constraint staff_right_may_check check (may ~ '^[a-z][a-z-]*$');
alter table staff_standing
    drop constraint if exists staff_standing_role_check,
    add constraint staff_standing_role_check check (role ~ '^[a-z][a-z-]*$');
insert into staff_right values ('reader', 'round'), ('supervisor', 'handsets');

-- Who walks a round; the newest counts.
create table round_assignment (
    round bigint not null references reading_round,
    change bigint not null references change,
    reader text collate "C" not null references staff,
    primary key (round, change)
);
create index round_assignment_reader on round_assignment (reader, round);

-- A telephone of one reader's, known by a key that never leaves it.
create table handset (
    id text collate "C" primary key check (id ~ '^[A-HJ-NP-Z2-9]{8}$'),
    staff text collate "C" not null references staff,
    ticket bigint not null references staff_ticket, -- of the password it was registered with: a reset closes it too
    public_key bytea not null check (length(public_key) between 60 and 200),
    change bigint not null references change
);
create index handset_staff on handset (staff);

create table handset_lock (
    handset text collate "C" primary key references handset,
    change bigint not null references change
);

-- When a round was put on a handset, and when one that is closed was told to erase what it has.
create table handset_event (
    id bigint generated always as identity primary key,
    handset text collate "C" not null references handset,
    at timestamptz not null,
    kind text collate "C" not null check (kind in ('handed-out', 'told-to-erase')),
    round bigint references reading_round,
    check ((kind = 'handed-out') = (round is not null))
);
create index handset_event_handset on handset_event (handset, kind, round);

-- What a reader typed before a meter, as it came, each once.
create table round_entry (
    id uuid primary key, -- made on the handset
    handset text collate "C" not null references handset,
    round bigint not null references reading_round,
    usage_point text collate "C" not null references usage_point,
    at timestamptz not null, -- as it is believed
    said_at timestamptz not null, -- as the clock of the handset had it
    sent_at timestamptz not null, -- what that clock said when it was sent
    received_at timestamptz not null,
    value numeric check (value >= 0),
    remark text collate "C" check (remark in ('no-access', 'broken', 'flooded', 'vacant', 'not-found', 'other')),
    latitude numeric check (latitude between -90 and 90),
    longitude numeric check (longitude between -180 and 180),
    new_serial text collate "C" check (new_serial ~ '^[A-Za-z0-9./-]{1,40}$'), -- of the meter that took its place
    new_value numeric check (new_value >= 0),
    has_photo boolean not null,
    digest bytea not null check (length(digest) = 32),
    outcome text collate "C" not null check (outcome in (
        'taken', 'visited', 'waiting', 'read-by-another', 'impossible', 'overtaken', 'set-aside')),
    change bigint references change, -- null where nothing else was written
    check (value is not null or remark is not null),
    check (num_nulls(latitude, longitude) in (0, 2)),
    check (num_nulls(new_serial, new_value) in (0, 2)),
    check (new_serial is null or value is not null)
);
create index round_entry_round on round_entry (round, usage_point);
create index round_entry_handset on round_entry (handset, received_at);

-- Drawn anew by the server: nothing is in it but the picture.
create table visit_photo (
    entry uuid primary key references round_entry,
    received_at timestamptz not null,
    jpeg bytea not null check (length(jpeg) between 1 and 409600)
);

do $$
declare
    part text;
begin
    foreach part in array array['round_assignment', 'handset', 'handset_lock', 'handset_event', 'round_entry',
            'visit_photo'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
