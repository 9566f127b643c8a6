-- What gateways report of messages that they accepted (decisions/0041).

-- Under which names a gateway knows what it accepted: one for each segment of a text message.
create table message_handle (
    message bigint not null references message,
    attempt smallint not null check (attempt >= 1),
    part smallint not null check (part >= 1),
    gateway text collate "C" not null check (gateway <> ''),
    handle text collate "C" not null check (handle <> ''),
    primary key (message, attempt, part)
);
-- Not unique: a gateway that begins anew with its numbers must not keep a message from being settled.
create index message_handle_known on message_handle (gateway, handle);

-- Word for word, and whether or not a message of that name is known: it may come before the message is settled.
create table message_receipt (
    id bigint generated always as identity primary key,
    gateway text collate "C" not null check (gateway <> ''),
    handle text collate "C" not null,
    state text collate "C" not null check (state in ('delivered', 'failed', 'expired', 'unknown', 'underway')),
    said text not null,
    at timestamptz not null, -- when it was taken
    unique (gateway, handle, state, said) -- one that comes twice is one
);
create index message_receipt_failed on message_receipt (at) where state in ('failed', 'expired');

create trigger never_changed before update or delete or truncate on message_handle
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on message_receipt
    for each statement execute function refuse_change();

-- As in V39, but that what was sent may fail later.
create or replace function refuse_other_message() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        (old.id, old.cause_kind, old.cause, old.account, old.channel, old.language, old.address, old.priority, old.key,
         old.queued_at, old.change)
        is distinct from
        (new.id, new.cause_kind, new.cause, new.account, new.channel, new.language, new.address, new.priority, new.key,
         new.queued_at, new.change),
        format('message %s would become another one', old.id));
    perform refuse_if(
        (old.state = 'sent' and new.state <> 'failed') or old.state = 'failed' or new.attempts < old.attempts,
        format('message %s is over, or forgets attempts', old.id));
    return null;
end $$;
