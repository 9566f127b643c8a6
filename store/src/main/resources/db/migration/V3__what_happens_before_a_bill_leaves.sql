-- What happens before a bill leaves: what is at stake with each bill that waits.

-- What the bill came to that a check held, without its sign; where no bill could be made, what is usual. Null when neither
-- is known.
alter table held_agreement add column at_risk bigint check (at_risk >= 0);
