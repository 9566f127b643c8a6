package org.taswiya.store;

import java.util.Map;
import java.util.TreeMap;

/// What is seen from behind the [CustomerWall] of tables and views that have no policy. A test fails for a table that
/// is in neither list and has no policy.
final class WallTables {
    /// Columns that anybody may read, by table: they tell of no customer.
    static final Map<String, String> OPEN = open();

    /// Of which nothing is seen: no page of customers reads them. Each with what it is about.
    static final Map<String, String> CLOSED = closed();

    private WallTables() {}

    private static Map<String, String> open() {
        Map<String, String> open = new TreeMap<>();
        // prices and codes
        open.put("charge_rate", "*");
        open.put("amount_code", "*");
        open.put("number_series", "*");
        // how long street lamps burn, which their bills tell
        open.put("lighting_regime", "*");
        // runs, without whose account was the last of a batch and what a batch came to
        open.put("billing_run", "*");
        open.put("class_use", "*");
        open.put("run_tariff", "*");
        open.put("checkpoint", "run, batch, last_bill, known_change, engine");
        // that a reading came with a file, not which
        open.put("import_batch", "change, corrects");
        // when an entry was booked, not what
        open.put("journal_entry", "id, booked_on");
        // orders for an area, interruptions of a place
        open.put("suspension", "*");
        open.put("suspension_end", "*");
        open.put("outage", "*");
        open.put("outage_premise", "*");
        open.put("outage_version", "*");
        // views, which show what their tables show
        open.put("sub_meter_in_force", "*");
        open.put("counting_reading", "*");
        return open;
    }

    private static Map<String, String> closed() {
        Map<String, String> closed = new TreeMap<>();
        put(closed, "runs, files and prints of the utility", """
                abandoned_run dunning_run import cured_row rejected_row print_batch print_remake certified_copy""");
        put(closed, "who can be reached, and who is asked for an address", """
                contact_at_once contact_vouched
                contact_campaign contact_campaign_account contact_campaign_end coverage coverage_part
                unreached_account""");
        put(closed, "which prices are in use and who let them in", "price_book price_book_step");
        put(closed, "what other prices would come to", """
                shadow_account shadow_bin shadow_book shadow_run shadow_sum shadow_withheld""");
        put(closed, "the utility's accounts", "closed_month ledger_account posting provision adjustment_tax");
        put(closed, "what banks and collectors have with the utility", """
                bank_account bank_decision bank_entry bank_entry_stated bank_order bank_order_written bank_statement
                bank_status_line bank_status_report bank_transaction card_notice_refused collector_day collector_hold
                collector_key collector_key_withdrawal collector_message collector_remittance collector_transaction
                remitted_payment collection collection_outcome mandate mandate_end refund refund_decision refund_outcome
                refund_sent""");
        put(closed, "of customers, and on no page of theirs yet", """
                budget_amount budget_due_day budget_end budget_plan connection_application connection_asked
                connection_charge connection_charge_taken_back connection_connected connection_document connection_quote
                connection_quote_line connection_service connection_step deposit deposit_return dunning_notice
                dunning_stop dunning_stop_end notice_candidate notice_decision reading_invitation
                rebate_offer rebate_offer_item service_order service_order_decision""");
        put(closed, "codes and identity cards: secrets, also of their owner's pages", """
                contact_code contact_code_try customer_identity identity_use sign_in_code sign_in_code_try
                account_password passkey_holder passkey passkey_use passkey_end sign_in_change""");
        put(closed, "how often something was tried at the door", "counted_try");
        put(closed, "what readers take along and send", """
                handset handset_event handset_lock round_assignment round_entry visit_photo exchange_decision""");
        put(closed, "what is erased", "erasure erasure_due");
        put(closed, "which way readers go", """
                reading_round reading_route round_assignment round_entry round_order route_stop visit_photo""");
        put(closed, "people of the utility", """
                staff staff_code_used staff_event staff_known_as staff_right staff_secret staff_standing staff_ticket
                handset handset_event handset_lock""");
        put(closed, "of other programs", """
                api_key api_key_revocation api_key_scope api_once api_request webhook webhook_again webhook_attempt
                webhook_event webhook_secret webhook_source webhook_state webhook_version""");
        put(closed, "what waits for people of the utility", """
                arrangement_proposal message_told work_assignment""");
        put(closed, "of the program", "schema_history");
        return closed;
    }

    private static void put(Map<String, String> closed, String about, String tables) {
        for (String table : tables.strip().split("\\s+")) {
            closed.put(table, about);
        }
    }
}
