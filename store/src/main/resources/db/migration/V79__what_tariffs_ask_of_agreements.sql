-- A number of an agreement that its tariff asks for besides usage and demand (decisions/0084): from a day on until the
-- next of its kind. Never changed: of one day the row of the latest change counts.
create table agreement_fact (
    agreement text collate "C" not null references service_agreement,
    determinant text collate "C" not null,
    from_day date not null,
    value shown not null,
    change bigint not null references change,
    primary key (agreement, determinant, from_day, change)
);
create index agreement_fact_change on agreement_fact (change);

create trigger never_changed before update or delete or truncate on agreement_fact
    for each statement execute function refuse_change();

alter table agreement_fact enable row level security;
create policy own on agreement_fact for select using (exists (
    select from service_agreement a where a.reference = agreement_fact.agreement));

-- Bills rest on intervals now, and a customer's page makes a bill again: on the days of their agreements.
alter table interval_block enable row level security;
create policy own on interval_block for select using (exists (
    select from service_agreement a
    where a.usage_point = interval_block.usage_point and a.account = any ((select seen_accounts())::text[])
        and interval_block.to_day > a.from_day and (a.to_day is null or interval_block.from_day < a.to_day)));

-- What lines of such bills count in.
alter type unit add value if not exists 'HCF';
alter type unit add value if not exists 'kW';
alter type unit add value if not exists 'kVA';
alter type unit add value if not exists 'hp';
alter type unit add value if not exists 'kvarh';
alter type unit add value if not exists 'exceedance';
alter type unit add value if not exists 'day';
alter type unit add value if not exists 'year';
alter type unit add value if not exists 'money';
