-- Budget plans: equal monthly amounts in place of what each bill asks.
--
-- A plan books nothing and moves nothing. How it stands is found from the documents of its account that stand
-- (decisions/0032); only what people decide is here.

create table budget_plan (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    starts_on date not null,
    found text not null, -- by which figures
    -- The policy as it was: a plan that runs is judged by what was agreed.
    least_days smallint not null check (least_days >= 1),
    step bigint not null check (step > 0),
    first_after_days smallint not null check (first_after_days >= 0),
    grace_days smallint not null check (grace_days >= 0),
    missed smallint not null check (missed >= 1), -- so many break it
    drift numeric not null check (drift > 0),
    days_to_pay smallint not null check (days_to_pay >= 0),
    change bigint not null references change
);
create index budget_plan_account on budget_plan (account, id);

create table budget_due_day (
    plan bigint not null references budget_plan,
    ordinal smallint not null check (ordinal between 1 and 12),
    due_on date not null,
    primary key (plan, ordinal),
    unique (plan, due_on)
);

-- The monthly amount of due days from a day on; of two from the same day the greater change counts.
create table budget_amount (
    plan bigint not null references budget_plan,
    from_day date not null,
    amount bigint not null check (amount > 0),
    change bigint not null references change,
    primary key (plan, change)
);

-- That a person has ended one. Being broken or over is not written: it is found.
create table budget_end (
    plan bigint primary key references budget_plan,
    ended_on date not null,
    change bigint not null references change
);

-- A plan stands whole: twelve due days, and an amount from the first.
create function refuse_part_of_budget_plan() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        (select count(*) from budget_due_day where plan = new.id) <> 12
            or not exists (select from budget_amount where plan = new.id and from_day <= new.starts_on),
        format('budget plan %s: not twelve due days with their amount', new.id));
    return null;
end $$;
create constraint trigger budget_plan_whole_at_commit after insert on budget_plan deferrable initially deferred
    for each row execute function refuse_part_of_budget_plan();

do $$
declare
    part text;
begin
    foreach part in array array['budget_plan', 'budget_due_day', 'budget_amount', 'budget_end'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
