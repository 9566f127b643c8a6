package org.taswiya.store.privacy;

import static org.taswiya.store.privacy.ExportedTable.during;
import static org.taswiya.store.privacy.ExportedTable.ofAccount;
import static org.taswiya.store.privacy.ExportedTable.ofAgreement;

import java.util.List;
import java.util.stream.Stream;

/// What of each table is about a customer, part by part.
final class ExportTables {
    static final List<ExportedTable> ALL = Stream.of(
                    who(),
                    delegates(),
                    agreements(),
                    connections(),
                    premises(),
                    bills(),
                    payments(),
                    banks(),
                    arrangements(),
                    dunning(),
                    disputes(),
                    told())
            .flatMap(List::stream)
            .toList();

    private ExportTables() {}

    private static List<ExportedTable> who() {
        ExportedTable key = ofCustomer("api_key").without("digest", "staff");
        ExportedTable webhook = key.and("webhook", "api_key", "id");
        ExportedTable passkey = ofCustomer("passkey").without("credential", "public_key", "attestation");
        return List.of(
                ofAccount(ExportPart.WHO, "account_password").without("hash"),
                ofCustomer("passkey_holder").without("handle"),
                ofCustomer("sign_in_change"),
                passkey,
                passkey.and("passkey_use", "passkey", "id"),
                passkey.and("passkey_end", "passkey", "id"),
                key,
                webhook,
                webhook.and("webhook_version", "webhook", "id"),
                key.and("api_key_scope", "api_key", "id"),
                key.and("api_key_revocation", "api_key", "id"),
                new ExportedTable("customer", ExportPart.WHO, "t.reference = :customer"),
                ofCustomer("customer_account"),
                ofCustomer("customer_identity").without("nonce", "number"),
                ofCustomer("identity_use"),
                ofCustomer("erasure"),
                ofCustomer("erasure_due"));
    }

    private static ExportedTable ofCustomer(String table) {
        return new ExportedTable(table, ExportPart.WHO, "t.customer = :customer");
    }

    /// Whose delegate somebody is tells of somebody else, and that one who was asked has said no is not told to the
    /// holder.
    private static List<ExportedTable> delegates() {
        ExportPart part = ExportPart.WHO;
        ExportedTable asked = ofAccount(part, "delegate");
        String either = asked.where() + " or t.invited in " + ExportedTable.ACCOUNTS;
        String ofThem = "t.delegate in (select t.id from delegate t where t.invited in " + ExportedTable.ACCOUNTS + ")";
        String ofHolder = "t.delegate in (select t.id from delegate t where " + asked.where()
                + ") and (t.by_holder or exists (select from delegate_start s where s.delegate = t.delegate))";
        ExportedTable delegate = new ExportedTable("delegate", part, either).unless(asked, "account");
        return List.of(
                delegate,
                delegate.and("delegate_start", "delegate", "id"),
                new ExportedTable("delegate_end", part, ofThem + " or " + ofHolder));
    }

    private static List<ExportedTable> agreements() {
        ExportPart part = ExportPart.AGREEMENTS;
        ExportedTable deposit = ofAccount(part, "deposit");
        return List.of(
                ofAccount(part, "service_agreement"),
                ofAgreement(part, "agreement_end").without("successor"),
                ofAgreement(part, "move_out_request"),
                ofAgreement(part, "held_agreement"),
                ofAgreement(part, "hold_release"),
                ofAgreement(part, "bill_request"),
                ofAgreement(part, "reopening"),
                ofAgreement(part, "agreement_fact"),
                ofAgreement(part, "lamp_group"),
                ofAccount(part, "estimate_instruction"),
                deposit,
                deposit.and("deposit_return", "deposit", "id"));
    }

    /// Whoever has no account yet when they apply is known by the account that is to pay.
    private static List<ExportedTable> connections() {
        ExportedTable charge = ofAccount(ExportPart.AGREEMENTS, "connection_charge");
        ExportedTable application = new ExportedTable(
                "connection_application",
                ExportPart.AGREEMENTS,
                ofAccount(ExportPart.AGREEMENTS, "").where()
                        + " or t.id in (select t.application from connection_charge t where " + charge.where() + ")");
        return List.of(
                application,
                application.and("connection_service", "application", "id"),
                application.and("connection_asked", "application", "id"),
                application.and("connection_step", "application", "id"),
                application.and("connection_document", "application", "id"),
                application.and("connection_quote", "application", "id"),
                application.and("connection_quote_line", "application", "id"),
                charge,
                charge.and("connection_charge_taken_back", "application", "application"),
                application.and("connection_connected", "application", "id"));
    }

