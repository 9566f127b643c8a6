-- What was billed and how it was booked.
--
-- Money is bigint minor units (centimes). A bill, its parts and its entry are written in one transaction, the parts before
-- the whole: once a bill or an entry stands, nothing can be added to it, and what does not add up does not stand.
-- The triggers work on whole statements, not on rows, so that a batch of thousands costs a handful of calls. They also
-- keep the references between these tables: a foreign key would cost a query for every row (decisions/0010).

create type bill_basis as enum ('estimate', 'reading');
create type segment_kind as enum ('estimated', 'actual', 'true-up');
create type hold_outcome as enum ('held', 'failed');

-- The last number given of each series. Only the triggers below move it, and only together with what bears the numbers:
-- so there is no gap and no double, whatever is aborted or killed.
create table number_series (
    name text collate "C" primary key,
    last_number bigint not null check (last_number >= 0)
);
-- Parts come before the whole: `posting` is the last entry whose postings are there, `line` the last bill whose lines are.
insert into number_series values ('bill', 0), ('entry', 0), ('posting', 0), ('line', 0);

create function refuse_number_change() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception '% of number_series refused: numbers move only with the bills and entries that bear them', tg_op
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger moved_by_triggers_only before insert or update or delete or truncate on number_series
    for each statement execute function refuse_number_change();

-- What many rows share is given numbers in the order of its first use. Here, what a line charges for a unit.
create table charge_rate (
    id integer primary key,
    component text collate "C" not null,
    block smallint not null,
    unit unit not null,
    price numeric not null check (abs(price) < 1e9),
    tax_rate numeric not null check (abs(tax_rate) < 1e9),
    clause text collate "C" not null,
    unique (component, block, unit, price, tax_rate, clause)
);
-- What amounts are of: a component, or a tax as `tax:` and its code.
create table amount_code (
    id smallint primary key,
    name text collate "C" not null unique,
    is_tax boolean not null generated always as (starts_with(name, 'tax:')) stored,
    code text collate "C" not null generated always as (
        case when starts_with(name, 'tax:') then substr(name, 5) else name end) stored
);
create table ledger_account (
    id integer primary key,
    name text collate "C" not null unique check (name ~ '^[a-zA-Z0-9-]+(:[a-zA-Z0-9-]+)*$')
);

-- A job over one cycle. What it was started with is kept, so that it ends as it began.
create table billing_run (
    id bigint primary key,
    bill_to date not null,
    billed_on date not null,
    area text, -- whose premises are billed; null for all
    released_only boolean not null, -- only agreements whose held bill was released
    policy text not null,
    accounts_per_batch integer not null check (accounts_per_batch > 0),
    change bigint not null references change,
    unique nulls not distinct (bill_to, billed_on, area, released_only)
);

-- A run that is given up before its end. What it billed stands; what it did not bill, a later run bills.
create table abandoned_run (
    run bigint primary key references billing_run,
    change bigint not null references change
);

-- The mark of a batch, in the same transaction as its bills. A run is finished when a batch says that it is the last.
create table checkpoint (
    run bigint not null references billing_run,
    batch integer not null check (batch >= 1),
    last_account text collate "C" not null,
    last_bill bigint not null,
    accounts integer not null,
    bills integer not null,
    estimated integer not null, -- of the bills
    total bigint not null, -- of the bills
    held integer not null,
    failed integer not null,
    is_last boolean not null,
    primary key (run, batch)
);
create unique index checkpoint_last on checkpoint (run) where is_last;

-- Why an agreement got no bill in a run: held waits for a person, failed may be tried again.
create table held_agreement (
    run bigint not null references billing_run,
    agreement text collate "C" not null references service_agreement,
    ordinal smallint not null,
    outcome hold_outcome not null,
    reason text not null,
    found text not null,
    primary key (run, agreement, ordinal)
);

-- A person has looked: the next bill of the agreement after `after_bill` leaves, whatever the checks find.
create table hold_release (
    change bigint not null references change,
    agreement text collate "C" not null references service_agreement,
    after_bill bigint not null,
    primary key (change, agreement)
);
create index hold_release_agreement on hold_release (agreement, after_bill);
create index held_agreement_agreement on held_agreement (agreement, run);

