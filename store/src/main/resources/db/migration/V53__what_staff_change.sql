-- What staff change at the console: rights for it, its rows of the trail, and instalments that are above what who
-- proposes them may grant alone. How much somebody may is in the utility's rules.

-- Which rights there are is a closed set of the program; one that it does not know opens nothing.
alter table staff_right drop constraint staff_right_may_check;
alter table staff_right add constraint staff_right_may_check check (may ~ '^[a-z][a-z-]{1,39}$');
insert into staff_right values
    ('agent', 'arrangements'), ('agent', 'adjustments'), ('agent', 'readings'),
    ('supervisor', 'arrangements'), ('supervisor', 'adjustments'), ('supervisor', 'readings'),
    ('supervisor', 'bills'), ('supervisor', 'approvals');

-- What somebody did is of an account, as what they looked at is: `place` says what.
alter table staff_event drop constraint staff_event_kind_check;
alter table staff_event add constraint staff_event_kind_check check (kind ~ '^[a-z][a-z-]{1,39}$');
alter table staff_event drop constraint staff_event_check1;
alter table staff_event add constraint staff_event_check1
    check (kind not in ('looked', 'acted') or account is not null and place is not null);

-- Instalments that one of the staff would grant and somebody else has to let through. Granted by an arrangement of the
-- account, refused, or replaced by the next one: nothing of it is kept.
create table arrangement_proposal (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    months smallint not null check (months >= 2),
    down bigint not null check (down >= 0), -- paid at once
    first_on date, -- when the first instalment falls due; null where the rules say
    channel request_channel not null,
    asked_on date not null,
    change bigint not null references change
);
create index arrangement_proposal_account on arrangement_proposal (account, id);
create trigger never_changed before update or delete or truncate on arrangement_proposal
    for each statement execute function refuse_change();

do $$
begin
    -- as it stands, and the changes of this table
    execute 'create or replace view change_about as ' || rtrim(pg_get_viewdef('change_about'::regclass), '; ')
        || ' union all select change, account from arrangement_proposal';
end $$;
