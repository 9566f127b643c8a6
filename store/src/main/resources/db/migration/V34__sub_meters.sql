-- Meters behind a main meter, by which its bills are shared out.
--
-- A sub-meter's usage point has no agreement on these days: what it counts is billed once, by the main meter. How a bill
-- is shared out is not kept; it is found from readings, and a reading corrected since is in it.

create table sub_meter (
    sub text collate "C" not null references usage_point,
    from_day date not null,
    revision smallint not null check (revision >= 1), -- of one and the same sub and day the last one counts
    main text collate "C" not null references usage_point,
    share integer not null check (share >= 0), -- of the common part, beside those of the others
    to_day date, -- the first day on which it is none any more; null while it stands
    change bigint not null references change,
    primary key (sub, from_day, revision),
    check (main <> sub),
    check (to_day > from_day)
);
create index sub_meter_main on sub_meter (main);

create view sub_meter_in_force as
    select distinct on (sub, from_day) sub, from_day, main, share, to_day
    from sub_meter order by sub, from_day, revision desc;

-- Nobody counts twice: behind two main meters at once, or behind one that is behind another.
create function refuse_second_main_meter() returns trigger language plpgsql as $$
begin
    perform refuse_if(exists (
        select from sub_meter_in_force f
        where (f.sub = new.sub and f.from_day <> new.from_day or f.sub = new.main or f.main = new.sub)
            and daterange(f.from_day, f.to_day) && daterange(new.from_day, new.to_day)),
        format('%s behind %s: on some of these days it is a sub-meter already, or one of them is a main meter and a'
            || ' sub-meter at once', new.sub, new.main));
    return null;
end $$;
create trigger behind_one after insert on sub_meter for each row execute function refuse_second_main_meter();
create trigger never_changed before update or delete or truncate on sub_meter
    for each statement execute function refuse_change();
