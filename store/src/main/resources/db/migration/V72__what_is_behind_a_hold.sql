-- The values in the sentence by name, `value=number:12607 at=day:2020-07-01`, so that a page says them in its own
-- language. What was held before has the sentence alone.
alter table held_agreement add column figures text not null default '';
