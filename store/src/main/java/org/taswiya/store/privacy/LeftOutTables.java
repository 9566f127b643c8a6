package org.taswiya.store.privacy;

import java.util.Map;
import java.util.TreeMap;

/// Tables that an export leaves out, each with the reason.
final class LeftOutTables {
    private static final String SAID_AGAIN =
            "the utility's accounts: what they say of a customer, their bills," + " payments and adjustments say too";
    private static final String OF_A_RUN = "of a whole run, and of nobody in it";
    private static final String FOR_ALL = "the same for all customers";
    private static final String OF_THE_UTILITY = "what the utility and its banks or collectors have with each other";
    private static final String OF_A_WALK = "which way readers go; what came of it are readings and visits";
    private static final String OF_A_FILE = "a file as it came in; what was taken from it is in its own tables";

    /// By table.
    static final Map<String, String> WHY = all();

    private LeftOutTables() {}

    private static Map<String, String> all() {
        Map<String, String> why = new TreeMap<>();
        put(why, SAID_AGAIN, "journal_entry", "posting", "ledger_account", "closed_month", "provision");
        put(
                why,
                OF_A_RUN,
                "billing_run",
                "abandoned_run",
                "checkpoint",
                "class_use",
                "run_tariff",
                "print_batch",
                "dunning_run");
        put(
                why,
                "how many are reached, and campaigns over many",
                "coverage",
                "coverage_part",
                "contact_campaign",
                "contact_campaign_end");
        put(
                why,
                "what prices that are not in use would come to, over everybody",
                "shadow_run",
                "shadow_book",
                "shadow_sum",
                "shadow_bin",
                "shadow_withheld");
        put(why, "which prices are in use, for everybody", "price_book", "price_book_step");
        put(why, "how long lamps burn, for everybody", "lighting_regime");
        put(why, "which accounts a run was begun for: its bills tell it", "run_account");
        put(why, FOR_ALL, "charge_rate", "amount_code", "number_series", "schema_history");
        put(why, "stops by order, for an area or everywhere", "suspension", "suspension_end");
        put(
                why,
                "interruptions, for all of a place; whom they were told to is among the announcements",
                "outage",
                "outage_premise",
                "outage_version");
        put(
                why,
                OF_THE_UTILITY,
                "bank_account",
                "bank_entry",
                "bank_entry_stated",
                "bank_order",
                "bank_order_written",
                "bank_statement",
                "bank_status_report",
                "collector_day",
                "collector_key",
                "collector_key_withdrawal",
                "collector_remittance");
        put(why, "notices that no attempt to pay was found for", "card_notice_refused");
        put(why, OF_A_WALK, "reading_route", "route_stop", "reading_round", "round_order", "round_assignment");
        put(why, "how a house shares its meter: nobody has an agreement behind it on these days", "sub_meter");
        put(why, OF_A_FILE, "import", "import_batch", "cured_row");
        put(why, "rows that were not accepted: whose they are is not known", "rejected_row");
        put(
                why,
                "what gateways say under names that they give more than once; what came of it is a message's state",
                "message_receipt");
        put(
                why,
                "people of the utility and how they sign in; they are no customers there",
                "staff",
                "staff_code_used",
                "staff_known_as",
                "staff_right",
                "staff_secret",
                "staff_standing",
                "staff_ticket",
                "handset",
                "handset_event",
                "handset_lock");
        put(
                why,
                "what is told to programs, which the rows that it tells of say too, and how they are called",
                "webhook_again",
                "webhook_attempt",
                "webhook_secret",
                "webhook_source",
                "webhook_state");
        put(why, "what was answered to programs that wrote something: what they wrote says it too", "api_once");
        put(why, "who of the utility looks after what waits: it says nothing of whose it is", "work_assignment");
        put(why, "pages of bills as they were made, to be shown again: the bills say it", "made_page");
        put(why, "how often something was tried at the door, under no name, for a quarter of an hour", "counted_try");
        put(why, "told at the end, those that the other rows name", "change");
        return why;
    }

    private static void put(Map<String, String> why, String reason, String... tables) {
        for (String table : tables) {
            why.put(table, reason);
        }
    }
}
