-- Each row of the trail bears a digest of all that it says and of the digest before it, so that a row that was changed,
-- put in or taken out by somebody whom the triggers do not stop no longer fits.

alter table staff_event
    alter column id drop identity,
    add column digest bytea check (length(digest) = 32);

-- All columns that are not empty, whatever will be added later: `{"at": "...", "id": 7, ...}`, in UTC.
create function staff_event_said(e staff_event) returns text language plpgsql stable set timezone to 'UTC' as $$
begin
    return jsonb_strip_nulls(to_jsonb(e) - 'digest')::text;
end $$;

create function staff_event_digest(before bytea, e staff_event) returns bytea language sql stable as $$
    select sha256(before || convert_to(staff_event_said(e), 'UTF8'))
$$;

alter table staff_event disable trigger never_changed;
do $$
declare
    e staff_event;
    last bytea := '';
    old bigint;
    n bigint := 0;
begin
    for e in select * from staff_event order by id loop
        n := n + 1;
        old := e.id;
        e.id := n; -- nothing refers to it, and a gap shall mean that a row is missing
        last := staff_event_digest(last, e);
        update staff_event set id = n, digest = last where id = old;
    end loop;
end $$;
alter table staff_event
    enable trigger never_changed,
    alter column digest set not null;

-- One after the other: whoever writes waits until the one before has committed, then takes the next number.
create function chain_staff_event() returns trigger language plpgsql as $$
declare
    head record;
begin
    perform pg_advisory_xact_lock(494122100326);
    select e.id, e.digest into head from staff_event e order by e.id desc limit 1;
    new.id := coalesce(head.id, 0) + 1;
    new.digest := staff_event_digest(coalesce(head.digest, ''), new);
    return new;
end $$;
create trigger chained before insert on staff_event for each row execute function chain_staff_event();

-- The second wall before what is known of customers: their pages read as a role that is neither owner nor superuser, on
-- a connection whose setting taswiya.accounts names the accounts that may be seen. Policies hold for everybody but the
-- owner, who does all else. The role belongs to the whole server and is made by the program (`CustomerWall`), which
-- lets it read these tables and those that are about nobody; of all others it may read nothing.

create function seen_accounts() returns text[] language sql stable parallel safe as $$
    select nullif(current_setting('taswiya.accounts', true), '')::text[]
$$;

do $$
declare
    t text;
    mine text := '= any ((select seen_accounts())::text[])';
    at_point text := 'exists (select from service_agreement s where s.usage_point = %1$I.usage_point and s.account '
        || mine || ' and %1$I.at::date >= s.from_day and (s.to_day is null or %1$I.at::date <= s.to_day))';
    own jsonb := jsonb_build_object(
        'customer_account', 'reference ' || mine,
        'customer', 'reference in (select a.customer from customer_account a)',
        'usage_point', 'reference in (select a.usage_point from service_agreement a)',
        'premise', 'reference in (select p.premise from usage_point p)',
        'vacancy', 'premise in (select p.premise from usage_point p)',
        'sub_meter', 'sub in (select p.reference from usage_point p)'
            || ' or main in (select p.reference from usage_point p)',
        -- a meter was there before, and goes on after
        'meter', 'usage_point in (select a.usage_point from service_agreement a)');
begin
    foreach t in array array['service_agreement', 'bill', 'open_item', 'open_credit', 'opening_item', 'payment',
        'allocation', 'dispute', 'arrangement', 'instalment_request', 'card_attempt', 'message', 'announcement',
        'contact_set', 'contact', 'contact_bounce', 'message_preference', 'estimate_instruction', 'run_account',
        'opening_item_taken_back', 'arrangement_refusal', 'adjustment', 'returned_mail']
    loop
        own := own || jsonb_build_object(t, 'account ' || mine);
    end loop;
    foreach t in array array['agreement_end', 'move_out_request', 'former_bill', 'reopening', 'hold_release',
        'bill_request', 'held_agreement']
    loop
        own := own || jsonb_build_object(t, 'agreement in (select a.reference from service_agreement a)');
    end loop;
    foreach t in array array['bill_segment', 'charge_line', 'estimate', 'settlement', 'bill_document', 'cancellation']
    loop
        own := own || jsonb_build_object(t, 'bill in (select b.serial from bill b)');
    end loop;
    foreach t in array array['arranged_item', 'instalment', 'arrangement_end'] loop
        own := own || jsonb_build_object(t, 'arrangement in (select a.id from arrangement a)');
    end loop;
    foreach t in array array['card_redirect', 'card_notice'] loop
        own := own || jsonb_build_object(t, 'attempt in (select a.id from card_attempt a)');
    end loop;
    foreach t in array array['message_attempt', 'message_handle'] loop
        own := own || jsonb_build_object(t, 'message in (select m.id from message m)');
    end loop;
    foreach t in array array['reading', 'visit', 'meter_exchange', 'suspect_reading', 'suspect_decision',
        'suspect_finding'] loop
        own := own || jsonb_build_object(t, format(at_point, t));
    end loop;
    own := own || jsonb_build_object(
        'dispute_end', 'dispute in (select d.id from dispute d)',
        'payment_reversal', 'payment in (select p.serial from payment p)',
        'card_refund', 'payment in (select p.serial from payment p)',
        'card_refund_decision', 'refund in (select r.id from card_refund r)',
        'card_refund_outcome', 'refund in (select r.id from card_refund r)',
        'adjustment_decision', 'adjustment in (select a.id from adjustment a)',
        'adjustment_reversal', 'adjustment in (select a.id from adjustment a)',
        'message_receipt', '(gateway, handle) in (select h.gateway, h.handle from message_handle h)',
        -- who decided when and why, of what is shown with it
        'change', 'id in (select a.change from arrangement a union all select d.change from dispute d'
            || ' union all select d.change from dispute_end d union all select o.change from outage o'
            || ' union all select o.change from outage_version o)');
    for t in select jsonb_object_keys(own) loop
        execute format('alter table %I enable row level security', t);
        execute format('create policy own on %I for select using (%s)', t, own ->> t);
    end loop;
end $$;
alter view sub_meter_in_force set (security_invoker = true); -- as whoever asks may see it, not as its owner
