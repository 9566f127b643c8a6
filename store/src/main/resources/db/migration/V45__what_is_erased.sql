-- What is kept of people only for so long, and how it is erased (decisions/0045).
--
-- Rows of the books are never changed, and stay so. What may be erased is erased by one way: a row of `erasure` says what,
-- whose or how old, who, why and by which rule, and the trigger that takes it erases and counts. So there is no erasure
-- without its row, no row without its erasure, and nothing is ever set but the mark.

-- What stands where something was erased.
create function erased_mark() returns text language sql immutable parallel safe return '[...]';
-- The same as an IBAN whose check digits fit: of no country, and no bank's.
create function erased_iban() returns text language sql immutable parallel safe return 'XX41ERASED0000000';

create table erasure (
    id bigint primary key check (id >= 1),
    what text collate "C" not null
        check (what in ('code', 'address', 'facts', 'contact', 'preference', 'identity', 'name')),
    customer text collate "C" references customer, -- whose; null: of everybody what is older
    older_than date, -- what was over before this day
    rule text not null check (rule <> ''),
    erased bigint not null default 0 check (erased >= 0), -- rows; the trigger counts them
    change bigint not null references change,
    check (num_nonnulls(customer, older_than) = 1),
    check (customer is not null or what in ('code', 'address', 'facts'))
);
create index erasure_customer on erasure (customer, what) where customer is not null;

-- Somebody asked for all of it, and the law has names kept with tax documents until a day.
create table erasure_due (
    customer text collate "C" primary key references customer,
    due_on date not null, -- as it was found then; later documents put it off
    change bigint not null references change
);

-- The number of an identity card, encrypted: only whoever has the key can read it. Not never changed: it can be removed.
create table customer_identity (
    customer text collate "C" primary key references customer,
    key text collate "C" not null check (key ~ '^[0-9a-f]{16}$'), -- which key, not the key
    nonce bytea not null check (length(nonce) = 12),
    number bytea not null check (length(number) > 16),
    change bigint not null references change,
    unique (key, nonce)
);

-- Who did what with the number of whom.
create table identity_use (
    customer text collate "C" not null references customer,
    change bigint not null references change,
    use text collate "C" not null check (use in ('set', 'show', 'remove', 'rekey', 'export')),
    primary key (customer, change)
);

-- Never changed, but by an erasure: a statement that its trigger makes, and no other.
create function refuse_change_but_erasing() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 or tg_op not in ('UPDATE', 'DELETE') then
        raise exception '% of % refused: its rows are never changed; a correction is a new row', tg_op, tg_table_name
            using errcode = 'restrict_violation';
    end if;
    return null;
end $$;

-- An erasure sets the columns that are named here to the mark, or leaves them, and sets nothing else.
create function refuse_other_than_the_mark() returns trigger language plpgsql as $$
declare
    before jsonb := to_jsonb(old);
    after jsonb := to_jsonb(new);
    part text;
begin
    perform refuse_if(
        before - tg_argv is distinct from after - tg_argv,
        format('%s: an erasure would change more than %s', tg_table_name, array_to_string(tg_argv, ', ')));
    foreach part in array tg_argv loop
        perform refuse_if(
            after -> part is distinct from before -> part
                and coalesce(after ->> part, '') not in (
                    erased_mark(), erased_iban(), '{}', concat(erased_mark(), ' ', after ->> 'id')),
            format('%s: an erasure would set %s to something else than the mark', tg_table_name, part));
    end loop;
    return null;
end $$;

do $$
declare
    part record;
