-- What customers are told beside bills, what they want to be told and how, and outages (decisions/0043).

alter table message drop constraint message_cause_kind_check;
alter table message add constraint message_cause_kind_check check (cause_kind in (
    'outage', 'contact-code', 'contact', 'abnormal-use', 'bill', 'reminder', 'instalment', 'payment', 'reading-day',
    'own-reading', 'marketing'));

-- The facts of what an account is told, each a text; the words are made when a message is sent. One whose customer is
-- reached by no channel has no message: the agency tells them.
create table announcement (
    kind text collate "C" not null check (kind in (
        'outage', 'contact-code', 'contact', 'abnormal-use', 'reminder', 'instalment', 'payment', 'reading-day',
        'own-reading')),
    cause text collate "C" not null check (cause ~ '^[A-Za-z0-9]+$'),
    account text collate "C" not null references customer_account,
    facts jsonb not null check (jsonb_typeof(facts) = 'object'),
    change bigint not null references change,
    primary key (kind, cause, account)
);
create index announcement_change on announcement (change);

-- What somebody said of how an account is to be told of one kind of thing; the newest that holds on a day counts.
create table message_preference (
    account text collate "C" not null references customer_account,
    kind text collate "C" not null check (kind in (
        'outage', 'abnormal-use', 'bill', 'reminder', 'instalment', 'payment', 'reading-day', 'own-reading',
        'marketing')),
    change bigint not null references change,
    since date not null,
    is_wanted boolean not null,
    channels text[] not null, -- these before the others of the ladder
    language customer_language, -- null: that of everything else
    primary key (account, kind, change),
    check (is_wanted or kind not in ('outage', 'bill', 'reminder'))
);

-- The ladder of an account for one kind of thing on a day; no rung where it is not wanted.
create function rungs_on(of text, about text, on_day date)
    returns table (ordinal bigint, channel text, address text, language customer_language)
    language sql stable parallel safe as $$
    select row_number() over (order by array_position(p.channels, c.channel) nulls last, c.ordinal),
           c.channel, c.address, coalesce(p.language, c.language)
    from contacts_on(of, on_day) c
    left join lateral (select w.is_wanted, w.channels, w.language from message_preference w
                       where w.account = of and w.kind = about and w.since <= on_day
                       order by w.since desc, w.change desc limit 1) p on true
    where coalesce(p.is_wanted, about <> 'marketing')
    order by 1
$$;

-- Whether somebody does not want to be told, though they could be.
create function is_unwanted(of text, about text, on_day date) returns boolean
    language sql stable parallel safe as $$
    select coalesce((select not w.is_wanted from message_preference w
                     where w.account = of and w.kind = about and w.since <= on_day
                     order by w.since desc, w.change desc limit 1), about = 'marketing')
$$;

-- A code that was sent to an address, by which whoever has it shows that the address is theirs.
create table contact_code (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    channel text collate "C" not null check (channel in ('email', 'sms')),
    address text not null check (address <> ''),
    code text collate "C" not null check (code ~ '^[0-9]{6}$'),
    until timestamptz not null,
    change bigint not null references change
);
create index contact_code_account on contact_code (account, id);

-- That somebody gave a code. Five wrong ones and it counts no more; a right one uses it up.
create table contact_code_try (
    contact_code bigint not null references contact_code,
    ordinal smallint not null check (ordinal between 1 and 5),
    is_right boolean not null,
    change bigint not null references change,
    primary key (contact_code, ordinal)
);
create unique index contact_code_used on contact_code_try (contact_code) where is_right;

-- An interruption of a service: where it is, and version by version when and why.
create table outage (
    id bigint primary key check (id >= 1),
    service text not null check (service <> ''),
    change bigint not null references change
);

create table outage_premise (
    outage bigint not null references outage,
    premise text collate "C" not null references premise,
    primary key (outage, premise)
);

create table outage_version (
    outage bigint not null references outage,
    version smallint not null check (version >= 1),
    state text collate "C" not null check (state in ('planned', 'changed', 'ended', 'cancelled')),
    from_time timestamp not null, -- in the utility's own time
    to_time timestamp not null check (to_time > from_time),
    reason_ar text not null,
    reason_fr text not null,
    reason_en text not null,
    change bigint not null references change,
    primary key (outage, version),
    check ((version = 1) = (state = 'planned'))
);
create unique index outage_over on outage_version (outage) where state in ('ended', 'cancelled');

create function refuse_version_after_the_end() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        new.version > 1 and not exists (
            select from outage_version v
            where v.outage = new.outage and v.version = new.version - 1 and v.state in ('planned', 'changed')),
        format('outage %s: version %s follows none that stands', new.outage, new.version));
    return null;
end $$;
create trigger follows after insert on outage_version for each row execute function refuse_version_after_the_end();

do $$
declare
    part text;
begin
    foreach part in array array['announcement', 'message_preference', 'contact_code', 'contact_code_try', 'outage',
                                'outage_premise', 'outage_version']
    loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