create table bill (
    serial bigint primary key check (serial between 1 and 9999999999),
    agreement text collate "C" not null,
    account text collate "C" not null,
    run bigint not null,
    billed_on date not null,
    due_on date not null check (due_on >= billed_on),
    basis bill_basis not null,
    -- The day of the actual reading from which this bill looked at the agreement, the day to which it bills, and the
    -- day of the actual reading from which the next one has to look.
    gap_from date not null,
    billed_to date not null check (billed_to > gap_from),
    next_gap_from date not null check (next_gap_from >= gap_from),
    net bigint not null,
    tax bigint not null,
    total bigint generated always as (net + tax) virtual,
    stamp_if_cash bigint not null,
    instalments smallint check (instalments >= 2),
    first_instalment bigint,
    each_instalment bigint,
    estimation_method text,
    on_estimates boolean,
    -- What the agreement's next bill has to know of those before it, so that it reads this one row: how many bills, this
    -- one with them, reach beyond `next_gap_from`, and what the last twelve came to.
    open_bills smallint not null check (open_bills >= 0),
    recent bigint[] not null check (cardinality(recent) between 1 and 12),
    unique (agreement, run),
    check (basis = 'estimate' or (estimation_method is null and on_estimates is null)),
    check (num_nulls(instalments, first_instalment, each_instalment) in (0, 3)),
    check (instalments is null or first_instalment + (instalments - 1) * each_instalment = net + tax)
);

-- What one bill claims for one period. `usage` is what the period is now taken to have used. Of each amount: what the
-- period comes to as known now, and what this bill claims of it (decisions/0011).
create table bill_segment (
    bill bigint not null,
    ordinal smallint not null check (ordinal >= 1),
    kind segment_kind not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    usage numeric not null check (usage >= 0 and usage < 1e13),
    codes smallint[] not null,
    due bigint[] not null check (cardinality(due) = cardinality(codes)),
    claimed bigint[] not null check (cardinality(claimed) = cardinality(codes)),
    primary key (bill, ordinal)
);

-- The same, a row for each amount.
create view claimed_amount as
    select s.bill, s.ordinal as segment, c.is_tax, c.code, a.due, a.claimed
    from bill_segment s
    cross join unnest(s.codes, s.due, s.claimed) as a(code, due, claimed)
    join amount_code c on c.id = a.code;

-- The priced lines of a segment, with what explains them. Days are null where the line stands for the whole period, the
-- share is null where it is the whole. A quantity that no decimal holds exactly (a third of a block) has 12 decimals.
create table charge_line (
    bill bigint not null,
    amount bigint not null,
    rate integer not null,
    segment smallint not null,
    ordinal smallint not null check (ordinal >= 1),
    quantity numeric not null,
    from_day date,
    to_day date,
    share_days integer,
    share_of_days integer
);
-- Lines lie in the order of their bills, so an index of ranges finds those of a bill at a hundredth of the cost.
create index charge_line_bill on charge_line using brin (bill) with (pages_per_range = 16, autosummarize = on);

-- The same, as people ask for it.
create view priced_line as
    select l.bill, l.segment, l.ordinal, r.component, r.block, coalesce(l.from_day, s.from_day) as from_day,
           coalesce(l.to_day, s.to_day) as to_day, l.quantity, r.unit, r.price, l.share_days, l.share_of_days,
           r.tax_rate, l.amount, r.clause
    from charge_line l
    join charge_rate r on r.id = l.rate
    join bill_segment s on s.bill = l.bill and s.ordinal = l.segment;

-- The past usages that an estimate rests on: their days and quantities.
create table estimate (
    bill bigint primary key,
    from_days date[] not null,
    to_days date[] not null check (cardinality(to_days) = cardinality(from_days)),
    quantities numeric[] not null check (cardinality(quantities) = cardinality(from_days))
);

-- The same, a row for each usage.
create view estimate_basis as
    select e.bill, b.ordinal, b.from_day, b.to_day, b.quantity
    from estimate e
    cross join unnest(e.from_days, e.to_days, e.quantities) with ordinality as b(from_day, to_day, quantity, ordinal);

