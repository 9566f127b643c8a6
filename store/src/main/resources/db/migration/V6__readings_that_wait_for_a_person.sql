-- Readings that came in and were not believed, and what people decided about them.
--
-- A suspect is no reading: nothing is measured, billed or estimated from it. Only a person's decision makes a reading of
-- it, which is then written as any other, as the next revision of its day.

create type finding_severity as enum ('note', 'suspect', 'refuse');
create type suspect_outcome as enum ('accepted', 'corrected', 're-read', 'estimate');

-- The same day may be suspect again, when another file brings it: each with the change of its file.
create table suspect_reading (
    usage_point text collate "C" not null references usage_point,
    at date not null,
    change bigint not null references change,
    ordinal smallint not null check (ordinal >= 1),
    kind reading_kind not null check (kind <> 'estimated'),
    -- As it was sent, so it may be what no register can show.
    value numeric not null check (value > '-Infinity' and value < 'Infinity'),
    unit unit not null,
    provenance text not null,
    severity finding_severity not null check (severity <> 'note'),
    -- Units that would be billed too many or too few, and what they come to at the price that a unit had in the last bill;
    -- zero where no bill is known.
    quantity numeric not null check (quantity >= 0),
    at_risk bigint not null check (at_risk >= 0),
    primary key (usage_point, at, change, ordinal)
);

-- What was found, with the exact numbers that caused it as `name=value` or `name=n/d`.
create table suspect_finding (
    usage_point text collate "C" not null,
    at date not null,
    change bigint not null,
    ordinal smallint not null,
    place smallint not null check (place >= 1),
    reason text collate "C" not null check (reason <> ''),
    severity finding_severity not null,
    found text not null,
    figures text not null,
    primary key (usage_point, at, change, ordinal, place),
    foreign key (usage_point, at, change, ordinal) references suspect_reading
);

-- Who decided what about the suspects of a day that were there: those with a smaller change.
create table suspect_decision (
    usage_point text collate "C" not null references usage_point,
    at date not null,
    change bigint not null references change,
    outcome suspect_outcome not null,
    value shown,
    primary key (usage_point, at, change),
    check ((outcome = 'corrected') = (value is not null))
);

do $$
declare
    part text;
begin
    foreach part in array array['suspect_reading', 'suspect_finding', 'suspect_decision'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
