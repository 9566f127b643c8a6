-- Each row of the trail bears a digest of all that it says and of the digest before it, so that a row that was changed,
-- put in or taken out by somebody whom the triggers do not stop no longer fits.

alter table staff_event
    alter column id drop identity,
    add column digest bytea check (length(digest) = 32);

-- All columns that are not empty, whatever will be added later: `{"at": "...", "id": 7, ...}`, in UTC.
create function staff_event_said(e staff_event) returns text language plpgsql stable set timezone to 'UTC' as $$
begin
    return jsonb_strip_nulls(to_jsonb(e) - 'digest')::text;
end $$;

create function staff_event_digest(before bytea, e staff_event) returns bytea language sql stable as $$
    select sha256(before || convert_to(staff_event_said(e), 'UTF8'))
$$;

alter table staff_event disable trigger never_changed;
do $$
declare
    e staff_event;
    last bytea := '';
    old bigint;
    n bigint := 0;
begin
    for e in select * from staff_event order by id loop
        n := n + 1;
        old := e.id;
        e.id := n; -- nothing refers to it, and a gap shall mean that a row is missing
        last := staff_event_digest(last, e);
        update staff_event set id = n, digest = last where id = old;
    end loop;
end $$;
alter table staff_event
    enable trigger never_changed,
    alter column digest set not null;

-- One after the other: whoever writes waits until the one before has committed, then takes the next number.
create function chain_staff_event() returns trigger language plpgsql as $$
declare
    head record;
begin
    perform pg_advisory_xact_lock(494122100326);
    select e.id, e.digest into head from staff_event e order by e.id desc limit 1;
    new.id := coalesce(head.id, 0) + 1;
    new.digest := staff_event_digest(coalesce(head.digest, ''), new);
    return new;
end $$;
create trigger chained before insert on staff_event for each row execute function chain_staff_event();
