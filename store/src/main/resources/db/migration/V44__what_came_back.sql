-- Push messages, and addresses at which nobody is (decisions/0044).

alter table contact drop constraint contact_channel_check;
alter table contact add constraint contact_channel_check check (channel in ('email', 'sms', 'push', 'post'));
alter table message drop constraint message_channel_check;
alter table message add constraint message_channel_check check (channel in ('email', 'sms', 'push', 'post'));

-- A mail system reports of an e-mail by its Message-ID.
insert into message_handle (message, attempt, part, gateway, handle)
select b.message, b.attempt, 1, 'smtp', b.said
from message_attempt b
join message_attempt a on a.message = b.message and a.attempt = b.attempt and a.event = 'accepted'
join message m on m.id = b.message and m.channel = 'email'
where b.event = 'begun'
on conflict do nothing;

-- A rung of a ladder is passed over when an e-mail came back from there. It has no end: whoever says again how the
-- account is reached writes other rungs.
create table contact_bounce (
    account text collate "C" not null,
    contact_change bigint not null,
    ordinal smallint not null,
    message bigint not null references message, -- that came back
    said text not null, -- by the mail system, word for word
    change bigint not null references change,
    primary key (account, contact_change, ordinal),
    foreign key (account, contact_change, ordinal) references contact
);
create trigger never_changed before update or delete or truncate on contact_bounce
    for each statement execute function refuse_change();

-- As in V42, but without the rungs that are passed over.
create or replace function contacts_on(of text, on_day date)
    returns table (ordinal smallint, channel text, address text, language customer_language)
    language sql stable parallel safe as $$
    select c.ordinal, c.channel, c.address, s.language
    from (select n.account, n.change, n.language from contact_set n
          where n.account = of and n.since <= on_day order by n.since desc, n.change desc limit 1) s
    join contact c on c.account = s.account and c.change = s.change
    where not exists (select from contact_bounce b
                      where b.account = c.account and b.contact_change = c.change and b.ordinal = c.ordinal)
        and (c.channel <> 'post' or not exists (
            select from returned_mail r
            where r.account = s.account and r.address = c.address and r.returned_on <= on_day))
    order by c.ordinal
$$;
