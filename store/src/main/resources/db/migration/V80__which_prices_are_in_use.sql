-- Price books of a home: proposed by one person, approved for a day by another, published. What is published stands in
-- the place of the folder's book of that id (decisions/0085).

create table price_book (
    id bigint primary key check (id >= 1),
    tariff text collate "C" not null check (tariff ~ '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$'),
    content text not null check (content <> ''),
    digest text collate "C" not null check (digest ~ '^sha256:[0-9a-f]{64}$'), -- of the content
    in_use text collate "C" check (in_use ~ '^sha256:[0-9a-f]{64}$'), -- the content that it is to replace; null: none
    change bigint not null references change -- who proposed it, or found it in use
);
create index price_book_tariff on price_book (tariff, id);
create index price_book_change on price_book (change);

-- What became of one. A book that was found in the folder has this as its one step: it was in use before any other was
-- published, and bills were made by it.
create table price_book_step (
    book bigint not null references price_book,
    step text collate "C" not null check (step in ('found', 'approved', 'refused', 'withdrawn', 'published')),
    day date check ((day is not null) = (step in ('approved', 'published'))), -- for which, or on which
    change bigint not null references change,
    primary key (book, step)
);
create index price_book_step_change on price_book_step (change);

-- Nobody approves what they proposed, however they are spelled is looked at by the program; nothing is published that
-- nobody approved; what was refused or withdrawn is over.
create function require_price_book_order() returns trigger language plpgsql as $$
declare
    before text[] := array(select s.step from price_book_step s where s.book = new.book order by s.change);
begin
    if not (case new.step
            when 'found' then before = '{}'
            when 'approved' then before = '{}' and (select c.author from change c where c.id = new.change) <>
                (select c.author from price_book p join change c on c.id = p.change where p.id = new.book)
            when 'refused' then before = '{}'
            when 'withdrawn' then before in ('{}', '{approved}')
            when 'published' then before = '{approved}'
        end) then
        raise exception 'price book % is %, and cannot be %', new.book, before, new.step;
    end if;
    return new;
end $$;
create trigger in_order before insert on price_book_step
    for each row execute function require_price_book_order();

create trigger never_changed before update or delete or truncate on price_book
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on price_book_step
    for each statement execute function refuse_change();

insert into staff_right values
    ('supervisor', 'price-books'), ('auditor', 'price-books'), ('supervisor', 'price-book-approvals');

-- What somebody did may be about everybody's prices, and then about no account.
alter table staff_event drop constraint staff_event_check1;
alter table staff_event add constraint staff_event_check1
    check ((kind <> 'looked' or account is not null) and (kind not in ('looked', 'acted') or place is not null));
