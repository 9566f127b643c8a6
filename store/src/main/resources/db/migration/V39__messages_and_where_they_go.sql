-- How customers are reached, and what is to be told them: the outbox (decisions/0038).

-- What somebody said of how an account is reached, all of it at once; the newest that holds on a day counts.
create table contact_set (
    account text collate "C" not null references customer_account,
    change bigint not null references change,
    language customer_language not null,
    since date not null,
    primary key (account, change)
);

-- The rungs of its ladder; none: by no channel.
create table contact (
    account text collate "C" not null,
    change bigint not null,
    ordinal smallint not null check (ordinal >= 1),
    channel text collate "C" not null check (channel in ('email', 'sms', 'post')),
    address text not null check (address <> ''),
    primary key (account, change, ordinal),
    unique (account, change, channel),
    foreign key (account, change) references contact_set
);

create trigger never_changed before update or delete or truncate on contact_set
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on contact
    for each statement execute function refuse_change();

-- The ladder of an account on a day.
create function contacts_on(of text, on_day date)
    returns table (ordinal smallint, channel text, address text, language customer_language)
    language sql stable parallel safe as $$
    select c.ordinal, c.channel, c.address, s.language
    from (select n.account, n.change, n.language from contact_set n
          where n.account = of and n.since <= on_day order by n.since desc, n.change desc limit 1) s
    join contact c on c.account = s.account and c.change = s.change
    order by c.ordinal
$$;

create table message (
    id bigint generated always as identity primary key,
    cause_kind text collate "C" not null check (cause_kind in ('outage', 'bill', 'marketing')),
    cause text collate "C" not null check (cause ~ '^[A-Za-z0-9]+$'),
    account text collate "C" not null references customer_account,
    channel text collate "C" not null check (channel in ('email', 'sms', 'post')),
    language customer_language not null,
    address text not null check (address <> ''), -- as it was when it was queued
    priority smallint not null,
    key text collate "C" not null unique, -- the same at each attempt
    state text collate "C" not null check (state in ('queued', 'sent', 'failed', 'paused')),
    not_before timestamptz not null,
    attempts smallint not null check (attempts >= 0),
    queued_at timestamptz not null,
    sent_at timestamptz,
    change bigint not null references change, -- that queued it, or the message before it on the ladder
    paused_by bigint references change,
    unique (cause_kind, cause, account, channel),
    check ((state = 'sent') = (sent_at is not null)),
    check ((state = 'paused') = (paused_by is not null))
);
create index message_next on message (channel, priority, id) where state = 'queued';

create function refuse_other_message() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        (old.id, old.cause_kind, old.cause, old.account, old.channel, old.language, old.address, old.priority, old.key,
         old.queued_at, old.change)
        is distinct from
        (new.id, new.cause_kind, new.cause, new.account, new.channel, new.language, new.address, new.priority, new.key,
         new.queued_at, new.change),
        format('message %s would become another one', old.id));
    perform refuse_if(
        old.state in ('sent', 'failed') or new.attempts < old.attempts,
        format('message %s is over, or forgets attempts', old.id));
    return null;
end $$;
create trigger same_message after update on message for each row execute function refuse_other_message();
create trigger never_deleted before delete or truncate on message
    for each statement execute function refuse_change();

-- What happened to it: an attempt is begun before the message is handed over, and has its outcome after. One that has
-- none may have been sent.
create table message_attempt (
    message bigint not null references message,
    attempt smallint not null check (attempt >= 1),
    event text collate "C" not null
        check (event in ('begun', 'accepted', 'put-off', 'refused', 'not-made', 'withdrawn')),
    said text not null,
    at timestamptz not null,
    primary key (message, attempt, event)
);
create unique index message_attempt_outcome on message_attempt (message, attempt) where event <> 'begun';
create trigger never_changed before update or delete or truncate on message_attempt
    for each statement execute function refuse_change();
