-- Card payments on a provider's page: what customers wanted to pay, what the provider told of it, what goes back.
--
-- The money itself is a payment like a collector's (V16, V17); here is only what makes a notice told again do nothing,
-- and what a notice that was not as expected came to (decisions/0029). How far an attempt is, is found from this.

-- What a customer was sent to the provider for. It is here before the provider hears of it.
create table card_attempt (
    id bigint primary key,
    provider text collate "C" not null check (provider ~ '^[a-zA-Z0-9-]+$'),
    account text collate "C" not null references customer_account,
    items text collate "C" not null check (items <> ''),
    amount bigint not null check (amount > 0),
    token text collate "C" not null unique check (length(token) >= 32), -- who has it may see how far it is
    asked_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > asked_at),
    change bigint not null references change
);
create table card_redirect (
    attempt bigint primary key references card_attempt,
    at timestamptz not null
);

-- What the provider told of a transaction of its own, the first time. An attempt may have several: cards are refused
-- and tried again, and some customers pay twice.
create table card_notice (
    provider text collate "C" not null,
    transaction text collate "C" not null check (transaction <> ''),
    attempt bigint not null references card_attempt,
    is_paid boolean not null,
    said text collate "C" not null, -- all that it says, as core puts it; the same again is the same notice
    reason text collate "C", -- why it was not booked as it was asked for; null where it was
    payment bigint unique references payment,
    at timestamptz not null,
    change bigint not null references change,
    primary key (provider, transaction),
    check (is_paid = (payment is not null))
);
create index card_notice_attempt on card_notice (attempt);

-- Notices that were rightly signed and are not booked: nothing that a provider has said is lost. Each once.
create table card_notice_refused (
    provider text collate "C" not null,
    said text collate "C" not null,
    reason text collate "C" not null,
    found text not null,
    at timestamptz not null,
    primary key (provider, said, reason)
);

-- Payments that go back to the card whole. Approved, the payment is reversed at once, so that the money cannot leave a
-- second way; when the provider refuses, it is taken anew.
create table card_refund (
    id bigint primary key,
    payment bigint not null references payment,
    change bigint not null references change
);
create table card_refund_decision (
    refund bigint primary key references card_refund,
    is_approved boolean not null,
    change bigint not null references change
);
create table card_refund_outcome (
    refund bigint primary key references card_refund,
    is_done boolean not null,
    said text not null,
    payment bigint unique references payment, -- taken anew
    change bigint not null references change,
    check (is_done = (payment is null))
);

-- Of a payment one refund at a time, and of one that was sent back none again.
create function refuse_second_card_refund() returns trigger language plpgsql as $$
begin
    perform refuse_if(exists (
        select from card_refund r
        where r.payment = new.payment and r.id <> new.id
            and not exists (select from card_refund_decision d where d.refund = r.id and not d.is_approved)),
        format('a second refund of payment %s', new.payment));
    return null;
end $$;
create trigger one after insert on card_refund for each row execute function refuse_second_card_refund();

do $$
declare
    part text;
begin
    foreach part in array array['card_attempt', 'card_redirect', 'card_notice', 'card_notice_refused', 'card_refund',
                                'card_refund_decision', 'card_refund_outcome'] loop
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change()', part);
    end loop;
end $$;
