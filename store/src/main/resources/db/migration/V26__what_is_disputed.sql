-- What customers dispute of what they owe, and what came of it. While it is open it is not dunned.

create table dispute (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    item_kind item_kind not null,
    item text collate "C" not null,
    amount bigint not null check (amount > 0),
    is_whole boolean not null, -- whether all that was open then is disputed: its age stands still
    reason text collate "C" not null check (reason ~ '^[a-z][a-z0-9-]*$'),
    evidence text not null check (evidence <> ''),
    opened_on date not null,
    answer_by date not null check (answer_by >= opened_on),
    change bigint not null references change
);
create index dispute_account on dispute (account, id);

-- Upheld, it has asked for an adjustment, and keeps dunning back until that is decided.
create table dispute_end (
    dispute bigint primary key references dispute,
    ended_on date not null,
    adjustment bigint unique references adjustment, -- null where it is rejected
    change bigint not null references change
);

do $$
declare
    part text;
begin
    foreach part in array array['dispute', 'dispute_end'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

-- What was offered to who pays all at once: what is left off when the rest came by a day. Whether it came is found from
-- the allocations after the entry that was the last when it was offered, as for arrangements (decisions/0026).
create table rebate_offer (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    offered_on date not null,
    until_day date not null check (until_day >= offered_on),
    after_entry bigint not null,
    owed bigint not null check (owed > 0),
    rebate bigint not null check (rebate > 0 and rebate < owed),
    change bigint not null references change
);
create index rebate_offer_account on rebate_offer (account, id);

create table rebate_offer_item (
    offer bigint not null references rebate_offer,
    ordinal integer not null check (ordinal >= 1),
    kind item_kind not null,
    number text collate "C" not null,
    amount bigint not null check (amount > 0),
    primary key (offer, ordinal)
);

do $$
declare
    part text;
begin
    foreach part in array array['rebate_offer', 'rebate_offer_item'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
