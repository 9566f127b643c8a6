-- That a customer has asked by themselves for instalments that a person has to grant.
--
-- The last one of an account counts, until an arrangement is granted to the account or refused: what has become of it
-- is found from those, and written nowhere (decisions/0051).
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

-- What of an account is being paid by card is asked each time its holder looks.
create index card_attempt_account on card_attempt (account, expires_at);
