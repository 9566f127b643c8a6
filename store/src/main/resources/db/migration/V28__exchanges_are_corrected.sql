-- What was written down at an exchange may be wrong: another row of the same day, with the next revision, takes its
-- place, as for readings. Of one day the highest revision is in force; the others stay, for bills that knew them.
alter table meter_exchange
    add column revision smallint not null default 1 check (revision >= 1),
    drop constraint meter_exchange_pkey,
    add primary key (usage_point, at, revision);

create function refuse_exchange_gap() returns trigger language plpgsql as $$
begin
    if exists (
        select from written w
        where w.revision > 1 and not exists (
            select from meter_exchange e
            where e.usage_point = w.usage_point and e.at = w.at and e.revision = w.revision - 1))
    then
        raise exception 'an exchange has a revision but not the one before it' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger revisions_follow after insert on meter_exchange
    referencing new table as written for each statement execute function refuse_exchange_gap();
