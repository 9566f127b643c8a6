-- Months whose revenue is told and does not change any more.

-- What was supplied and not billed by the end of a month is booked on its last day and taken back on the day after: so
-- the month has what belongs to it, and the bill that comes later counts in its own month once more.
create table closed_month (
    month date primary key check (extract(day from month) = 1), -- its first day; all before it are closed with it
    accrual bigint, -- the entries; both null where all was billed
    reversal bigint,
    bills bigint not null check (bills >= 0), -- that would have been made at its end
    withheld bigint not null check (withheld >= 0), -- agreements that would have got none, of which nothing is booked
    change bigint not null references change,
    check (num_nulls(accrual, reversal) in (0, 2))
);

create function first_open_day() returns date language sql stable
    return (select (max(month) + interval '1 month')::date from closed_month);

create function refuse_wrong_close() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        exists (select from closed_month m where m.month > new.month),
        format('closing %s, before a month that is closed', new.month));
    perform refuse_if(new.accrual is not null and not exists (
        select from journal_entry a join journal_entry r on r.id = new.reversal
        where a.id = new.accrual and a.key = 'close/' || to_char(new.month, 'YYYY-MM') and r.key = a.key || '/reversed'
            and a.booked_on = r.booked_on - 1 and r.booked_on = (new.month + interval '1 month')::date),
        format('closing %s without the entries that it names', new.month));
    return null;
end $$;
create trigger closed after insert on closed_month for each row execute function refuse_wrong_close();
create trigger never_changed before update or delete or truncate on closed_month
    for each statement execute function refuse_change();

create function refuse_entry_of_closed_month() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        (select min(booked_on) from written) < first_open_day(),
        format('an entry before %s, the first day that is open', first_open_day()));
    return null;
end $$;
create trigger of_an_open_month after insert on journal_entry
    referencing new table as written for each statement execute function refuse_entry_of_closed_month();
