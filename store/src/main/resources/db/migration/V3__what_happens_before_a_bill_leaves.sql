-- What happens before a bill leaves: what is at stake with each bill that waits.

-- What the bill came to that a check held, without its sign; where no bill could be made, what is usual. Null when neither
-- is known.
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
    usage numeric check (usage >= 0),
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
