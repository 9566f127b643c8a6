-- What is tried at the door, counted by all servers of one database together (decisions/0078). Nothing of the books is
-- here: rows are deleted when their quarter of an hour is over.
create table counted_try (
    key bytea primary key check (length(key) = 32), -- a digest of what is tried and by whom: no name stands here, no address
    since timestamptz not null, -- the first of those that count together
    tries integer not null check (tries > 0)
) with (fillfactor = 50); -- a row is written again for each try, beside itself

create index counted_try_since on counted_try (since);
