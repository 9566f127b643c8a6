-- Ends of agreements as people write them down. Those that came with an end from another system have no row here.

create table agreement_end (
    agreement text collate "C" primary key references service_agreement,
    day date not null,
    -- Nobody could read the meter on that day: the final bill rests on an estimate. It ends the agreement as it is; what
    -- is read later belongs to whoever comes next, or to nobody.
    is_estimated boolean not null,
    -- Who has the service from that day on, where one handed it to the other; written after the end, as only one runs.
    successor text collate "C" references service_agreement deferrable initially deferred,
    change bigint not null references change
);

-- The end goes into the agreement's own row too, where billing looks for it, in the same statement; a row that has an
-- end keeps it.
create function end_agreement() returns trigger language plpgsql as $$
begin
    update service_agreement set to_day = new.day where reference = new.agreement and to_day is null;
    perform refuse_if(not found, format('ending agreement %s, which has an end', new.agreement));
    return null;
end $$;
create trigger ended after insert on agreement_end for each row execute function end_agreement();
create trigger never_changed before update or delete or truncate on agreement_end
    for each statement execute function refuse_change();
