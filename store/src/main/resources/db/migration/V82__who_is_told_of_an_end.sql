-- Whether a message was withdrawn is asked of each that failed, and hardly any was.
create index message_attempt_withdrawn on message_attempt (message) where event = 'withdrawn';

-- Messages, announcements and preferences have one kind more: that an agreement has ended.
do $$
declare
    part record;
begin
    for part in
        select conrelid::regclass::text as of_table, conname as name, pg_get_constraintdef(oid) as said
        from pg_constraint where conname in (
            'message_cause_kind_check', 'announcement_kind_check', 'message_preference_kind_check')
    loop
        execute format('alter table %s drop constraint %I, add constraint %I %s', part.of_table, part.name, part.name,
                       replace(part.said, 'ARRAY[', 'ARRAY[''agreement-end''::text, '));
    end loop;
end $$;
