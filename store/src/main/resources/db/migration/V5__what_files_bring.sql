-- What files of other systems bring: each import with its batches, the rows that it rejected, and readers' visits.

-- A meter is found by its serial too, as sources know it.
create index meter_serial on meter (serial, usage_point);

-- A file that is read by a mapping. It goes on with the mapping and the day with which it was begun, and only as long as
-- the file is the same.
create table import (
    id bigint primary key,
    file_path text not null check (file_path <> ''),
    file_length bigint not null check (file_length >= 0),
    file_digest text collate "C" not null check (file_digest ~ '^[0-9a-f]{64}$'),
    mapping text not null,
    mapping_text text not null,
    kind text collate "C" not null,
    -- The day after which nothing can have happened yet.
    looked_on date not null,
    rows_per_batch integer not null check (rows_per_batch >= 1),
    -- Whether readings are judged beside what their registers let expect.
    is_checked boolean not null,
    -- The first row as it stands in the file; without a header, empty.
    header bytea not null,
    change bigint not null references change
);
create index import_file on import (file_digest);

-- The mark of a batch, written with its rows: whoever goes on does so after the last one.
create table import_batch (
    import bigint not null references import,
    batch integer not null check (batch >= 1),
    next_byte bigint not null,
    next_line bigint not null,
    -- Once the file is read, rows that earlier imports left waiting are tried again: up to here.
    retried_import bigint,
    retried_line bigint,
    rows_read bigint not null,
    added bigint not null,
    unchanged bigint not null,
    superseding bigint not null,
    outranked bigint not null,
    doubtful bigint not null,
    rejected bigint not null,
    is_last boolean not null,
    -- Whose word its readings are.
    corrects boolean not null,
    -- What it wrote names this change; null when it wrote nothing. It is the batch's own, so that a bill made between
    -- two batches is told from what the second one brought.
    change bigint references change,
    primary key (import, batch),
    check (num_nulls(retried_import, retried_line) in (0, 2)),
    check (rows_read = added + unchanged + superseding + outranked + doubtful + rejected)
);
create unique index import_batch_change on import_batch (change) where change is not null;

-- A row that was not accepted, with its own bytes. It names its import without a reference, which would be looked up for
-- each of a million rows: both are written in one transaction.
create table rejected_row (
    import bigint not null,
    line bigint not null check (line >= 1),
    reason text collate "C" not null check (reason <> ''),
    field text not null,
    found text not null,
    row_bytes bytea not null,
    primary key (import, line)
);

-- A rejected row that was accepted after all, when what it names had come.
create table cured_row (
    import bigint not null,
    line bigint not null,
    change bigint references change,
    primary key (import, line),
    foreign key (import, line) references rejected_row
);

-- A reader stood before a meter, whether a value came of it or not.
create table visit (
    usage_point text collate "C" not null references usage_point,
    at timestamptz not null,
    remark text collate "C" check (remark <> ''),
    latitude numeric check (latitude between -90 and 90),
    longitude numeric check (longitude between -180 and 180),
    photo text,
    reader text,
    change bigint not null references change,
    primary key (usage_point, at),
    check (num_nulls(latitude, longitude) in (0, 2))
);

do $$
declare
    part text;
begin
    foreach part in array array['import', 'import_batch', 'rejected_row', 'cured_row', 'visit'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
