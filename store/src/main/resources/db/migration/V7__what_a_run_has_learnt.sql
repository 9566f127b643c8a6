-- What a run has learnt of the classes of meters that it estimates, and how far the truth may be from an estimate.
--
-- Of the meters of a tariff and the days that were estimated, figure by figure: whole numbers by whose names the
-- estimates of the run, and of whoever prints its bills again, are made (core/estimation ClassUse).
create table class_use (
    run bigint not null references billing_run,
    tariff text collate "C" not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    figure text collate "C" not null check (figure <> ''),
    numbers bigint[] not null,
    primary key (run, tariff, from_day, to_day, figure)
);
create trigger never_changed before update or delete or truncate on class_use
    for each statement execute function refuse_change();

-- Four of five estimates lie between these. Empty for bills from before it was kept.
alter table bill add column estimate_low numeric, add column estimate_high numeric,
    add check (estimate_low <= estimate_high),
    add check (basis = 'estimate' or num_nonnulls(estimate_low, estimate_high) = 0);
