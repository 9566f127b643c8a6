-- The rival's tables: the same facts as ours, without our guards. Prices are bigint in ten-thousandths, so that every
-- product is exact and rounding half-up is one addition; this is faster than numeric.
create schema rival;
create table rival.component (
    tariff text primary key, code text not null, follower text, vat int not null);
create table rival.block (
    tariff text, block int, lower bigint, upper bigint, above bigint, up_to bigint, selective boolean, price bigint,
    joint bigint,
    primary key (tariff, block));
create table rival.fixed (tariff text, ordinal int, code text, price bigint, vat int, primary key (tariff, ordinal));
create table rival.levy (tariff text, exempt bigint, lower bigint, upper bigint, rate bigint, cap bigint);
create table rival.bill (
    serial bigint primary key, agreement text collate "C" not null, account text collate "C" not null,
    billed_on date not null, due_on date not null, basis text not null,
    net bigint not null, tax bigint not null, total bigint not null,
    unique (agreement, billed_on));
create table rival.bill_segment (
    bill bigint, ordinal smallint, kind text not null, from_day date not null, to_day date not null,
    usage bigint not null, primary key (bill, ordinal));
create table rival.charge_line (
    bill bigint not null, segment smallint not null, ordinal smallint not null, component text not null,
    block smallint not null, quantity bigint not null, price bigint not null, vat smallint not null,
    amount bigint not null);
create table rival.amount (
    bill bigint not null, segment smallint not null, code text not null, due bigint not null, claimed bigint not null);
create table rival.estimate_basis (
    bill bigint, ordinal smallint, from_day date not null, to_day date not null, quantity bigint not null,
    primary key (bill, ordinal));
create table rival.journal_entry (
    id bigint primary key, key text collate "C" not null unique, booked_on date not null,
    account text collate "C" not null, description text not null);
create table rival.posting (
    entry bigint, ordinal smallint, account text not null, amount bigint not null, primary key (entry, ordinal))
