-- An address that staff wrote down at once, without a code that the customer gave: bills go there, and no code that
-- opens the account, before the customer has given one or a second person has looked at it (decisions/0082).

create table contact_at_once (
    account text collate "C" not null,
    change bigint not null,
    channel text collate "C" not null check (channel in ('email', 'sms')),
    primary key (account, change, channel),
    foreign key (account, change) references contact_set -- its address is erased with those of the customer
);

-- That somebody else than who wrote it down stands for it.
create table contact_vouched (
    account text collate "C" not null,
    at_once bigint not null,
    channel text collate "C" not null,
    change bigint not null references change,
    primary key (account, at_once, channel),
    foreign key (account, at_once, channel) references contact_at_once
);
create index contact_vouched_change on contact_vouched (change);

create trigger never_changed before update or delete or truncate on contact_at_once
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on contact_vouched
    for each statement execute function refuse_change();

-- Whether no code that opens an account goes there.
create function is_unproven(of text, by text, there text) returns boolean
    language sql stable parallel safe security definer set search_path = public as $$
    select exists (
            select from contact_at_once u
            join contact c on c.account = u.account and c.change = u.change and c.channel = u.channel
            where u.account = of and u.channel = by and c.address = there)
        and not exists (
            select from contact_code k join contact_code_try t on t.contact_code = k.id and t.is_right
            where k.account = of and k.channel = by and k.address = there)
        and not exists (
            select from contact_vouched v
            join contact c on c.account = v.account and c.change = v.at_once and c.channel = v.channel
            where v.account = of and v.channel = by and c.address = there)
$$;

create or replace function rungs_on(of text, about text, on_day date)
    returns table (ordinal bigint, channel text, address text, language customer_language)
    language sql stable parallel safe as $$
    select row_number() over (order by array_position(p.channels, c.channel) nulls last, c.ordinal),
           c.channel, c.address, coalesce(p.language, c.language)
    from contacts_on(of, on_day) c
    left join lateral (select w.is_wanted, w.channels, w.language from message_preference w
                       where w.account = of and w.kind = about and w.since <= on_day
                       order by w.since desc, w.change desc limit 1) p on true
    where coalesce(p.is_wanted, about <> 'marketing')
        and (about <> 'sign-in-code' or c.channel in ('email', 'sms') and not is_unproven(of, c.channel, c.address))
    order by 1
$$;

do $$
begin
    execute 'create or replace view change_about as ' || rtrim(pg_get_viewdef('change_about'::regclass), '; ')
        || ' union all select v.change, v.account from contact_vouched v';
end $$;
