-- Messages are begun many at once; one whose turn does not come in time was not handed over, and that is known.
alter table message_attempt drop constraint message_attempt_event_check;
alter table message_attempt add constraint message_attempt_event_check
    check (event in ('begun', 'accepted', 'put-off', 'refused', 'not-made', 'withdrawn', 'given-back'));