-- Of a bill that settles earlier ones: the usage read, what the same volume would have cost otherwise divided, and what
-- the limit on back-billing took away.
create table settlement (
    bill bigint primary key,
    usage numeric not null,
    true_up bigint not null,
    month_wise bigint not null,
    lump bigint not null,
    cheapest bigint not null,
    dearest bigint not null,
    written_off bigint not null check (written_off >= 0),
    check (cheapest <= month_wise and month_wise <= dearest and cheapest <= lump and lump <= dearest)
);

-- What an entry was made for is said once: the bill that it books, or a key of any other event.
create table journal_entry (
    id bigint primary key,
    bill bigint unique,
    key text collate "C",
    booked_on date not null,
    account text collate "C" not null,
    description text not null,
    check (num_nonnulls(bill, key) = 1)
);
-- Nearly all entries book bills and have no key, so the keys of the others are indexed alone.
create unique index journal_entry_key on journal_entry (key) where key is not null;

-- Debits above zero, credits below. Numbered from one on within an entry; a trigger sees to it, since a unique index
-- would cost more than the rows. They lie in the order of their entries, as lines do in that of their bills.
create table posting (
    entry bigint not null,
    ordinal smallint not null check (ordinal >= 1),
    account integer not null,
    amount bigint not null check (amount <> 0)
);
create index posting_entry on posting using brin (entry) with (pages_per_range = 16, autosummarize = on);

-- A bill taken back. Its entry is reversed by an entry of its own.
create table cancellation (
    bill bigint primary key references bill,
    cancelled_on date not null,
    change bigint not null references change
);

-- The agreement's books are open again from a day, because a bill was cancelled or a reading corrected. It counts until a
-- bill on readings with a higher number than `after_bill` has settled it.
create table reopening (
    change bigint not null references change,
    agreement text collate "C" not null references service_agreement,
    from_day date not null,
    after_bill bigint not null,
    primary key (change, agreement)
);
create index reopening_agreement on reopening (agreement, after_bill);

-- Refuses what a statement should not have written.
create function refuse_if(is_wrong boolean, what text) returns void language plpgsql as $$
begin
    if is_wrong then
        raise exception 'refused: %', what using errcode = 'restrict_violation';
    end if;
end $$;

-- Bills are numbered from one on without gaps, and stand on what they name.
create function number_bills() returns trigger language plpgsql as $$
declare
    first_number bigint; last_one bigint; total bigint; which text;
begin
    select min(serial), max(serial), count(*) into first_number, last_one, total from written;
    if total = 0 then
        return null;
    end if;
    which := format('of bills %s to %s ', first_number, last_one);
    update number_series set last_number = last_one
        where name = 'bill' and last_number = first_number - 1 and last_one - first_number + 1 = total;
    perform refuse_if(not found, which || 'a number does not follow the last one without gaps');
    perform refuse_if(exists (
        select from written b where not exists (
            select from service_agreement a where a.reference = b.agreement and a.account = b.account)),
        which || 'one names an agreement that its account does not have');
    perform refuse_if(exists (
        select from (select distinct run from written) b
        where not exists (select from billing_run r where r.id = b.run)),
        which || 'one names a run that was never begun');
    return null;
end $$;
create trigger numbered after insert on bill
    referencing new table as written for each statement execute function number_bills();
-- As whole sets, too: entries of a run's bills lie beside each other.
create function refuse_unbooked_bill() returns trigger language plpgsql
    set enable_nestloop = off set enable_seqscan = off as $$
declare
    first_bill bigint; last_bill bigint;
begin
    select min(serial), max(serial) into first_bill, last_bill from written;
    perform refuse_if(exists (
        select from written b
        where (b.net <> 0 or b.tax <> 0)
            and not exists (
                select from journal_entry e
                where e.bill between first_bill and last_bill and e.bill = b.serial and e.account = b.account)),
        format('of bills %s to %s one is not booked to its account', first_bill, last_bill));
    return null;
end $$;
create trigger booked after insert on bill
    referencing new table as written for each statement execute function refuse_unbooked_bill();
-- Not through the view of amounts: arrays taken apart beside each other cost a fifth of rows joined to their codes. As
-- whole sets, which the planner would not do without statistics of a batch that has just come.
create function refuse_wrong_sum() returns trigger language plpgsql set enable_nestloop = off as $$
declare
    first_bill bigint; last_bill bigint;
    taxes smallint[] := array(select id from amount_code where is_tax);
