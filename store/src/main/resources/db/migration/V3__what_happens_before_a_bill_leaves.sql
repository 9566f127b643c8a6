-- What happens before a bill leaves: what is at stake with each bill that waits.

-- What the bill came to that a check held, without its sign; where no bill could be made, what is usual. Null when
-- neither is known.
alter table held_agreement add column at_risk bigint check (at_risk >= 0);

-- A person has put right why an agreement's bill waited, or has taken one back: the next run off the cycle bills it, if
-- it has got no bill after `after_bill` by then. Unlike a release it lifts no check.
create table bill_request (
    change bigint not null references change,
    agreement text collate "C" not null references service_agreement,
    after_bill bigint not null,
    primary key (change, agreement)
);
create index bill_request_agreement on bill_request (agreement, after_bill);

-- How a person wants the estimate of the first bill after `after_bill` made: by a method, or a quantity. The last one
-- before that bill holds. The account is here so that a run finds those of a batch by one range.
create table estimate_instruction (
    change bigint not null references change,
    agreement text collate "C" not null references service_agreement,
    account text collate "C" not null references customer_account,
    after_bill bigint not null,
    method text,
    usage shown,
    primary key (change, agreement),
    check (num_nonnulls(method, usage) = 1)
);
create index estimate_instruction_account on estimate_instruction (account, agreement);

-- The bills whose estimate a person wanted so, with the change that says who and why.
create view instructed_estimate as
    select distinct on (b.serial) b.serial as bill, i.change, i.method, i.usage
    from estimate_instruction i
    join bill b on b.agreement = i.agreement and b.basis = 'estimate' and b.serial > i.after_bill
    where not exists (
        select from bill e where e.agreement = i.agreement and e.serial > i.after_bill and e.serial < b.serial)
    order by b.serial, i.change desc;

do $$
declare
    part text;
begin
    foreach part in array array['bill_request', 'estimate_instruction'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

-- Runs off the cycle and what the utility's calendar said of a run when it began.
alter table billing_run
    -- SHA-256 over the accounts that were named, which are in run_account; null for all.
    add column chosen text collate "C" check (chosen ~ '^[0-9a-f]{64}$'),
    -- Counted from one: a run off the cycle goes on with another part when people have decided more on the same day.
    add column part smallint not null default 1 check (part >= 1),
    add column cycle_name text check (cycle_name <> ''),
    -- The last day whose readings are looked at; null for the day of the bills.
    add column read_to date check (read_to <= billed_on),
    -- Null where the tariffs say when bills are due.
    add column due_on date check (due_on >= billed_on),
    -- Why its bills are dated outside the window of its cycle; null when they are not.
    add column outside_window text check (outside_window <> ''),
    add check (cycle_name is not null or num_nonnulls(read_to, due_on, outside_window) = 0),
    drop constraint billing_run_bill_to_billed_on_area_released_only_key,
    add unique nulls not distinct (bill_to, billed_on, area, released_only, chosen, part);

-- The accounts for which a run was begun, written together with it.
create table run_account (
    run bigint not null references billing_run,
    account text collate "C" not null references customer_account,
    primary key (run, account)
);
create trigger never_changed before update or delete or truncate on run_account
    for each statement execute function refuse_change();

-- The price books by which a run has billed, as they were: it goes on by the same ones or not at all.
create table run_tariff (
    run bigint not null references billing_run,
    tariff text collate "C" not null,
    digest text collate "C" not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
    primary key (run, tariff)
);
create trigger never_changed before update or delete or truncate on run_tariff
    for each statement execute function refuse_change();

-- What was named makes the digest of the run, asked at the commit of either: nothing is added to a run that stands, and
-- nothing is left out.
create function refuse_other_accounts() returns trigger language plpgsql as $$
declare
    of_run bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
    named text := (select string_agg(account, e'\n' order by account) from run_account where run = of_run);
begin
    perform refuse_if(
        encode(sha256(convert_to(named, 'UTF8')), 'hex')
            is distinct from (select chosen from billing_run where id = of_run),
        format('the accounts of run %s are not those that it was begun for', of_run));
    return null;
end $$;
create constraint trigger those_chosen after insert on run_account deferrable initially deferred
    for each row execute function refuse_other_accounts('run');
create constraint trigger those_chosen after insert on billing_run deferrable initially deferred
    for each row execute function refuse_other_accounts('id');
