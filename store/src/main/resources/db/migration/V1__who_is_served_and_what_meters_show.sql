-- Who is served, where, under which agreement, and what the meters show.
--
-- Keys are the references that people use, in the plain byte order that COLLATE "C" gives, so that every program and every
-- database sorts them alike. Quantities are numeric: exact, readable in SQL, and shorter on disk than bigint with a scale
-- (decisions/0007). Days are dates; ranges are half-open, from_day in, to_day out.

-- What a register can show and the program can hold. (NaN and infinity are greater than every number.)
create domain shown as numeric check (value >= 0 and value < 1e12 and scale(value) <= 6);

create type customer_class as enum ('household', 'professional', 'municipality');
create type customer_language as enum ('ar', 'fr', 'en');
create type unit as enum ('kWh', 'm3', 'month');
create type reading_kind as enum ('actual', 'customer', 'estimated');

-- Who did something, when and why. Rows of other tables name the change that brought them. The moment comes from the
-- program, never from now(): the same run again gives the same bytes.
create table change (
    id bigint primary key,
    made_at timestamptz not null,
    author text not null check (author <> ''),
    reason text not null check (reason <> '')
);

create table customer (
    reference text collate "C" primary key,
    class customer_class not null,
    arabic_name text not null,
    latin_name text not null,
    language customer_language not null,
    change bigint not null references change
);

create table customer_account (
    reference text collate "C" primary key check (reference ~ '^[0-9]{10}$'),
    customer text collate "C" not null references customer,
    change bigint not null references change
);

create table premise (
    reference text collate "C" primary key,
    address text not null,
    area text not null,
    change bigint not null references change
);

-- A cycle of an area finds its accounts from here: premises, usage points, agreements, without looking at others.
create index premise_area on premise (area, reference);

create table usage_point (
    reference text collate "C" primary key,
    premise text collate "C" not null references premise,
    service text not null,
    change bigint not null references change
);

create index usage_point_premise on usage_point (premise, reference);

-- An account takes one service at one usage point under one tariff.
create table service_agreement (
    reference text collate "C" primary key check (reference ~ '^C[0-9]{5,7}$'),
    account text collate "C" not null references customer_account,
    usage_point text collate "C" not null references usage_point,
    tariff text not null,
    households integer not null check (households >= 1),
    from_day date not null,
    to_day date check (to_day > from_day),
    -- The day of the reading from which this system bills; what came before was billed elsewhere and is history.
    billed_from date not null check (billed_from >= from_day),
    change bigint not null references change
);
create index service_agreement_account on service_agreement (account, reference);
create index service_agreement_usage_point on service_agreement (usage_point, account);
-- Nobody pays for another's usage: at most one agreement runs at a usage point.
create unique index service_agreement_running on service_agreement (usage_point) where to_day is null;

-- A device with its one register. The multiplier leads from the dial to usage.
create table meter (
    usage_point text collate "C" not null references usage_point,
    installed_at date not null,
    serial text collate "C" not null,
    digits smallint check (digits between 1 and 12),
    decimals smallint not null check (decimals between 0 and 6),
    multiplier numeric not null check (multiplier > 0 and multiplier < 1e9 and scale(multiplier) <= 9),
    unit unit not null,
    first_value shown not null,
    removed_at date check (removed_at >= installed_at),
    change bigint not null references change,
    primary key (usage_point, installed_at)
);
create unique index meter_in_place on meter (usage_point) where removed_at is null;

create table meter_exchange (
    usage_point text collate "C" not null references usage_point,
    at date not null,
    removed shown not null,
    installed shown not null,
    change bigint not null references change,
    primary key (usage_point, at)
);

-- What a register shows at the start of a day. Never changed: a correction is a row with the next revision, and of one
-- day the highest revision is in force. An actual reading taken on the day of an estimate supersedes it the same way.
create table reading (
    usage_point text collate "C" not null,
    at date not null,
    revision smallint not null default 1 check (revision >= 1),
    kind reading_kind not null,
    value shown not null,
    provenance text not null,
    change bigint not null,
    primary key (usage_point, at, revision)
);

-- Days on which a premise is known to be empty; to_day is null while it still is.
create table vacancy (
    premise text collate "C" not null references premise,
    from_day date not null,
    to_day date check (to_day > from_day),
    change bigint not null references change,
    primary key (premise, from_day)
);

-- What is written stays. One function for all tables whose rows are never changed.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: its rows are never changed; a correction is a new row', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end $$;

create trigger never_changed before update or delete or truncate on change
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on reading
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on meter_exchange
    for each statement execute function refuse_change();

-- Revisions follow each other: a correction names what it corrects by standing right after it.
create function refuse_revision_gap() returns trigger language plpgsql as $$
begin
    if exists (
        select from written w
        where w.revision > 1 and not exists (
            select from reading r
            where r.usage_point = w.usage_point and r.at = w.at and r.revision = w.revision - 1))
    then
        raise exception 'a reading has a revision but not the one before it' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger revisions_follow after insert on reading
    referencing new table as written for each statement execute function refuse_revision_gap();

-- Readings come by the million, so what they name is looked up for a statement and not for a row, as for bills
-- (decisions/0010): each through the index, whatever the planner thinks of tables that it does not know yet.
create function refuse_stray_reading() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if exists (
        select from (select distinct usage_point from written) w
        where not exists (select from usage_point p where p.reference = w.usage_point))
    then
        raise exception 'a reading of a usage point that is not there' using errcode = 'foreign_key_violation';
    end if;
    if exists (
        select from (select distinct change from written) w
        where not exists (select from change c where c.id = w.change))
    then
        raise exception 'a reading with a change that is not there' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger of_a_usage_point after insert on reading
    referencing new table as written for each statement execute function refuse_stray_reading();
create trigger never_removed before delete or truncate or update of reference on usage_point
    for each statement execute function refuse_change();
