-- The trail is read by day, by what happened and by address: a page at a time, however long it is.
create index staff_event_at on staff_event (at);
create index staff_event_kind on staff_event (kind, id);
create index staff_event_refused on staff_event (address, at) where kind = 'refused';
