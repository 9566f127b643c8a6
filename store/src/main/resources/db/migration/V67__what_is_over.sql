-- How a customer signs in was changed: a password set, changed or ended, a passkey made or removed, all of it erased.
-- Sessions of theirs that were opened before are over (decisions/0068).
create table sign_in_change (
    customer text collate "C" not null references customer,
    change bigint not null references change,
    primary key (customer, change)
);
create trigger never_changed before update or delete or truncate on sign_in_change
    for each statement execute function refuse_change();

-- Whoever is forgotten is forgotten by what is open, too.
create function end_sessions() returns trigger language plpgsql as $$
begin
    insert into sign_in_change values (new.customer, new.change) on conflict do nothing;
    return null;
end $$;
create trigger ends_sessions after insert on erasure
    for each row when (new.what = 'contact') execute function end_sessions();

-- Pages of bills that were made go as soon as somebody asks to be forgotten: the bills themselves are kept for as long
-- as tax law has it, and nobody is left who would look at the pages.
drop trigger erases_made_pages on erasure;
create trigger erases_made_pages before insert on erasure
    for each row when (new.what in ('contact', 'name')) execute function erase_made_pages();

-- Programs ask for what customers ask for on pages, and end a webhook for good.
alter table api_key_scope drop constraint api_key_scope_scope_check, add constraint api_key_scope_scope_check check (
    scope in ('read', 'readings', 'disputes', 'preferences', 'webhooks', 'contacts', 'instalments', 'moves',
        'delegates', 'requests', 'batches'));
alter table webhook_version drop constraint webhook_version_because_check, add constraint webhook_version_because_check
    check (because in ('asked', 'failing', 'gone', 'ended'));
