-- Abnormal use of which a customer should be told, and what people decided about it.
--
-- A candidate is no message: nothing leaves because of it. It waits until somebody dismisses it or it is sent.

create type use_alarm as enum ('continuous-flow', 'surge');
create type notice_outcome as enum ('dismissed', 'sent');

create table notice_candidate (
    -- From one on, in the order in which they were raised.
    number bigint primary key check (number >= 1),
    usage_point text collate "C" not null references usage_point,
    -- The reading that has shown it. When a person decided about a suspect, the decision has the same change.
    at date not null,
    revision smallint not null,
    kind use_alarm not null,
    from_day date not null,
    to_day date not null check (to_day > from_day and to_day <= at),
    used numeric not null check (used >= 0 and used < 'Infinity'),
    -- All numbers that caused it, exact: `name=12.5; name=29 2701/9000`.
    figures text not null,
    change bigint not null references change,
    foreign key (usage_point, at, revision) references reading,
    -- The same again is not told again: not when a file comes twice, not when the utility reads what the customer had
    -- read. Another use of the same days, after a correction, is another alarm.
    unique (usage_point, kind, from_day, to_day, used)
);
create trigger never_changed before update or delete or truncate on notice_candidate
    for each statement execute function refuse_change();

-- What became of a candidate, once; who decided it, when and why is said by the change.
create table notice_decision (
    number bigint primary key references notice_candidate,
    outcome notice_outcome not null,
    change bigint not null references change
);
create trigger never_changed before update or delete or truncate on notice_decision
    for each statement execute function refuse_change();
