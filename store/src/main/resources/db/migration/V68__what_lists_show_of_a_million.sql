-- What pages show of a million accounts without reading them all.

-- How many premises an outage is about and in which areas they are is found once, when it is planned: neither changes.
alter table outage add column premises integer, add column areas text[];
alter table outage disable trigger never_changed;
update outage o set
    premises = (select count(*) from outage_premise p where p.outage = o.id),
    areas = array(select distinct e.area from outage_premise p join premise e on e.reference = p.premise
                  where p.outage = o.id and e.area <> '' order by e.area);
alter table outage enable trigger never_changed;
alter table outage
    alter column premises set not null, add check (premises >= 0), alter column areas set not null;

-- Which outages a premise has seen: of an account's time line, and of what its holder is told.
create index outage_premise_premise on outage_premise (premise, outage);

-- The services that are taken anywhere are as many looks into it.
create index usage_point_service on usage_point (service);

-- One of whom somebody says an address is unreached no more: found then, and not each time that the list is shown.
create function reach_again() returns trigger language plpgsql as $$
begin
    delete from unreached_account u using written w where w.account = u.account;
    return null;
end $$;
create trigger reaches_again after insert on contact_set
    referencing new table as written for each statement execute function reach_again();
delete from unreached_account u using coverage g
    where g.id = u.coverage and exists (
        select from contact_set s where s.account = u.account and s.change > g.change);

-- A campaign asks hundreds of thousands at once. What it names is checked for all of them together (decisions/0010).
alter table contact_campaign_account
    drop constraint contact_campaign_account_account_fkey, drop constraint contact_campaign_account_campaign_fkey;
create function refuse_asking_nobody() returns trigger language plpgsql as $$
begin
    perform refuse_if(
        exists (select from written w where not exists (
            select from customer_account a where a.reference = w.account)),
        'a campaign asks an account that is not there');
    perform refuse_if(
        exists (select from (select distinct campaign from written) w where not exists (
            select from contact_campaign c where c.id = w.campaign)),
        'accounts are asked by a campaign that is not there');
    return null;
end $$;
create trigger asks_somebody after insert on contact_campaign_account
    referencing new table as written for each statement execute function refuse_asking_nobody();
