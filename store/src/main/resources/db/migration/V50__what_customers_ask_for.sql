-- What customers ask for by themselves at the online agency and a person decides or does.
--
-- What has become of a request is found from what was done since, and written nowhere (decisions/0051).

-- Instalments that a person has to grant. The last request of an account counts, until an arrangement is granted to
-- the account or refused.
create table instalment_request (
    id bigint primary key check (id >= 1),
    account text collate "C" not null references customer_account,
    months smallint not null check (months >= 2),
    asked_on date not null,
    change bigint not null references change
);
create index instalment_request_account on instalment_request (account, id);
create trigger never_changed before update or delete or truncate on instalment_request
    for each statement execute function refuse_change();

-- The end of an agreement. The last request of an agreement counts, until the agreement has an end.
create table move_out_request (
    id bigint primary key check (id >= 1),
    agreement text collate "C" not null references service_agreement,
    on_day date, -- at whose start they are gone; null where they stay after all
    asked_on date not null,
    change bigint not null references change,
    check (on_day >= asked_on)
);
create index move_out_request_agreement on move_out_request (agreement, id);
create trigger never_changed before update or delete or truncate on move_out_request
    for each statement execute function refuse_change();

-- What of an account is being paid by card is asked each time its holder looks.
create index card_attempt_account on card_attempt (account, expires_at);
