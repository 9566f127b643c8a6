-- How many accounts can be reached by which channel, as it was counted; whom no channel reaches; and campaigns, which ask
-- chosen accounts once for an address or to confirm one.

create table coverage (
    id bigint primary key check (id >= 1),
    counted_on date not null,
    change bigint not null references change
);

-- Accounts with an agreement in force. One is counted by each channel that reaches it.
create table coverage_part (
    coverage bigint not null references coverage,
    part text collate "C" not null check (part in ('all', 'class', 'area')),
    name text not null, -- of the class or the area; empty for all
    accounts bigint not null,
    sms_confirmed bigint not null,
    sms_unconfirmed bigint not null,
    email_confirmed bigint not null,
    email_unconfirmed bigint not null,
    push bigint not null,
    came_back bigint not null, -- at least one of their addresses
    post_only bigint not null,
    unreached bigint not null, -- by no channel
    primary key (coverage, part, name)
);

-- Those that no channel reached when it was last counted, with what they owe: at most ten thousand, those that owe most.
-- They are replaced at each count, and one of whom somebody has said an address since is unreached no more.
create table unreached_account (
    account text collate "C" primary key references customer_account,
    due bigint not null check (due >= 0),
    returned integer not null check (returned >= 0), -- bills that came back by post
    coverage bigint not null references coverage
);

create table contact_campaign (
    id bigint primary key check (id >= 1),
    chosen text collate "C" not null check (chosen in ('unreached', 'post-only', 'came-back', 'unconfirmed')),
    customer_class customer_class, -- null for all
    area text check (area <> ''), -- null for all
    begun_on date not null,
    asked bigint not null check (asked >= 1), -- accounts
    change bigint not null references change
);

create table contact_campaign_account (
    campaign bigint not null references contact_campaign,
    account text collate "C" not null references customer_account,
    primary key (campaign, account)
);
create index contact_campaign_account_account on contact_campaign_account (account);

create table contact_campaign_end (
    campaign bigint primary key references contact_campaign,
    ended_on date not null,
    change bigint not null references change
);

-- What came of a campaign is found from what was said since.
create index contact_set_change on contact_set (change);
create index contact_code_try_change on contact_code_try (change) where is_right;

insert into staff_right values ('supervisor', 'reach');

do $$
declare
    part record;
    t text;
begin
    -- messages, announcements, preferences and work have one kind more, beside those that they have
    for part in
        select conrelid::regclass::text as of_table, conname as name, pg_get_constraintdef(oid) as said
        from pg_constraint where conname in (
            'message_cause_kind_check', 'announcement_kind_check', 'message_preference_kind_check')
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s', part.of_table, part.name, part.name,
                       replace(part.said, 'ARRAY[', 'ARRAY[''contact-request''::text, '));
    end loop;
    alter table work_assignment drop constraint work_assignment_kind_check;
    alter table work_assignment add constraint work_assignment_kind_check check (kind ~ '^[a-z][a-z-]{1,39}$');
    foreach t in array array['coverage', 'coverage_part', 'contact_campaign', 'contact_campaign_account',
        'contact_campaign_end']
    loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', t);
    end loop;
end $$;
