-- A meter that a reader has seen exchanged waits for a person, who books it or refuses it. docs/readers.md.

-- Which lists there are is a closed set of the program.
alter table work_assignment drop constraint if exists work_assignment_kind_check;
alter table work_assignment add constraint work_assignment_kind_check check (kind ~ '^[a-z]{4,12}$');

-- Why is the reason of the change.
create table exchange_decision (
    entry uuid primary key references round_entry,
    is_booked boolean not null,
    change bigint not null references change
);
create trigger never_changed before update or delete or truncate on exchange_decision
    for each statement execute function refuse_change();

-- Of all entries few have a new meter.
create index round_entry_exchange on round_entry (at) where new_serial is not null;
