-- What each closed month provided for debts that will not be paid.
--
-- What stands is what the last month needed less what was written off against it since: read from the postings after
-- that month's, a month of them and never all (decisions/0036).
create table provision (
    month date primary key references closed_month deferrable initially deferred,
    needed bigint not null check (needed >= 0),
    standing bigint not null, -- before; below zero where more was written off than was provided
    entry bigint unique, -- that books the difference; null where there was none
    after_entry bigint not null check (after_entry >= 0), -- the last entry then: what is booked later is not in it
    change bigint not null references change,
    check ((entry is null) = (needed = standing))
);

create function refuse_unbooked_provision() returns trigger language plpgsql as $$
begin
    perform refuse_if(new.entry is not null and not exists (
        select from journal_entry e
        where e.id = new.entry and e.key = 'provision/' || to_char(new.month, 'YYYY-MM')),
        format('the provision of %s is not booked', new.month));
    return null;
end $$;
create constraint trigger booked_at_commit after insert on provision deferrable initially deferred
    for each row execute function refuse_unbooked_provision();
create trigger never_changed before update or delete or truncate on provision
    for each statement execute function refuse_change();
