-- Pages of bills as they were made, to be shown again (decisions/0067). Nothing here is known from here alone: any row
-- may be deleted at any time, and is made again when somebody looks.
create table made_page (
    bill bigint not null references bill,
    language text collate "C" not null check (language in ('ar', 'fr', 'en')),
    account text collate "C" not null references customer_account, -- the bill's
    edition bytea not null check (length(edition) = 32), -- of the program, its words, prices and profile
    beside bigint[] not null, -- the bills it was laid beside, itself among them: one of them taken back, it is another
    title text not null,
    opening text not null, -- HTML
    body bytea not null, -- HTML, deflated
    primary key (bill, language)
);
alter table made_page alter column body set storage external; -- it is small already
create index made_page_account on made_page (account);

alter table made_page enable row level security;
create policy own on made_page for select using (account = any ((select seen_accounts())::text[]));

-- With somebody's name goes what told of them. It is called after `erases`, by its name, and adds to what that one has
-- counted.
create function erase_made_pages() returns trigger language plpgsql as $$
declare
    pages bigint;
begin
    delete from made_page where account in (select reference from customer_account where customer = new.customer);
    get diagnostics pages = row_count;
    new.erased := new.erased + pages;
    return new;
end $$;
create trigger erases_made_pages before insert on erasure
    for each row when (new.what = 'name') execute function erase_made_pages();
