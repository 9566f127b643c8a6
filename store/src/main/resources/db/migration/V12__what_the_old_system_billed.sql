-- Bills of the old system, one for each period of an agreement. They are history and are not booked: what was not paid
-- of them came as open items. Those from the day on from which this system bills count as billed periods, so the first
-- reading here settles what the old system had estimated.
create table former_bill (
    agreement text collate "C" not null references service_agreement,
    -- The bill in the old system.
    reference text collate "C" not null check (reference <> ''),
    from_day date not null,
    to_day date not null check (to_day > from_day),
    issued_on date not null,
    usage shown not null,
    is_estimated boolean not null,
    net bigint not null,
    tax bigint not null,
    -- A bill made again later knows only what was there when it was made.
    change bigint not null references change,
    primary key (agreement, reference)
);
-- Whoever bills an agreement finds those of its gap from here; two bills never begin on one day.
create unique index former_bill_days on former_bill (agreement, from_day);
create trigger never_changed before update or delete or truncate on former_bill
    for each statement execute function refuse_change();

-- An opening item that was wrong is taken back: it stays, and its entry is reversed by an entry of its own. The right
-- one comes under a reference of its own.
create trigger never_changed before update or delete or truncate on opening_item
    for each statement execute function refuse_change();
create table opening_item_taken_back (
    account text collate "C" not null,
    reference text collate "C" not null,
    taken_back_on date not null,
    change bigint not null references change,
    primary key (account, reference),
    foreign key (account, reference) references opening_item (account, reference)
);
create trigger never_changed before update or delete or truncate on opening_item_taken_back
    for each statement execute function refuse_change();
