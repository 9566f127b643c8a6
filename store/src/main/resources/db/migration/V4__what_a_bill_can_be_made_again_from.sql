-- What a bill can be made again from, years later.
--
-- The rows that a bill depends on name the change that brought them, and changes are numbered in the order of their
-- commits. So the greatest change that a batch knew says what it knew: readings, corrections and cancellations that came
-- later name a greater one. Empty for batches from before this was kept; they knew at least what their run began with.
alter table checkpoint add column known_change bigint references change;
-- Which rules billed the batch.
alter table checkpoint add column engine text collate "C";

-- The digest of a bill's document as it was first written, as it stands in its last line: whatever is printed again has
-- to come to the same. Only of bills whose documents were written with their run.
create table bill_document (
    bill bigint primary key references bill,
    digest text collate "C" not null check (digest ~ '^sha256:[0-9a-f]{64}$')
);
create trigger never_changed before update or delete or truncate on bill_document
    for each statement execute function refuse_change();
