-- Customers ask for things themselves at the online agency, add to what they asked for, and show files with it; so do
-- staff. decisions/0066.

alter table service_request_step drop constraint service_request_step_step_check;
alter table service_request_step add constraint service_request_step_step_check
    check (step in ('answered', 'closed', 'reopened', 'added'));

-- Files that came with a step. A picture is drawn anew, a PDF kept as it came and never unpacked.
create table request_file (
    request bigint not null,
    ordinal smallint not null check (ordinal between 1 and 99),
    step smallint not null,
    kind text collate "C" not null check (kind in ('jpeg', 'pdf')),
    content bytea not null check (length(content) between 1 and 4194304),
    change bigint not null references change,
    primary key (request, ordinal),
    foreign key (request, step) references service_request_step
);
create trigger never_changed before update or delete or truncate on request_file
    for each statement execute function refuse_change_but_erasing();
create trigger only_deleted before update on request_file for each statement execute function refuse_change();

-- They go with somebody's contacts, long before the words, which wait for the name: no document rests on them. It is
-- called after `erases`, by its name, and adds to what that one has counted.
create function erase_request_files() returns trigger language plpgsql as $$
declare
    files bigint;
begin
    delete from request_file f using service_request r join customer_account a on a.reference = r.account
        where f.request = r.id and a.customer = new.customer;
    get diagnostics files = row_count;
    new.erased := new.erased + files;
    return new;
end $$;
create trigger erases_request_files before insert on erasure
    for each row when (new.what in ('contact', 'name')) execute function erase_request_files();

-- The second wall: customers read what they asked for, and who dealt with it when.
do $$
declare
    t text;
begin
    foreach t in array array['service_request', 'service_request_step', 'request_file'] loop
        execute format('alter table %I enable row level security', t);
    end loop;
    create policy own on service_request for select using (account = any ((select seen_accounts())::text[]));
    create policy own on service_request_step for select using (request in (select r.id from service_request r));
    create policy own on request_file for select using (request in (select r.id from service_request r));
    execute 'alter policy own on change using (' || (
            select qual from pg_policies where tablename = 'change' and policyname = 'own')
        || ' or id in (select r.change from service_request r union all'
        || ' select s.change from service_request_step s))';
    execute 'create or replace view change_about as ' || rtrim(pg_get_viewdef('change_about'::regclass), '; ')
        || ' union all select f.change, r.account from request_file f join service_request r on r.id = f.request';
end $$;

-- Whose an attempt to pay is: told to whoever has its token, before anything else of it is read.
create function account_of_attempt(attempt bigint, shown text) returns text
    language sql stable security definer set search_path = public as $$
    select a.account from card_attempt a where a.id = attempt
        and sha256(convert_to(a.token, 'UTF8')) = sha256(convert_to(shown, 'UTF8')) -- as long whatever is shown
$$;
