-- What a bank has said of an order that it was sent (pain.002): each report once, and what it says of each line.
create table bank_status_report (
    bank_order bigint not null references bank_order,
    report text collate "C" not null check (report <> ''), -- what the bank calls it
    change bigint not null references change,
    primary key (bank_order, report)
);
create type bank_status as enum ('accepted', 'pending', 'rejected');
create table bank_status_line (
    bank_order bigint not null,
    report text collate "C" not null,
    ordinal integer not null check (ordinal >= 1),
    end_to_end text collate "C" not null, -- empty where it is said of the whole order
    status bank_status not null,
    reason text collate "C" not null, -- the bank's code; empty where it has given none
    said text not null,
    primary key (bank_order, report, ordinal),
    foreign key (bank_order, report) references bank_status_report
);
create index bank_status_line_end_to_end on bank_status_line (end_to_end) where status = 'rejected';

do $$
declare
    part text;
begin
    foreach part in array array['bank_status_report', 'bank_status_line'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
