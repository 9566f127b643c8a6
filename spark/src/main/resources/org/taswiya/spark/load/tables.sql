-- The bills of one run on a cluster, as tables of their own beside the books. Money is in minor units; ranges are
-- half-open. Rows come file by file, each file of a table in one transaction with its row in "loaded".

create table if not exists run (
    single boolean primary key default true check (single),
    mark text not null -- _run.txt of the output
);

create table if not exists loaded (
    table_name text not null,
    file text not null,
    primary key (table_name, file)
);

create table if not exists bill (
    serial bigint primary key,
    number text not null unique,
    agreement text collate "C" not null,
    account text collate "C" not null,
    service text not null,
    tariff text not null,
    billed_on date not null,
    due_on date not null,
    basis text not null,
    net bigint not null,
    tax bigint not null,
    total bigint not null check (total = net + tax),
    stamp_if_cash bigint not null,
    arrears bigint not null,
    instalments integer,
    first_instalment bigint,
    each_instalment bigint
);

create table if not exists bill_segment (
    bill bigint not null,
    ordinal integer not null,
    kind text not null,
    from_day date not null,
    to_day date not null,
    usage numeric not null,
    claimed_net bigint not null,
    claimed_tax bigint not null,
    primary key (bill, ordinal)
);

create table if not exists claimed_amount (
    bill bigint not null,
    segment integer not null,
    ordinal integer not null,
    is_tax boolean not null,
    code text not null,
    due bigint not null,
    claimed bigint not null,
    primary key (bill, segment, ordinal)
);

create table if not exists charge_line (
    bill bigint not null,
    segment integer not null,
    ordinal integer not null,
    component text not null,
    block integer not null,
    from_day date,
    to_day date,
    quantity numeric not null,
    unit text not null,
    price numeric not null,
    share_days bigint,
    share_of_days bigint,
    tax_rate numeric not null,
    amount bigint not null,
    clause text not null,
    primary key (bill, segment, ordinal)
);

create table if not exists posting (
    bill bigint not null,
    ordinal integer not null,
    account text collate "C" not null,
    amount bigint not null,
    primary key (bill, ordinal)
);

create table if not exists withheld (
    agreement text collate "C" not null,
    ordinal integer not null,
    outcome text not null,
    reason text not null,
    found text not null,
    at_risk bigint check (at_risk >= 0),
    primary key (agreement, ordinal)
);
