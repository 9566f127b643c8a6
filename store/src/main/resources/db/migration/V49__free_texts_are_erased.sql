-- What people typed about a customer goes with their name (decisions/0049): reasons of what was decided about their
-- accounts and nobody else's, remarks of visits on their days, and what payers wrote to a bank. What is kept for all
-- that, and why, is a list in `FreeTexts`.

do $$
declare
    part record;
begin
    for part in select * from (values
        ('change', 'reason'), ('visit', 'remark'),
        ('bank_transaction', 'party, party_account, remittance')) as t(name, columns)
    loop
        execute format('drop trigger never_changed on %I', part.name);
        execute format('drop trigger if exists only_marked on %I', part.name);
        execute format('drop trigger if exists never_deleted on %I', part.name);
        execute format('create trigger never_changed before update or delete or truncate on %I
                        for each statement execute function refuse_change_but_erasing()', part.name);
        execute format('create trigger only_marked after update on %I
                        for each row execute function refuse_other_than_the_mark(%s)', part.name, part.columns);
        execute format('create trigger never_deleted before delete on %I
                        for each statement execute function refuse_change()', part.name);
    end loop;
end $$;

-- Which accounts a person decided something about, change by change. What a file or a run brought is here too where it
-- came into the same tables: its change is about many, or named by an import.
create view change_about as
    select change, account from service_agreement
    union all select e.change, a.account from agreement_end e join service_agreement a on a.reference = e.agreement
    union all select h.change, a.account from hold_release h join service_agreement a on a.reference = h.agreement
    union all select r.change, a.account from bill_request r join service_agreement a on a.reference = r.agreement
    union all select r.change, a.account from reopening r join service_agreement a on a.reference = r.agreement
    union all select change, account from estimate_instruction
    union all select c.change, b.account from cancellation c join bill b on b.serial = c.bill
    union all select c.change, b.account from certified_copy c join bill b on b.serial = c.bill
    union all select r.change, b.account from print_remake r join bill b on b.serial = r.bill
    union all select change, account from returned_mail
    union all select change, account from opening_item_taken_back
    union all select r.change, p.account from payment_reversal r join payment p on p.serial = r.payment
    union all select r.change, p.account from card_refund r join payment p on p.serial = r.payment
    union all select d.change, p.account from card_refund_decision d
        join card_refund r on r.id = d.refund join payment p on p.serial = r.payment
    union all select change, account from deposit
    union all select r.change, d.account from deposit_return r join deposit d on d.id = r.deposit
    union all select change, account from refund
    union all select d.change, r.account from refund_decision d join refund r on r.id = d.refund
    union all select o.change, r.account from refund_outcome o join refund r on r.id = o.refund
    union all select change, account from mandate
    union all select e.change, m.account from mandate_end e join mandate m on m.reference = e.mandate
    union all select change, account from arrangement
    union all select e.change, a.account from arrangement_end e join arrangement a on a.id = e.arrangement
    union all select change, account from arrangement_refusal
    union all select change, account from rebate_offer
    union all select change, account from budget_plan
    union all select a.change, p.account from budget_amount a join budget_plan p on p.id = a.plan
    union all select e.change, p.account from budget_end e join budget_plan p on p.id = e.plan
    union all select change, account from dunning_stop
    union all select e.change, s.account from dunning_stop_end e join dunning_stop s on s.id = e.stop
    union all select d.change, o.account from service_order_decision d
        join service_order o on o.id = d.service_order
    union all select change, account from adjustment
    union all select d.change, a.account from adjustment_decision d join adjustment a on a.id = d.adjustment
    union all select r.change, a.account from adjustment_reversal r join adjustment a on a.id = r.adjustment
    union all select change, account from dispute
    union all select e.change, d.account from dispute_end e join dispute d on d.id = e.dispute
    union all select change, account from connection_charge
    union all select t.change, c.account from connection_charge_taken_back t
        join connection_charge c on c.application = t.application
    union all select a.change, coalesce(a.account, c.account) from connection_application a
        left join connection_charge c on c.application = a.id
    union all select s.change, coalesce(a.account, c.account) from connection_step s
        join connection_application a on a.id = s.application
        left join connection_charge c on c.application = a.id
    union all select change, account from contact_set
    union all select change, account from message_preference
    union all select change, account from contact_code
    union all select u.change, k.reference from identity_use u join customer_account k on k.customer = u.customer;

create function erase_free_texts(accounts text[]) returns void language plpgsql as $$
begin
    -- one reason of many people's changes names none of them
    with ours as materialized (
        select distinct change from change_about where account = any(accounts)),
    others as materialized (
        select distinct o.change from change_about o
        where o.account <> all(accounts) and o.change in (select change from ours))
    update change c set reason = erased_mark()
        where c.id in (select change from ours) and c.id not in (select change from others)
            and not exists (select from import i where i.change = c.id)
            and not exists (select from import_batch b where b.change = c.id)
            and not exists (select from billing_run r where r.change = c.id)
            and c.reason <> erased_mark();
    update visit v set remark = erased_mark()
        where v.remark <> erased_mark() and exists (
            select from service_agreement a
            where a.usage_point = v.usage_point and a.account = any(accounts)
                and (v.at at time zone 'UTC')::date >= a.from_day
                and (a.to_day is null or (v.at at time zone 'UTC')::date <= a.to_day));
    update bank_transaction t set remittance = erased_mark()
        where t.remittance not in ('', erased_mark()) and (
            t.payment in (select serial from payment where account = any(accounts))
            or t.refund in (select id from refund where account = any(accounts))
            or exists (select from bank_decision d where d.transaction = t.id and (
                d.refund in (select id from refund where account = any(accounts))
                or d.payment in (select serial from payment where account = any(accounts)))));
end $$;

-- As V45 has it; and what was typed about them.
create or replace function erase_names(of_customer text, accounts text[]) returns bigint language plpgsql as $$
declare
    rows bigint;
    theirs bigint[];
begin
    perform erase_free_texts(accounts);
    update mandate set holder = erased_mark(), iban = erased_iban() where account = any(accounts);
    theirs := array(select id from refund where account = any(accounts));
    update bank_transaction t set party = erased_mark(), party_account = erased_mark()
        where t.refund = any(theirs)
            or t.payment in (select serial from payment where account = any(accounts))
            or exists (select from bank_decision d where d.transaction = t.id and (d.refund = any(theirs)
                or d.payment in (select serial from payment where account = any(accounts))));
    update refund set payee = erased_mark(), iban = erased_iban() where id = any(theirs);
    update connection_application a set
            applicant = case when a.applicant is not null then erased_mark() end,
            address = case when a.address is not null then erased_mark() end
        where a.account = any(accounts)
            or a.id in (select application from connection_charge where account = any(accounts));
    update dispute set evidence = erased_mark() where account = any(accounts);
    update adjustment set evidence = erased_mark() where account = any(accounts);
    update customer set arabic_name = erased_mark(), latin_name = erased_mark() where reference = of_customer;
    get diagnostics rows = row_count;
    return rows;
end $$;
