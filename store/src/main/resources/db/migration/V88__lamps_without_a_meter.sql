-- What is supplied without a meter (decisions/0100): lamps of an agreement, as its inventory tells them. A row is known
-- by its place, its type and its first day; of one the row of the latest change counts, none of it where it counts no
-- lamps. Never changed.
create table lamp_group (
    agreement text collate "C" not null references service_agreement,
    place text not null check (place <> ''),
    type text not null check (type <> ''),
    from_day date not null,
    lamps integer not null check (lamps between 0 and 9999999),
    watts shown not null check (watts > 0),
    losses shown not null,
    to_day date check (to_day > from_day),
    regime text collate "C" not null,
    change bigint not null references change,
    primary key (agreement, place, type, from_day, change)
);
create index lamp_group_change on lamp_group (change);

create trigger never_changed before update or delete or truncate on lamp_group
    for each statement execute function refuse_change();

alter table lamp_group enable row level security;
create policy own on lamp_group for select using (exists (
    select from service_agreement a where a.reference = lamp_group.agreement));

-- How long they burn: all regimes of one change are a calendar, and that of the latest change counts.
create table lighting_regime (
    change bigint not null references change,
    regime text collate "C" not null,
    zone text not null,
    latitude numeric check (latitude between -90 and 90),
    longitude numeric check (longitude between -180 and 180),
    rule text not null,
    primary key (change, regime),
    check ((latitude is null) = (longitude is null))
);

create trigger never_changed before update or delete or truncate on lighting_regime
    for each statement execute function refuse_change();
