-- Shadow runs that somebody kept: what a cycle comes to by other price books than those in use. Sums, and the accounts
-- that would pay most and least more; no bills.

create table shadow_run (
    id bigint primary key check (id >= 1),
    bill_to date not null,
    billed_on date not null,
    accounts bigint not null check (accounts >= 0), -- that were looked at
    failed bigint not null check (failed >= 0), -- agreements, by the books in use or by the others
    change bigint not null references change
);

create table shadow_book (
    shadow bigint not null references shadow_run,
    tariff text collate "C" not null check (tariff <> ''), -- in use
    named text not null check (named <> ''), -- what stood in for it, as it was named
    digest text collate "C" not null check (digest ~ '^sha256:[0-9a-f]{64}$'), -- of what that charges
    primary key (shadow, tariff)
);

-- Bills, or accounts, that were compared. What differs by nothing is counted in bills alone.
create table shadow_sum (
    shadow bigint not null references shadow_run,
    part text collate "C" not null check (part in ('all', 'account', 'class', 'tariff', 'block', 'other')),
    name text collate "C" not null, -- of the class or the tariff; empty for all
    block smallint not null check (block >= 0), -- that was reached; none where the tariff has no blocks
    service text collate "C" not null, -- of the tariff, where it is said
    bills bigint not null check (bills >= 0),
    before bigint not null,
    after bigint not null,
    more bigint not null check (more >= 0),
    more_by bigint not null check (more_by >= 0),
    less bigint not null check (less >= 0),
    less_by bigint not null check (less_by >= 0),
    primary key (shadow, part, name, block),
    check (more + less <= bills),
    check (after - before = more_by - less_by)
);

-- Bills by how much they differ, from what falls most to what rises most.
create table shadow_bin (
    shadow bigint not null references shadow_run,
    ordinal smallint not null check (ordinal >= 1),
    direction smallint not null check (direction between -1 and 1),
    above bigint not null check (above >= 0), -- the difference is larger than this
    up_to bigint check (up_to >= above), -- and not larger than this; null for the open end
    bills bigint not null check (bills >= 0),
    difference bigint not null,
    primary key (shadow, ordinal)
);

create table shadow_account (
    shadow bigint not null references shadow_run,
    pays_more boolean not null,
    place smallint not null check (place >= 1),
    account text collate "C" not null references customer_account,
    customer_class text collate "C" not null,
    bills integer not null check (bills >= 1),
    before bigint not null,
    after bigint not null,
    primary key (shadow, pays_more, place),
    check ((after > before) = pays_more and after <> before)
);
create index shadow_account_account on shadow_account (account);

-- Agreements that have no bill to compare, or would have none.
create table shadow_withheld (
    shadow bigint not null references shadow_run,
    is_caused boolean not null, -- by the other books alone
    reason text collate "C" not null,
    agreements bigint not null check (agreements >= 1),
    primary key (shadow, is_caused, reason)
);

-- And who may have billed at once what they put right.
insert into staff_right values
    ('supervisor', 'shadows'), ('auditor', 'shadows'), ('agent', 'rebilling'), ('supervisor', 'rebilling');

do $$
declare
    t text;
begin
    foreach t in array array['shadow_run', 'shadow_book', 'shadow_sum', 'shadow_bin', 'shadow_account',
        'shadow_withheld']
    loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', t);
    end loop;
end $$;
