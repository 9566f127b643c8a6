package org.taswiya.store.privacy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Columns of text that is no code: those that an erasure marks or deletes, and those that are kept, each with the
/// reason.
final class FreeTexts {
    private static final String OF_THE_TOWN = "the same for all of a place or of a utility, and of nobody in it";
    private static final String FIGURES = "made by the program from figures and days; it names nobody";
    private static final String CODE = "a word of a closed list, or a name of a thing";
    private static final String OF_A_FILE = "of a file, or of a row of it that was not taken";
    private static final String OF_THE_BANK = "what the utility's own bank says of its own orders, in the bank's words";

    /// As `table.column`.
    static final Set<String> ERASED = Set.of(
            "adjustment.evidence",
            "bank_transaction.party",
            "bank_transaction.remittance",
            "change.reason",
            "connection_application.address",
            "connection_application.applicant",
            "contact.address",
            "contact_bounce.said",
            "contact_code.address",
            "customer.arabic_name",
            "customer.latin_name",
            "dispute.evidence",
            "made_page.opening",
            "made_page.title",
            "mandate.holder",
            "passkey.name",
            "message.address",
            "message_attempt.said",
            "message_receipt.said",
            "refund.payee",
            "returned_mail.address",
            "service_request.said",
            "service_request_step.said",
            "visit.remark");

    /// By `table.column`.
    static final Map<String, String> KEPT = kept();

    private FreeTexts() {}

    private static Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        put(kept, "who of the utility did it, for which books are kept", "change.author", "arrangement.approved_by");
        put(kept, "which reader came: somebody of the utility", "visit.reader");
        put(kept, "the name of a picture of a meter, which is kept elsewhere", "visit.photo");
        put(kept, "where a building stands, whoever lives there", "premise.address", "premise.area");
        put(kept, "where lamps of the public stand", "lamp_group.place");
        put(kept, "who the utility is at its bank", "bank_account.holder");
        put(
                kept,
                FIGURES,
                "arrangement.found",
                "budget_plan.found",
                "deposit_return.found",
                "held_agreement.figures",
                "held_agreement.found",
                "journal_entry.description",
                "notice_candidate.figures",
                "suspect_finding.figures",
                "suspect_finding.found");
        put(
                kept,
                CODE,
                "agreement_fact.determinant",
                "bill.estimation_method",
                "certified_copy.digest",
                "certified_copy.form",
                "erasure.rule",
                "estimate_instruction.method",
                "held_agreement.reason",
                "lamp_group.regime",
                "lamp_group.type",
                "lighting_regime.regime",
                "lighting_regime.rule",
                "lighting_regime.zone",
                "outage.service",
                "print_batch.digest",
                "price_book.digest",
                "price_book.in_use",
                "price_book.tariff",
                "price_book_step.step",
                "print_batch.form",
                "print_remake.digest",
                "reading.provenance",
                "round_entry.new_serial",
                "round_entry.outcome",
                "service_agreement.tariff",
                "shadow_book.named",
                "suspect_reading.provenance",
                "usage_point.service");
        put(
                kept,
                OF_THE_TOWN,
                "billing_run.area",
                "billing_run.cycle_name",
                "billing_run.outside_window",
                "billing_run.policy",
                "contact_campaign.area",
                "coverage_part.name",
                "price_book.content",
                "outage_version.reason_ar",
                "outage_version.reason_en",
                "outage_version.reason_fr",
                "suspension.area",
                "suspension.legal_reference");
        put(
                kept,
                OF_A_FILE,
                "card_notice_refused.found",
                "import.file_path",
                "import.mapping",
                "import.mapping_text",
                "rejected_row.field",
                "rejected_row.found");
        put(
                kept,
                OF_THE_BANK,
                "bank_order.file",
                "bank_order_written.path",
                "bank_status_line.said",
                "card_refund_outcome.said");
        return kept;
    }

    private static void put(Map<String, String> kept, String why, String... columns) {
        for (String column : columns) {
            kept.put(column, why);
        }
    }
}
