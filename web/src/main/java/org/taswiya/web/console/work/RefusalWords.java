package org.taswiya.web.console.work;

import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.customer.AgreementReason;
import org.taswiya.store.bank.DecisionReason;

/// Why a decision was not done, of the texts `work.fault.`: what whoever decides can do something about has words of
/// its own, the rest says that nothing was written.
final class RefusalWords {
    private static final String OTHER = "refused";

    private RefusalWords() {}

    /// Of an agreement that was to end.
    static String of(AgreementReason reason) {
        return switch (reason) {
            case DAY_TO_COME -> "day-to-come";
            case UNREAD -> "unread";
            case NOT_ON_THE_DIAL -> "not-on-the-dial";
            case BILLED_ALREADY -> "billed-already";
            case ALREADY_ENDED, UNKNOWN_AGREEMENT -> "changed";
            case UNKNOWN_ACCOUNT,
                    UNKNOWN_USAGE_POINT,
                    UNKNOWN_TARIFF,
                    OTHER_SERVICE,
                    REFERENCE_TAKEN,
                    NO_REFERENCE_LEFT,
                    NOT_BEGUN,
                    OVERLAP,
                    SAME_ACCOUNT -> OTHER;
        };
    }

    /// Of a dispute that was to be answered.
    static String of(AdjustmentRefusal reason) {
        return switch (reason) {
            case MORE_THAN_BILLED, CANCELLED_ITEM -> reason.code();
            case ALREADY_DECIDED, UNKNOWN_NUMBER, CHANGED_SINCE -> "changed";
            case AMOUNT_ZERO,
                    UNKNOWN_REASON,
                    WRONG_DIRECTION,
                    UNKNOWN_ACCOUNT,
                    UNKNOWN_ITEM,
                    NO_BILL,
                    DISPUTED_ALREADY,
                    KEY_OF_ANOTHER,
                    WRONG_DAY,
                    SAME_PERSON,
                    NOT_IN_FORCE -> OTHER;
        };
    }

    /// Of money that was to be somebody's.
    static String of(DecisionReason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> "account";
            case NOT_WAITING, ALREADY_DECIDED -> "changed";
            case WRONG_WAY,
                    OTHER_AMOUNT,
                    NOT_BOOKABLE,
                    NO_EXPENSE,
                    UNKNOWN_BANK,
                    NO_IBAN,
                    MORE_THAN_FREE_CREDIT,
                    ALREADY_ASKED,
                    UNKNOWN_REFUND,
                    SAME_PERSON,
                    MANDATE_NOT_FREE,
                    UNKNOWN_ORDER,
                    NOT_IN_ORDER,
                    NOTHING_TO_SEND,
                    NO_CREDITOR,
                    NOT_IN_COLLECTION -> OTHER;
        };
    }
}
