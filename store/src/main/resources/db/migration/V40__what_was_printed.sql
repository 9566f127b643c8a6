-- Files made for the printer. A run is printed once; once more only when a person says so.
create table print_batch (
    id bigint primary key,
    run bigint not null references billing_run,
    form text not null check (form ~ '^[a-z]{2}(-[a-z]{2})?$'),
    bills bigint not null check (bills >= 0),
    sheets bigint not null check (sheets >= bills),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the file
    change bigint not null references change
);
create index print_batch_run on print_batch (run, id);

create trigger never_changed before update or delete or truncate on print_batch
    for each statement execute function refuse_change();
