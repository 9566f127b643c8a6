package org.taswiya.store.books;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;

/// One number for all books: two databases have the same when every row of every bill, entry and run is the same.
/// Chance is not in it: no keys of collectors, and no numbers of identity cards.
public final class BooksDigest {
    /// Each table with the order in which its rows count.
    private static final List<Map.Entry<String, String>> TABLES = List.of(
            Map.entry("change", "id"),
            Map.entry("reading", "usage_point, at, revision"),
            Map.entry("interval_block", "usage_point, from_day, change"),
            Map.entry("suspension", "reference"),
            Map.entry("suspension_end", "suspension, change"),
            Map.entry("reading_invitation", "suspension, account"),
            Map.entry("agreement_end", "agreement"),
            Map.entry("move_out_request", "id"),
            Map.entry("own_photo", "usage_point, at, change"),
            Map.entry("delegate", "id"),
            Map.entry("delegate_start", "delegate"),
            Map.entry("delegate_end", "delegate, by_holder"),
            Map.entry("deposit", "id"),
            Map.entry("deposit_return", "deposit"),
            Map.entry("connection_application", "id"),
            Map.entry("connection_service", "application, ordinal"),
            Map.entry("connection_asked", "application, document"),
            Map.entry("connection_step", "application, ordinal"),
            Map.entry("connection_document", "application, ordinal, document"),
            Map.entry("connection_quote", "application"),
            Map.entry("connection_quote_line", "application, ordinal"),
            Map.entry("connection_charge", "application"),
            Map.entry("connection_charge_taken_back", "application"),
            Map.entry("connection_connected", "application, service"),
            Map.entry("meter", "usage_point, installed_at"),
            Map.entry("meter_exchange", "usage_point, at, revision"),
            Map.entry("visit", "usage_point, at"),
            Map.entry("import", "id"),
            Map.entry("import_batch", "import, batch"),
            Map.entry("rejected_row", "import, line"),
            Map.entry("cured_row", "import, line"),
            Map.entry("number_series", "name"),
            Map.entry("charge_rate", "id"),
            Map.entry("amount_code", "id"),
            Map.entry("ledger_account", "id"),
            Map.entry("billing_run", "id"),
            Map.entry("run_account", "run, account"),
            Map.entry("abandoned_run", "run"),
            Map.entry("class_use", "run, tariff, from_day, to_day, figure"),
            Map.entry("checkpoint", "run, batch"),
            Map.entry("held_agreement", "run, agreement, ordinal"),
            Map.entry("hold_release", "change, agreement"),
            Map.entry("bill_request", "change, agreement"),
            Map.entry("agreement_fact", "agreement, determinant, from_day, change"),
            Map.entry("lamp_group", "agreement, place, type, from_day, change"),
            Map.entry("lighting_regime", "change, regime"),
            Map.entry("estimate_instruction", "change, agreement"),
            Map.entry("suspect_reading", "usage_point, at, change, ordinal"),
            Map.entry("suspect_finding", "usage_point, at, change, ordinal, place"),
            Map.entry("suspect_decision", "usage_point, at, change"),
            Map.entry("reading_withheld", "usage_point, at, revision"),
            Map.entry("notice_candidate", "number"),
            Map.entry("notice_decision", "number"),
            Map.entry("bill", "serial"),
            Map.entry("bill_segment", "bill, ordinal"),
            Map.entry("charge_line", "bill, segment, ordinal"),
            Map.entry("estimate", "bill"),
            Map.entry("settlement", "bill"),
            Map.entry("bill_document", "bill"),
            Map.entry("opening_item", "account, reference"),
            Map.entry("opening_item_taken_back", "account, reference"),
            Map.entry("former_bill", "agreement, reference"),
            Map.entry("open_item", "account, kind, number"),
            Map.entry("open_credit", "account, kind, number"),
            Map.entry("payment", "serial"),
            Map.entry("payment_reversal", "payment"),
            Map.entry("collector_transaction", "collector, number"),
            Map.entry("collector_message", "collector, transaction, kind"),
            Map.entry("collector_day", "collector, day"),
            Map.entry("collector_hold", "account, item"),
            Map.entry("collector_remittance", "collector, reference"),
            Map.entry("remitted_payment", "payment"),
            Map.entry("card_attempt", "id"),
            Map.entry("card_redirect", "attempt"),
            Map.entry("card_notice", "provider, transaction"),
            Map.entry("card_notice_refused", "provider, said, reason"),
            Map.entry("card_refund", "id"),
            Map.entry("card_refund_decision", "refund"),
            Map.entry("card_refund_outcome", "refund"),
            Map.entry("allocation", "entry, ordinal"),
            Map.entry("bank_account", "name, change"),
            Map.entry("bank_statement", "id"),
            Map.entry("bank_entry", "id"),
            Map.entry("bank_entry_stated", "entry"),
            Map.entry("bank_transaction", "id"),
            Map.entry("bank_decision", "transaction"),
            Map.entry("bank_order", "id"),
            Map.entry("budget_end", "plan"),
            Map.entry("sub_meter", "sub, from_day, revision"),
            Map.entry("bank_status_report", "bank_order, report"),
            Map.entry("bank_status_line", "bank_order, report, ordinal"),
            Map.entry("refund", "id"),
            Map.entry("refund_decision", "refund"),
            Map.entry("refund_sent", "refund"),
            Map.entry("refund_outcome", "refund, is_paid"),
            Map.entry("mandate", "reference"),
            Map.entry("mandate_end", "mandate"),
            Map.entry("collection", "end_to_end"),
            Map.entry("collection_outcome", "end_to_end, is_paid"),
            Map.entry("arrangement", "id"),
            Map.entry("arranged_item", "arrangement, ordinal"),
            Map.entry("instalment", "arrangement, ordinal"),
            Map.entry("arrangement_end", "arrangement"),
            Map.entry("arrangement_refusal", "account, change"),
            Map.entry("instalment_request", "id"),
            Map.entry("arrangement_proposal", "id"),
            Map.entry("budget_plan", "id"),
            Map.entry("budget_due_day", "plan, ordinal"),
            Map.entry("budget_amount", "plan, change"),
            Map.entry("budget_end", "plan"),
            Map.entry("dunning_run", "id"),
            Map.entry("dunning_notice", "account, kind, number, step"),
            Map.entry("dunning_stop", "id"),
            Map.entry("dunning_stop_end", "stop, change"),
            Map.entry("service_order", "id"),
            Map.entry("service_order_decision", "service_order"),
            Map.entry("adjustment", "id"),
            Map.entry("adjustment_decision", "adjustment"),
            Map.entry("adjustment_reversal", "adjustment"),
            Map.entry("adjustment_tax", "adjustment, rate"),
            Map.entry("dispute", "id"),
            Map.entry("dispute_end", "dispute"),
            Map.entry("rebate_offer", "id"),
            Map.entry("rebate_offer_item", "offer, ordinal"),
            Map.entry("journal_entry", "id"),
            Map.entry("posting", "entry, ordinal"),
            Map.entry("closed_month", "month"),
            Map.entry("provision", "month"),
            Map.entry("staff", "name"),
            Map.entry("staff_standing", "staff, change"),
            Map.entry("staff_right", "role, may"),
            Map.entry("staff_ticket", "id"),
            Map.entry("staff_secret", "ticket"),
            Map.entry("staff_code_used", "ticket, step"),
            Map.entry("staff_event", "id"),
            Map.entry("staff_known_as", "staff, change"),
            Map.entry("api_key", "id"),
            Map.entry("api_key_scope", "api_key, scope"),
            Map.entry("api_key_revocation", "api_key"),
            Map.entry("api_request", "id"),
            Map.entry("api_once", "api_key, name"),
            Map.entry("webhook", "id"),
            Map.entry("webhook_version", "webhook, version"),
            Map.entry("webhook_secret", "webhook, ordinal"),
            Map.entry("webhook_event", "id"),
            Map.entry("webhook_source", "source"),
            Map.entry("webhook_state", "webhook"),
            Map.entry("webhook_again", "id"),
            Map.entry("webhook_attempt", "id"),
            Map.entry("round_assignment", "round, change"),
            Map.entry("handset", "id"),
            Map.entry("handset_lock", "handset"),
            Map.entry("handset_event", "id"),
            Map.entry("round_entry", "id"),
            Map.entry("visit_photo", "entry"),
            Map.entry("exchange_decision", "entry"),
            Map.entry("work_assignment", "kind, item, ordinal"),
            Map.entry("message_told", "message"),
            Map.entry("service_request", "id"),
            Map.entry("service_request_step", "request, ordinal"),
            Map.entry("coverage", "id"),
            Map.entry("coverage_part", "coverage, part, name"),
            Map.entry("unreached_account", "account"),
            Map.entry("contact_campaign", "id"),
            Map.entry("contact_campaign_account", "campaign, account"),
            Map.entry("contact_campaign_end", "campaign"),
            Map.entry("request_file", "request, ordinal"),
            Map.entry("price_book", "id"),
            Map.entry("price_book_step", "book, step"),
            Map.entry("shadow_run", "id"),
            Map.entry("shadow_book", "shadow, tariff"),
            Map.entry("shadow_sum", "shadow, part, name, block"),
            Map.entry("shadow_bin", "shadow, ordinal"),
            Map.entry("shadow_account", "shadow, pays_more, place"),
            Map.entry("shadow_withheld", "shadow, is_caused, reason"),
            Map.entry("print_batch", "id"),
            Map.entry("print_remake", "id"),
            Map.entry("certified_copy", "id"),
            Map.entry("returned_mail", "id"),
            Map.entry("cancellation", "bill"),
            Map.entry("contact_set", "account, change"),
            Map.entry("contact", "account, change, ordinal"),
            Map.entry("contact_at_once", "account, change, channel"),
            Map.entry("contact_vouched", "account, at_once, channel"),
            Map.entry("contact_bounce", "account, contact_change, ordinal"),
            Map.entry("message", "id"),
            Map.entry("message_attempt", "message, attempt, event"),
            Map.entry("announcement", "kind, cause, account"),
            Map.entry("message_preference", "account, kind, change"),
            Map.entry("contact_code", "id"),
            Map.entry("contact_code_try", "contact_code, ordinal"),
            Map.entry("sign_in_code", "id"),
            Map.entry("sign_in_code_try", "sign_in_code, ordinal"),
            Map.entry("account_password", "account, change"),
            Map.entry("passkey_holder", "customer"),
            Map.entry("passkey", "id"),
            Map.entry("passkey_use", "passkey, change"),
            Map.entry("passkey_end", "passkey"),
            Map.entry("sign_in_change", "customer, change"),
            Map.entry("outage", "id"),
            Map.entry("outage_premise", "outage, premise"),
            Map.entry("outage_version", "outage, version"),
            Map.entry("message_handle", "message, attempt, part"),
            Map.entry("message_receipt", "id"),
            Map.entry("erasure", "id"),
            Map.entry("erasure_due", "customer"),
            Map.entry("identity_use", "customer, change"),
            Map.entry("reopening", "change, agreement"));

    private BooksDigest() {}

    /// SHA-256 over all tables, in hexadecimal.
    public static String of(Database database) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return of(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The same as a transaction sees them.
    public static String of(Connection connection) throws SQLException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                for (Map.Entry<String, String> table : TABLES) {
                    String select = "select * from " + table.getKey() + " order by " + table.getValue();
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + select + ") to stdout", out);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot compute the digest of the books", e);
        }
    }
}
