-- What the account owed on its other documents when the bill was made, less what it had to its credit; below zero where
-- it had more. It is stated on the bill, so it is kept with it: payments that come later change what is open, and not
-- what a bill says. Bills made before stated nothing.
alter table bill add column arrears bigint not null default 0;
