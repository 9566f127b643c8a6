-- Customers sign in by their account's reference and a code that is sent to where the account is reached.

alter table message
    drop constraint message_cause_kind_check,
    add constraint message_cause_kind_check check (cause_kind in (
        'outage', 'sign-in-code', 'contact-code', 'contact', 'abnormal-use', 'bill', 'reminder', 'instalment', 'payment',
        'reading-day', 'own-reading', 'marketing')),
    add constraint message_sign_in_check check (cause_kind <> 'sign-in-code' or channel in ('email', 'sms'));

alter table announcement
    drop constraint announcement_kind_check,
    add constraint announcement_kind_check check (kind in (
        'outage', 'sign-in-code', 'contact-code', 'contact', 'abnormal-use', 'reminder', 'instalment', 'payment',
        'reading-day', 'own-reading'));

alter table message_preference
    drop constraint message_preference_kind_check,
    add constraint message_preference_kind_check check (kind in (
        'outage', 'sign-in-code', 'abnormal-use', 'bill', 'reminder', 'instalment', 'payment', 'reading-day',
        'own-reading', 'marketing')),
    drop constraint message_preference_check,
    add constraint message_preference_check check (
        is_wanted or kind not in ('outage', 'sign-in-code', 'bill', 'reminder'));

-- As V43 has it; a code by which somebody signs in is never sent on paper, nor to a browser that may be anybody's.
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
        and (about <> 'sign-in-code' or c.channel in ('email', 'sms'))
    order by 1
$$;

-- A code that was sent to an account, by which whoever has it may sign in.
create table sign_in_code (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    code text collate "C" not null check (code ~ '^[0-9]{6}$' or code = '[...]'),
    until timestamptz not null,
    change bigint not null references change
);
create index sign_in_code_account on sign_in_code (account, id);

-- That somebody gave a code. Five wrong ones and it counts no more; a right one uses it up.
create table sign_in_code_try (
    sign_in_code bigint not null references sign_in_code,
    ordinal smallint not null check (ordinal between 1 and 5),
    is_right boolean not null,
    change bigint not null references change,
    primary key (sign_in_code, ordinal)
);
create unique index sign_in_code_used on sign_in_code_try (sign_in_code) where is_right;

create trigger never_changed before update or delete or truncate on sign_in_code
    for each statement execute function refuse_change_but_erasing();
create trigger only_marked after update on sign_in_code
    for each row execute function refuse_other_than_the_mark('code');
create trigger never_deleted before delete on sign_in_code for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on sign_in_code_try
    for each statement execute function refuse_change();

-- As V45 has it; and the codes by which somebody signed in.
create or replace function erase_codes(accounts text[], older date) returns bigint language plpgsql as $$
declare
    rows bigint;
    more bigint;
begin
    -- of a confirmed address it stays known that it was
    update contact_code c set code = erased_mark(), address = case
            when accounts is null and exists (
                select from contact_code_try t where t.contact_code = c.id and t.is_right) then c.address
            else erased_mark() end
        where (accounts is null or c.account = any(accounts))
            and (older is null or (c.until at time zone 'UTC')::date < older)
            and (c.code <> erased_mark() or accounts is not null and c.address <> erased_mark());
    get diagnostics rows = row_count;
    update sign_in_code c set code = erased_mark()
        where (accounts is null or c.account = any(accounts))
            and (older is null or (c.until at time zone 'UTC')::date < older)
            and c.code <> erased_mark();
    get diagnostics more = row_count;
    return rows + more;
end $$;

-- Whoever has signed in sees all accounts of the same customer; an export and a sweep ask for them too.
create index customer_account_customer on customer_account (customer, reference);
