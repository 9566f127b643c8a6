-- A bill of a batch that was made for the printer once more: a sheet was torn, a machine stopped.
create table print_remake (
    id bigint primary key,
    batch bigint not null references print_batch,
    bill bigint not null references bill,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the file
    change bigint not null references change
);
create index print_remake_batch on print_remake (batch, id);

-- A paper that says of itself that it is a copy of a bill, equal to it. Written before anybody has the paper.
create table certified_copy (
    id bigint primary key,
    bill bigint not null references bill,
    form text not null check (form ~ '^[a-z]{2}(-[a-z]{2})?$'),
    digest text not null check (digest ~ '^[0-9a-f]{64}$'), -- SHA-256 of the file
    change bigint not null references change
);
create index certified_copy_bill on certified_copy (bill, id);

-- A bill that was sent by post and came back.
create table returned_mail (
    id bigint primary key,
    bill bigint not null references bill,
    account text collate "C" not null references customer_account,
    returned_on date not null,
    reason text collate "C" not null check (reason in ('moved', 'unknown', 'no-such-address', 'incomplete-address',
        'refused', 'unclaimed', 'deceased')),
    address text check (address <> ''), -- by which the account was reached by post; null where nobody had said one
    next_channel text collate "C" check (next_channel in ('email', 'sms')), -- null: the agency tells them
    change bigint not null references change,
    unique (bill, returned_on)
);
create index returned_mail_account on returned_mail (account, address);

create trigger never_changed before update or delete or truncate on print_remake
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on certified_copy
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on returned_mail
    for each statement execute function refuse_change();

-- The ladder of an account on a day: an address from which mail came back is passed over until there is another one.
create or replace function contacts_on(of text, on_day date)
    returns table (ordinal smallint, channel text, address text, language customer_language)
    language sql stable parallel safe as $$
    select c.ordinal, c.channel, c.address, s.language
    from (select n.account, n.change, n.language from contact_set n
          where n.account = of and n.since <= on_day order by n.since desc, n.change desc limit 1) s
    join contact c on c.account = s.account and c.change = s.change
    where c.channel <> 'post' or not exists (
        select from returned_mail r
        where r.account = s.account and r.address = c.address and r.returned_on <= on_day)
    order by c.ordinal
$$;