begin
    select min(serial), max(serial) into first_bill, last_bill from written;
    perform refuse_if(exists (
        select from written b
        left join (
            select bill, sum(claimed) filter (where code <> all (taxes)) net,
                   sum(claimed) filter (where code = any (taxes)) tax
            from (select s.bill, unnest(s.codes) as code, unnest(s.claimed) as claimed
                  from bill_segment s where s.bill between first_bill and last_bill) c
            group by bill) a
            on a.bill = b.serial
        where b.net <> coalesce(a.net, 0) or b.tax <> coalesce(a.tax, 0)),
        format('of bills %s to %s one is not the sum of what its segments claim', first_bill, last_bill));
    return null;
end $$;
create trigger adds_up after insert on bill
    referencing new table as written for each statement execute function refuse_wrong_sum();

-- Entries are numbered the same way; an entry stands when its postings are there. Bills see to the accounts of theirs.
create function number_entries() returns trigger language plpgsql as $$
declare
    first_number bigint; last_one bigint; total bigint; first_bill bigint; others bigint; which text;
begin
    select min(id), max(id), count(*), min(bill), count(key) into first_number, last_one, total, first_bill, others
        from written;
    if total = 0 then
        return null;
    end if;
    which := format('of entries %s to %s ', first_number, last_one);
    update number_series set last_number = last_one
        where name = 'entry' and last_number = first_number - 1 and last_one - first_number + 1 = total;
    perform refuse_if(not found, which || 'a number does not follow the last one without gaps');
    perform refuse_if(
        last_one > (select last_number from number_series where name = 'posting'),
        which || 'one has no postings, which come first');
    perform refuse_if(
        first_bill <= (select last_number from number_series where name = 'bill'),
        which || 'one books a bill that stands already');
    perform refuse_if(others > 0 and exists (
        select from written e
        where e.bill is null and not exists (select from customer_account a where a.reference = e.account)),
        which || 'one names a customer account that is not there');
    return null;
end $$;
create trigger numbered after insert on journal_entry
    referencing new table as written for each statement execute function number_entries();

-- Parts come before the whole, so nothing is added to what stands. The empty update of the series has the commit ask
-- whether the whole has come.
create function refuse_late_part() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        (select min(bill) from written) <= (select last_number from number_series where name = 'bill'),
        format('insert into %s of a bill that stands already', tg_table_name));
    update number_series set last_number = last_number where name = 'bill';
    return null;
end $$;
-- All postings of an entry come in one statement, and sum to zero. Ordinals from one on without double or gap are the
-- bits from 1 on; nobody books more than 61 at once.
create function number_postings() returns trigger language plpgsql as $$
declare
    first_number bigint; last_one bigint; entries bigint; wrong bigint;
begin
    select min(entry), max(entry), count(*),
           count(*) filter (where amounts <> 0 or postings < 2 or postings > 61 or ordinals <> (2::bigint << postings) - 2)
        into first_number, last_one, entries, wrong
        from (select entry, count(*)::int as postings, sum(amount) as amounts,
                     bit_or(1::bigint << ordinal) as ordinals from written group by entry) e;
    if entries = 0 then
        return null;
    end if;
    perform refuse_if(
        first_number <= (select last_number from number_series where name = 'entry'),
        'insert into posting of an entry that stands already');
    perform refuse_if(wrong > 0, format('of entries %s to %s one does not balance', first_number, last_one));
    update number_series set last_number = last_one
        where name = 'posting' and last_number = first_number - 1 and last_one - first_number + 1 = entries;
    perform refuse_if(not found, 'postings of an entry that does not follow the last one without gaps');
    perform refuse_if(exists (
        select from (select distinct account from written) p
        where not exists (select from ledger_account a where a.id = p.account)),
        'a posting to a ledger account that is not there');
    return null;
end $$;
-- Lines come after their segments, those of a segment in one statement, numbered from one on as postings are. Joined
-- as whole sets, which the planner would not do without statistics of a batch that has just come.
create function refuse_stray_line() returns trigger language plpgsql
    set enable_nestloop = off set enable_seqscan = off as $$
declare
    first_bill bigint; last_bill bigint; wrong bigint;