begin
    for part in select * from (values
        ('announcement', 'facts'), ('contact_code', 'address, code'), ('message_attempt', 'said'),
        ('message_receipt', 'said'), ('returned_mail', 'address'),
        ('mandate', 'iban, holder'), ('refund', 'iban, payee'), ('bank_transaction', 'party, party_account'),
        ('connection_application', 'applicant, address'), ('dispute', 'evidence'), ('adjustment', 'evidence'),
        ('contact', null), ('message_preference', null)) as t(name, columns)
    loop
        execute format('drop trigger never_changed on %I', part.name);
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change_but_erasing()', part.name);
        if part.columns is null then
            execute format('create trigger only_deleted before update on %I
                            for each statement execute function refuse_change()', part.name);
        else
            execute format('create trigger only_marked after update on %I
                            for each row execute function refuse_other_than_the_mark(%s)', part.name, part.columns);
            execute format('create trigger never_deleted before delete on %I
                            for each statement execute function refuse_change()', part.name);
        end if;
    end loop;
    foreach part.name in array array['erasure', 'erasure_due', 'identity_use'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part.name);
    end loop;
end $$;

alter table contact_code drop constraint contact_code_code_check,
    add constraint contact_code_code_check check (code ~ '^[0-9]{6}$' or code = '[...]');

-- As V41 has it; and an erasure may mark the address of a message that is over.
create or replace function refuse_other_message() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() >= 2 and old.state in ('sent', 'failed') and new.address = erased_mark()
        and to_jsonb(old) - 'address' = to_jsonb(new) - 'address'
    then
        return null;
    end if;
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

-- When a message was last touched.
create function message_over_on(m message) returns date language sql stable as $$
    select (coalesce(m.sent_at, (select max(a.at) from message_attempt a where a.message = m.id), m.queued_at)
            at time zone 'UTC')::date
$$;

-- What an erasure does, thing by thing; each answers how many rows.
create function erase_codes(accounts text[], older date) returns bigint language plpgsql as $$
declare
    rows bigint;
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
    return rows;
end $$;

create function erase_addresses(accounts text[], older date) returns bigint language plpgsql as $$
declare
    rows bigint;
begin
    -- servers say addresses in their answers
    update message_attempt a set said = erased_mark() from message m
        where m.id = a.message and a.event <> 'begun' and a.said <> erased_mark() and m.state in ('sent', 'failed')
            and (accounts is null or m.account = any(accounts)) and (older is null or message_over_on(m) < older);
    -- not by age: letters would go again to where they came back from
    update returned_mail r set address = erased_mark()
        where r.account = any(accounts) and r.address <> erased_mark();
    -- each with its own number: no two receipts of one name say the same
    update message_receipt r set said = erased_mark() || ' ' || r.id
        where not starts_with(r.said, erased_mark())
            and (older is null or (r.at at time zone 'UTC')::date < older)
            and (accounts is null or exists (
                select from message_handle h join message m on m.id = h.message
                where h.gateway = r.gateway and h.handle = r.handle and m.account = any(accounts)));
    update message m set address = erased_mark()
        where m.state in ('sent', 'failed') and m.address <> erased_mark()
            and (accounts is null or m.account = any(accounts)) and (older is null or message_over_on(m) < older);
    get diagnostics rows = row_count;
    return rows;
end $$;

create function erase_facts(accounts text[], older date) returns bigint language plpgsql as $$
declare
    rows bigint;
begin
    -- a message that still waits has no other words
    update announcement n set facts = '{}'
        where n.facts <> '{}' and (accounts is null or n.account = any(accounts))
            and (older is null or (select (c.made_at at time zone 'UTC')::date from change c where c.id = n.change) < older)
            and not exists (
                select from message m
                where m.cause_kind = n.kind and m.cause = n.cause and m.account = n.account
                    and (m.state in ('queued', 'paused') or older is not null and message_over_on(m) >= older));
    get diagnostics rows = row_count;
    return rows;
end $$;

create function erase_names(of_customer text, accounts text[]) returns bigint language plpgsql as $$
declare
    rows bigint;
    theirs bigint[];
begin
    update mandate set holder = erased_mark(), iban = erased_iban() where account = any(accounts);
    theirs := array(select id from refund where account = any(accounts));
    update bank_transaction t set party = erased_mark(), party_account = erased_mark()
        where t.refund = any(theirs)
            or t.payment in (select serial from payment where account = any(accounts))
            or exists (select from bank_decision d where d.transaction = t.id and (d.refund = any(theirs)
                or d.payment in (select serial from payment where account = any(accounts))));
    update refund set payee = erased_mark(), iban = erased_iban() where id = any(theirs);
    update connection_application a set
            applicant = case when a.applicant is not null then erased_mark() end,
            address = case when a.address is not null then erased_mark() end
        where a.account = any(accounts)
            or a.id in (select application from connection_charge where account = any(accounts));
    update dispute set evidence = erased_mark() where account = any(accounts);
    update adjustment set evidence = erased_mark() where account = any(accounts);
    update customer set arabic_name = erased_mark(), latin_name = erased_mark() where reference = of_customer;
    get diagnostics rows = row_count;
    return rows;
end $$;

create function erase_it() returns trigger language plpgsql as $$
declare
    accounts text[];
    on_day date := (select (made_at at time zone 'UTC')::date from change where id = new.change);
begin
    perform refuse_if(on_day is null or new.older_than > on_day, 'an erasure of what is not over, or without its change');
    if new.customer is not null then
        accounts := array(select reference from customer_account where customer = new.customer);
        perform refuse_if(
            exists (select from service_agreement where account = any(accounts) and to_day is null),
            format('%s is served, and stays known', new.customer));
    end if;
    case new.what
        when 'code' then new.erased := erase_codes(accounts, new.older_than);
        when 'address' then new.erased := erase_addresses(accounts, new.older_than);
        when 'facts' then new.erased := erase_facts(accounts, new.older_than);
        when 'contact' then
            delete from contact where account = any(accounts);
            get diagnostics new.erased = row_count;
        when 'preference' then
            delete from message_preference where account = any(accounts);
            get diagnostics new.erased = row_count;
        when 'identity' then
            delete from customer_identity where customer = new.customer;
            get diagnostics new.erased = row_count;
        when 'name' then new.erased := erase_names(new.customer, accounts);
    end case;
    return new;
end $$;
create trigger erases before insert on erasure for each row execute function erase_it();