    /// What stands at a premise, on the days of the customer's agreements: when a meter came that was there before, and
    /// what it showed then, is of those who lived there.
    private static List<ExportedTable> premises() {
        ExportPart part = ExportPart.PREMISES;
        ExportedTable point = ofAccount(part, "service_agreement").and("usage_point", "reference", "usage_point");
        ExportedTable notice = during(part, "notice_candidate", "t.from_day", "t.at");
        ExportedTable entry =
                during(part, "round_entry", "t.at::date", "t.at::date").without("digest");
        return List.of(
                point.and("premise", "reference", "premise"),
                point,
                during(part, "meter", "coalesce(t.removed_at, 'infinity')", "t.installed_at")
                        .unless(
                                during(part, "", "t.installed_at", "t.installed_at"),
                                "installed_at",
                                "first_value",
                                "change")
                        .unless(during(part, "", "t.removed_at", "t.removed_at"), "removed_at"),
                during(part, "meter_exchange", "t.at", "t.at"),
                during(part, "reading", "t.at", "t.at"),
                during(part, "interval_block", "t.from_day", "t.to_day")
                        .with("jsonb_build_object('series', encode(t.series, 'base64'))"),
                during(part, "visit", "t.at::date", "t.at::date"),
                entry,
                entry.and("exchange_decision", "entry", "id"),
                entry.and("visit_photo", "entry", "id").with("jsonb_build_object('jpeg', encode(t.jpeg, 'base64'))"),
                new ExportedTable("own_photo", part, """
                        exists (select from service_agreement s
                                where s.usage_point = t.usage_point and s.account in {accounts}
                                    and t.at >= s.from_day and (s.to_day is null or t.at < s.to_day))
                        """.replace("{accounts}", ExportedTable.ACCOUNTS))
                        .with("jsonb_build_object('jpeg', encode(t.jpeg, 'base64'))"),
                during(part, "suspect_reading", "t.at", "t.at"),
                during(part, "suspect_finding", "t.at", "t.at"),
                during(part, "suspect_decision", "t.at", "t.at"),
                during(part, "reading_withheld", "t.at", "t.at"),
                notice,
                notice.and("notice_decision", "number", "number"),
                new ExportedTable("vacancy", part, """
                        exists (select from service_agreement s join usage_point p on p.reference = s.usage_point
                                where s.account in {accounts}
                                    and p.premise = t.premise and t.from_day >= s.from_day
                                    and (s.to_day is null or t.to_day <= s.to_day))
                        """.replace("{accounts}", ExportedTable.ACCOUNTS)));
    }

    private static List<ExportedTable> bills() {
        ExportPart part = ExportPart.BILLS;
        ExportedTable bill = ofAgreement(part, "bill").with("jsonb_build_object('number', bill_number(t.serial))");
        ExportedTable opening = ofAccount(part, "opening_item");
        return List.of(
                bill,
                bill.and("bill_segment", "bill", "serial").as("claimed_amount", "t.bill, t.segment, t.is_tax, t.code"),
                bill.and("charge_line", "bill", "serial").as("priced_line", "t.bill, t.segment, t.ordinal"),
                bill.and("estimate", "bill", "serial"),
                bill.and("settlement", "bill", "serial"),
                bill.and("bill_document", "bill", "serial"),
                bill.and("cancellation", "bill", "serial"),
                bill.and("print_remake", "bill", "serial"),
                bill.and("certified_copy", "bill", "serial"),
                ofAgreement(part, "former_bill"),
                ofAccount(part, "shadow_account"),
                ofAccount(part, "open_item"),
                ofAccount(part, "open_credit"),
                opening,
                opening.and("opening_item_taken_back", "account, reference", "account, reference"));
    }

    private static List<ExportedTable> payments() {
        ExportPart part = ExportPart.PAYMENTS;
        ExportedTable payment =
                ofAccount(part, "payment").with("jsonb_build_object('number', receipt_number(t.serial))");
        ExportedTable transaction = ofAccount(part, "collector_transaction");
        ExportedTable attempt = ofAccount(part, "card_attempt").without("token");
        ExportedTable refund = payment.and("card_refund", "payment", "serial");
        return List.of(
                payment,
                payment.and("payment_reversal", "payment", "serial"),
                ofAccount(part, "allocation"),
                transaction,
                transaction.and("collector_message", "collector, transaction", "collector, number"),
                ofAccount(part, "collector_hold"),
                payment.and("remitted_payment", "payment", "serial"),
                attempt,
                attempt.and("card_redirect", "attempt", "id"),
                attempt.and("card_notice", "attempt", "id"),
                refund,
                refund.and("card_refund_decision", "refund", "id"),
                refund.and("card_refund_outcome", "refund", "id"));
    }

