-- Keys by which other programs use the HTTP API, what each may do and did, and what was answered to what it sent.

create table api_key (
    id bigint primary key check (id >= 1),
    name text collate "C" not null check (name ~ '^[a-z][a-z0-9.-]{1,39}$'), -- what it is for
    digest bytea not null check (length(digest) = 32), -- of the key, which is kept nowhere
    customer text collate "C" references customer, -- whose accounts alone it opens; null for all
    per_minute integer not null check (per_minute between 1 and 100000),
    change bigint not null references change
);
create index api_key_customer on api_key (customer) where customer is not null;

create table api_key_scope (
    api_key bigint not null references api_key,
    scope text collate "C" not null check (scope in ('read', 'readings', 'disputes', 'preferences')),
    primary key (api_key, scope)
);

create table api_key_revocation (
    api_key bigint primary key references api_key,
    change bigint not null references change
);

-- Every request that came with a good key. What was sent and what was answered is not here.
create table api_request (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    api_key bigint not null references api_key,
    operation text collate "C" not null, -- as the description of the API names it; 'none' where there is none
    account text collate "C" references customer_account, -- whose it was; null where it was nobody's, or of many
    status smallint not null check (status between 100 and 599)
);
create index api_request_key on api_request (api_key, id);
create index api_request_account on api_request (account, id) where account is not null;

-- What was answered to a request that has written something, beside what it wrote: told again when it comes again.
create table api_once (
    api_key bigint not null references api_key,
    name text collate "C" not null check (length(name) between 1 and 64), -- what the program calls the request
    digest bytea not null check (length(digest) = 32), -- of the request
    status smallint not null check (status between 200 and 299),
    answer text collate "C" not null, -- references, figures and codes, no words that anybody typed
    at timestamptz not null,
    primary key (api_key, name)
);

do $$
declare
    part text;
begin
    foreach part in array array['api_key', 'api_key_scope', 'api_key_revocation', 'api_request', 'api_once'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
