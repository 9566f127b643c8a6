-- Three of four have said a telephone, a third an e-mail address, others are written to, and nothing reaches a few.
-- Each was told of the last two bills, mostly.
insert into contact_set
select a.reference, {change}, c.language, date '2020-01-01'
from customer_account a join customer c on c.reference = a.customer
where pg_temp.chance(a.reference::bigint, 3) >= 0.004
order by a.reference;

insert into contact
select s.account, s.change, row_number() over (partition by s.account order by w.place), w.channel, w.address
from contact_set s
join customer_account a on a.reference = s.account
join customer c on c.reference = a.customer
cross join lateral (
    values (1, 'sms', '+2126' || lpad((s.account::bigint * 7919 % 100000000)::text, 8, '0'),
            pg_temp.chance(s.account::bigint, 4) < 0.75),
           (2, 'email', replace(search_key(c.latin_name), ' ', '.') || '.' || s.account::bigint || '@example.ma',
            pg_temp.chance(s.account::bigint, 5) < 0.35)) said (place, channel, address, has)
cross join lateral (
    select said.place, said.channel, said.address where said.has) w
where s.change = {change};

insert into contact
select s.account, s.change, 1, 'post', 'Casablanca'
from contact_set s
where s.change = {change} and not exists (select from contact c where c.account = s.account and c.change = s.change);

insert into message (cause_kind, cause, account, channel, language, address, priority, key, state, not_before, attempts,
                     queued_at, sent_at, change)
select 'bill', bill_number(b.serial), b.account, c.channel, s.language, c.address, 50,
       'bill.' || bill_number(b.serial) || '.' || c.channel, 'sent', b.billed_on + time '09:00', 1,
       b.billed_on + time '09:00', b.billed_on + time '10:00', {change}
from bill b
join contact_set s on s.account = b.account and s.change = {change}
join contact c on c.account = s.account and c.change = s.change and c.ordinal = 1
where b.run > 1 and pg_temp.chance(b.serial, 6) < 0.8;

insert into message_attempt
select m.id, 1, e.event, '', m.sent_at
from message m cross join (values ('begun'), ('accepted')) e (event)
where m.change = {change};