    /// What banks say is the customer's when it became a payment or a refund of theirs.
    private static List<ExportedTable> banks() {
        ExportPart part = ExportPart.PAYMENTS;
        ExportedTable refund = ofAccount(part, "refund");
        ExportedTable mandate = ofAccount(part, "mandate");
        ExportedTable collection = ofAccount(part, "collection");
        String ofPayment = "t.payment in (select t.serial from payment t where "
                + ofAccount(part, "payment").where() + ")";
        String ofRefund = "t.refund in (select t.id from refund t where " + refund.where() + ")";
        String either = ofPayment + " or " + ofRefund;
        ExportedTable transaction = new ExportedTable(
                "bank_transaction",
                part,
                either + " or t.id in (select t.transaction from bank_decision t where " + either + ")");
        return List.of(
                refund,
                refund.and("refund_decision", "refund", "id"),
                refund.and("refund_sent", "refund", "id"),
                refund.and("refund_outcome", "refund", "id"),
                mandate,
                mandate.and("mandate_end", "mandate", "reference"),
                collection,
                collection.and("collection_outcome", "end_to_end", "end_to_end"),
                collection.and("bank_status_line", "end_to_end", "end_to_end"),
                transaction,
                transaction.and("bank_decision", "transaction", "id"));
    }

    private static List<ExportedTable> arrangements() {
        ExportPart part = ExportPart.ARRANGEMENTS;
        ExportedTable arrangement = ofAccount(part, "arrangement");
        ExportedTable rebate = ofAccount(part, "rebate_offer");
        ExportedTable budget = ofAccount(part, "budget_plan");
        return List.of(
                arrangement,
                arrangement.and("arranged_item", "arrangement", "id"),
                arrangement.and("instalment", "arrangement", "id"),
                arrangement.and("arrangement_end", "arrangement", "id"),
                ofAccount(part, "arrangement_refusal"),
                ofAccount(part, "instalment_request"),
                ofAccount(part, "arrangement_proposal"),
                rebate,
                rebate.and("rebate_offer_item", "offer", "id"),
                budget,
                budget.and("budget_due_day", "plan", "id"),
                budget.and("budget_amount", "plan", "id"),
                budget.and("budget_end", "plan", "id"));
    }

    private static List<ExportedTable> dunning() {
        ExportPart part = ExportPart.DUNNING;
        ExportedTable stop = ofAccount(part, "dunning_stop");
        ExportedTable order = ofAccount(part, "service_order");
        return List.of(
                ofAccount(part, "dunning_notice"),
                stop,
                stop.and("dunning_stop_end", "stop", "id"),
                order,
                order.and("service_order_decision", "service_order", "id"));
    }

    private static List<ExportedTable> disputes() {
        ExportPart part = ExportPart.DISPUTES;
        ExportedTable dispute = ofAccount(part, "dispute");
        ExportedTable adjustment = ofAccount(part, "adjustment");
        ExportedTable request = ofAccount(part, "service_request");
        return List.of(
                request,
                request.and("service_request_step", "request", "id"),
                request.and("request_file", "request", "id")
                        .with("jsonb_build_object('content', encode(t.content, 'base64'))"),
                dispute,
                dispute.and("dispute_end", "dispute", "id"),
                adjustment,
                adjustment.and("adjustment_decision", "adjustment", "id"),
                adjustment.and("adjustment_reversal", "adjustment", "id"),
                adjustment.and("adjustment_tax", "adjustment", "id"));
    }

    /// Codes without their digits, wherever they stand.
    private static List<ExportedTable> told() {
        ExportPart part = ExportPart.TOLD;
        ExportedTable contact = ofAccount(part, "contact_set");
        ExportedTable code = ofAccount(part, "contact_code").without("code");
        ExportedTable signIn = ofAccount(part, "sign_in_code").without("code");
        ExportedTable message = ofAccount(part, "message");
        return List.of(
                contact,
                contact.and("contact", "account, change", "account, change"),
                ofAccount(part, "contact_at_once"),
                ofAccount(part, "contact_vouched"),
                ofAccount(part, "contact_bounce"),
                ofAccount(part, "unreached_account"),
                ofAccount(part, "contact_campaign_account"),
                ofAccount(part, "message_preference"),
                code,
                code.and("contact_code_try", "contact_code", "id"),
                signIn,
                signIn.and("sign_in_code_try", "sign_in_code", "id"),
                ofAccount(part, "announcement").with("jsonb_build_object('facts', t.facts - 'code')"),
                message,
                message.and("message_attempt", "message", "id"),
                message.and("message_handle", "message", "id"),
                message.and("message_told", "message", "id"),
                ofAccount(part, "returned_mail"),
                ofAccount(part, "reading_invitation"),
                ofAccount(part, "staff_event").without("staff", "address", "digest"),
                ofAccount(part, "api_request").without("api_key"),
                ofAccount(part, "webhook_event"));
    }
}
