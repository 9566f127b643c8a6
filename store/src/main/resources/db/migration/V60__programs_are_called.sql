-- Webhooks: where other programs want to be called, what they are told, and what came of each call.

alter table api_key_scope drop constraint api_key_scope_scope_check, add constraint api_key_scope_scope_check check (
    scope in ('read', 'readings', 'disputes', 'preferences', 'webhooks', 'contacts', 'instalments', 'moves', 'delegates',
        'batches'));

create table webhook (
    id bigint primary key check (id >= 1),
    api_key bigint not null references api_key, -- it is called no more when that is revoked
    change bigint not null references change
);

-- What holds of it, since its program or we ourselves have said so.
create table webhook_version (
    webhook bigint not null references webhook,
    version integer not null check (version >= 1),
    url text collate "C" not null check (url ~ '^https?://'),
    kinds text[] collate "C" not null check (cardinality(kinds) >= 1), -- of events
    is_on boolean not null,
    because text collate "C" not null check (because in ('asked', 'failing', 'gone')),
    change bigint not null references change,
    check (because = 'asked' or not is_on),
    primary key (webhook, version)
);

-- By which calls are signed: the newest, and the one before for another day. Sealed by a key that is in no database.
create table webhook_secret (
    webhook bigint not null references webhook,
    ordinal integer not null check (ordinal >= 1),
    sealed bytea not null,
    at timestamptz not null,
    is_alone boolean not null, -- whether the one before is good no more
    change bigint not null references change,
    primary key (webhook, ordinal)
);

-- What happened, in one order for all: found from the books, where its cause is a row already.
create table webhook_event (
    id bigint primary key check (id >= 1),
    kind text collate "C" not null check (kind ~ '^[a-z-]+$'),
    at timestamptz not null,
    account text collate "C" references customer_account, -- null for what is of a place
    reference text collate "C" not null, -- of what it is about
    day date -- of a reading
);

-- Up to where the books were looked through.
create table webhook_source (
    source text collate "C" primary key check (source in ('change', 'bill', 'payment')),
    position bigint not null
);

-- How far a program is with them. It changes; what was called is in webhook_attempt.
create table webhook_state (
    webhook bigint primary key references webhook,
    position bigint not null, -- the last event that it has, or did not want
    failures integer not null check (failures >= 0), -- in a row
    failing_since timestamptz, -- null while it takes what it is told
    next_at timestamptz not null, -- not called before
    claimed_until timestamptz not null, -- by a server that calls it; after a kill another one takes it then
    check ((failures = 0) = (failing_since is null))
);

-- An event is wanted again.
create table webhook_again (
    id bigint primary key check (id >= 1),
    webhook bigint not null references webhook,
    event bigint not null references webhook_event,
    change bigint not null references change
);
create index webhook_again_webhook on webhook_again (webhook, id);

-- Each call.
create table webhook_attempt (
    id bigint generated always as identity primary key,
    webhook bigint not null references webhook,
    event bigint not null references webhook_event,
    again bigint references webhook_again, -- null for one in its turn
    at timestamptz not null,
    outcome text collate "C" not null check (
        outcome in ('taken', 'refused', 'gone', 'no-answer', 'not-reachable', 'not-public', 'not-signed')),
    status smallint check (status between 100 and 999) -- null where nobody answered
);
create index webhook_attempt_webhook on webhook_attempt (webhook, id);
create index webhook_attempt_again on webhook_attempt (again) where again is not null;

do $$
declare
    part text;
begin
    foreach part in array array['webhook', 'webhook_version', 'webhook_secret', 'webhook_event', 'webhook_again',
        'webhook_attempt'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
    foreach part in array array['webhook_source', 'webhook_state'] loop
        execute format('create trigger never_deleted before delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;

-- What came with which change, for whoever looks through the books in their order. Rows come in that order, so that a
-- summary of the blocks is enough where there are many.
create index reading_change on reading using brin (change) with (pages_per_range = 16, autosummarize = on);
create index suspect_reading_change on suspect_reading using brin (change)
    with (pages_per_range = 16, autosummarize = on);
create index cancellation_change on cancellation (change);
create index payment_reversal_change on payment_reversal (change);
create index dispute_end_change on dispute_end (change);
create index arrangement_change on arrangement (change);
create index service_request_step_change on service_request_step (change);
create index outage_version_change on outage_version (change);
