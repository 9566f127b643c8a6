-- What was open in the old system on the day of the change, document by document. Each is booked once, by an entry whose
-- key is `opening/`, the account, `/` and the reference.
create table opening_item (
    account text collate "C" not null references customer_account,
    -- The document in the old system.
    reference text collate "C" not null check (reference <> ''),
    -- Above zero the customer owes it, below it is the customer's credit.
    amount bigint not null check (amount <> 0),
    issued_on date,
    due_on date,
    change bigint not null references change,
    primary key (account, reference),
    -- A credit has no days: nobody has to pay it.
    check (num_nonnulls(issued_on, due_on) = case when amount > 0 then 2 else 0 end),
    check (due_on >= issued_on)
);
