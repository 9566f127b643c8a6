-- What a utility stops by order over some days: in an area, or everywhere where no area is named. It is planned from a
-- day on; when it ends is said later, and may be said anew: of a suspension the end of the greatest change is in force.
create type suspended_activity as enum ('reading', 'delivery', 'collection', 'disconnection');

create table suspension (
    reference text collate "C" primary key check (reference ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    activities suspended_activity[] not null check (cardinality(activities) >= 1),
    area text check (area <> ''),
    from_day date not null,
    legal_reference text not null check (legal_reference <> ''),
    change bigint not null references change
);
create trigger never_changed before update or delete or truncate on suspension
    for each statement execute function refuse_change();

create table suspension_end (
    suspension text collate "C" not null references suspension,
    to_day date not null,
    change bigint not null references change,
    primary key (suspension, change)
);
create trigger never_changed before update or delete or truncate on suspension_end
    for each statement execute function refuse_change();

-- Who is asked by an order's reason to read the own meter: once for each suspension and account. What leaves, and by
-- which way, is another matter; this is what is to be told.
create table reading_invitation (
    suspension text collate "C" not null references suspension,
    account text collate "C" not null references customer_account,
    change bigint not null references change,
    primary key (suspension, account)
);
create trigger never_changed before update or delete or truncate on reading_invitation
    for each statement execute function refuse_change();
