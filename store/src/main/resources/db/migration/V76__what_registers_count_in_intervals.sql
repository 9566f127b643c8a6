-- What registers counted interval by interval (decisions/0079): whole days of a usage point within one month, as
-- core/interval IntervalBytes writes them. Never changed: of a day the row of the latest change counts, and it holds the
-- whole day as it stands then.
create table interval_block (
    usage_point text collate "C" not null,
    from_day date not null,
    to_day date not null,
    change bigint not null,
    -- of a packed row, the changes that brought what it holds; empty for a delivery
    brought bigint[] not null default '{}',
    series bytea not null,
    primary key (usage_point, from_day, change),
    constraint days_of_one_month check (
        to_day > from_day and date_trunc('month', from_day) = date_trunc('month', to_day - 1))
);
-- Compressed already.
alter table interval_block alter column series set storage external;

create trigger never_changed before update or truncate on interval_block
    for each statement execute function refuse_change();

-- A row goes only when a packed one says the same days and names the change that brought it, or all that it names.
create function refuse_lost_intervals() returns trigger language plpgsql as $$
begin
    if not exists (
        select from interval_block p
        where p.usage_point = old.usage_point and p.from_day <= old.from_day and p.to_day >= old.to_day
            and p.change > old.change
            and p.brought @> case when old.brought = '{}' then array[old.change] else old.brought end)
    then
        raise exception 'DELETE of interval_block refused: no packed row holds % from % of change %',
            old.usage_point, old.from_day, old.change using errcode = 'restrict_violation';
    end if;
    return old;
end $$;
create trigger only_packed before delete on interval_block for each row execute function refuse_lost_intervals();

-- As for readings: looked up for a statement, each through the index.
create function refuse_stray_intervals() returns trigger language plpgsql
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if exists (
        select from (select distinct usage_point from written) w
        where not exists (select from usage_point p where p.reference = w.usage_point))
    then
        raise exception 'intervals of a usage point that is not there' using errcode = 'foreign_key_violation';
    end if;
    if exists (
        select from (select distinct change from written) w
        where not exists (select from change c where c.id = w.change))
    then
        raise exception 'intervals with a change that is not there' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger of_a_usage_point after insert on interval_block
    referencing new table as written for each statement execute function refuse_stray_intervals();
