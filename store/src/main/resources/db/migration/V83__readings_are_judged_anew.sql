-- What is doubtful does not depend on the order in which it came (decisions/0093): readings are judged anew beside what
-- came after them. What nothing is found about any more counts; the program has decided that, and no person.
alter type suspect_outcome add value if not exists 'explained';

-- Readings of a day that do not count, up to a revision: what was found about them came after them, and a person has
-- yet to look; or one has decided that the day is read again or estimated. A later revision counts.
create table reading_withheld (
    usage_point text collate "C" not null,
    at date not null,
    revision smallint not null,
    change bigint not null references change,
    primary key (usage_point, at, revision),
    foreign key (usage_point, at, revision) references reading
);
create index reading_withheld_change on reading_withheld (change);

create trigger never_changed before update or delete or truncate on reading_withheld
    for each statement execute function refuse_change();

alter table reading_withheld enable row level security;
create policy own on reading_withheld for select using (exists (
    select from service_agreement s
    where s.usage_point = reading_withheld.usage_point and s.account = any ((select seen_accounts())::text[])
        and reading_withheld.at >= s.from_day and (s.to_day is null or reading_withheld.at <= s.to_day)));

-- As whose word a reading came is asked by its change.
create index suspect_decision_change on suspect_decision (change);

-- Readings without those that are withheld. As whoever asks may see it, not as its owner.
create view counting_reading with (security_invoker = true) as
    select r.* from reading r
    where not exists (
        select from reading_withheld w
        where w.usage_point = r.usage_point and w.at = r.at and w.revision >= r.revision);