begin
    select min(bill), max(bill) into first_bill, last_bill from written;
    perform refuse_if(exists (
        select from written l
        where not exists (
            select from bill_segment s
            where s.bill between first_bill and last_bill and s.bill = l.bill and s.ordinal = l.segment)),
        'a line of a segment that is not there');
    select count(*) filter (where case
               when lines <= 61 then ordinals <> (2::bigint << lines) - 2
               else (
                   select count(distinct ordinal) <> lines or max(ordinal) <> lines
                   from written w where w.bill = l.bill and w.segment = l.segment) end)
        into wrong
        from (select bill, segment, count(*)::int as lines,
                     bit_or(case when ordinal <= 61 then 1::bigint << ordinal end) as ordinals
              from written group by bill, segment) l;
    update number_series set last_number = last_bill where name = 'line' and last_number < first_bill;
    perform refuse_if(not found and first_bill is not null, 'lines of a bill that has its lines already');
    perform refuse_if(wrong > 0, 'lines of a segment that are not numbered from one on');
    perform refuse_if(exists (
        select from (select distinct rate from written) l
        where not exists (select from charge_rate r where r.id = l.rate)),
        'a line with a rate that is not there');
    return null;
end $$;
create trigger of_a_segment after insert on charge_line
    referencing new table as written for each statement execute function refuse_stray_line();
create function refuse_stray_amount() returns trigger language plpgsql as $$
begin
    perform refuse_if(exists (
        select from (select distinct unnest(codes) as code from (select distinct codes from written) d) w
        where not exists (select from amount_code c where c.id = w.code)),
        'an amount with a code that is not there');
    return null;
end $$;
create trigger of_known_codes after insert on bill_segment
    referencing new table as written for each statement execute function refuse_stray_amount();
create trigger numbered after insert on posting
    referencing new table as written for each statement execute function number_postings();

-- At the commit no part is left without its whole: since numbers have no gaps, none lies above the last one.
create function refuse_parts_alone() returns trigger language plpgsql as $$
declare
    last_bill bigint := (select last_number from number_series where name = 'bill');
begin
    -- The greatest number, because it is read off an index; "exists ... above" may be looked for in the whole table.
    perform refuse_if(
        greatest((select max(bill) from bill_segment), (select max(bill) from estimate),
                (select max(bill) from settlement)) > last_bill,
        format('parts of a bill above %s, the last one, without the bill', last_bill));
    perform refuse_if(
        (select max(bill) from journal_entry) > last_bill,
        format('an entry of a bill above %s, the last one, without the bill', last_bill));
    perform refuse_if(
        (select last_number from number_series where name = 'posting')
            <> (select last_number from number_series where name = 'entry'),
        'postings above the last entry, without the entry');
    return null;
end $$;
create constraint trigger whole_at_commit after update on number_series deferrable initially deferred
    for each row execute function refuse_parts_alone();

-- What bills and entries name is not taken away from under them.
create trigger never_removed before delete or truncate or update of reference on customer_account
    for each statement execute function refuse_change();
create trigger never_removed before delete or truncate or update of reference, account on service_agreement
    for each statement execute function refuse_change();

do $$
declare
    part text;
begin
    foreach part in array array['bill_segment', 'charge_line', 'estimate', 'settlement'] loop
        execute format('create trigger never_added_to after insert on %I referencing new table as written
                        for each statement execute function refuse_late_part()', part);
    end loop;
    foreach part in array array['charge_rate', 'amount_code', 'ledger_account', 'billing_run', 'abandoned_run', 'checkpoint', 'held_agreement', 'bill',
            'bill_segment', 'charge_line', 'estimate', 'settlement', 'journal_entry', 'posting',
            'cancellation', 'reopening', 'hold_release'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

-- For people and reports: a bill's number as printed, with its check letters, as BillNumber in core gives them.
create function bill_number(serial bigint) returns text language sql immutable strict parallel safe
    return lpad(serial::text, 10, '0')
        || chr((65 + (serial % 673) / 26)::int) || chr((65 + (serial % 673) % 26)::int);

create view ledger_balance as
    select a.name as account, sum(p.amount)::bigint as balance
    from posting p join ledger_account a on a.id = p.account
    group by a.name;
