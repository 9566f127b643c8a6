-- A policy asks for the one row that its own hangs on, and not for all that may be seen: of a bill's lines, for their
-- bill. The list of all bills of an account would be found by reading every bill there is, with each query.
do $$
declare
    p record;
    part text[];
begin
    for p in select tablename, policyname, regexp_replace(qual, '\s+', ' ', 'g') as qual from pg_policies
             where schemaname = 'public' and cmd = 'SELECT'
    loop
        part := regexp_match(p.qual, '^\((\w+) IN \( SELECT (\w)\.(\w+) FROM (\w+) \w( WHERE .*)?\)\)$');
        if part is not null then
            execute format('alter policy %I on %I using (exists (select from %I %s where %s.%I = %I.%I%s))',
                           p.policyname, p.tablename, part[4], part[2], part[2], part[3], p.tablename, part[1],
                           replace(coalesce(part[5], ''), ' WHERE ', ' and '));
        end if;
    end loop;
end $$;

alter policy own on message_receipt using (exists (
    select from message_handle h where h.gateway = message_receipt.gateway and h.handle = message_receipt.handle));
alter policy own on sub_meter using (
    exists (select from usage_point p where p.reference = sub_meter.sub)
    or exists (select from usage_point p where p.reference = sub_meter.main));
