package org.taswiya.web.console.work;

import java.util.Optional;
import java.util.stream.Collectors;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.customer.AgreementReason;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldFigures.Figure;
import org.taswiya.store.bank.DecisionReason;
import org.taswiya.store.decision.DecisionRefusal;
import org.taswiya.store.decision.DecisionRefused;
import org.taswiya.web.page.Frame;

/// Why a decision was not done, of the texts `work.fault.`: what whoever decides can do something about has words of
/// its own, the rest says that nothing was written.
public final class RefusalWords {
    private static final String OTHER = "refused";

    /// Before the reason of an adjustment that has its words where staff adjust.
    private static final String ADJUST = "adjust.";

    private RefusalWords() {}

    /// The key of the words for what is wrong.
    static String key(String fault) {
        return fault.startsWith(ADJUST) ? "adjust.refused." + fault.substring(ADJUST.length()) : "work.fault." + fault;
    }

    /// Of a hold or a suspect.
    static String of(DecisionRefusal reason) {
        return switch (reason) {
            case NOT_WAITING, DECIDED -> "changed";
            case NOT_ON_THE_DIAL -> "not-on-the-dial";
            case NOT_OF_CHECKS, NOT_OF_ESTIMATE, UNACCEPTABLE, SEVERAL_VALUES, NO_METER -> OTHER;
        };
    }

    /// What was found of it, with its values; empty where the reason says all.
    public static Optional<String> found(Frame frame, DecisionRefusal reason, HoldFigures figures) {
        return switch (reason) {
            case NOT_OF_CHECKS ->
                Optional.of(frame.text("work.refused.not-of-checks", "reasons", named(frame, "held.reason.", figures)));
            case UNACCEPTABLE ->
                Optional.of(
                        frame.text("work.refused.unacceptable", "reasons", named(frame, "suspect.reason.", figures)));
            case SEVERAL_VALUES ->
                FoundWords.said(frame, figures, "work.refused.several-values", DecisionRefused.VALUES);
            case NOT_ON_THE_DIAL ->
                FoundWords.said(
                                frame,
                                figures,
                                "work.refused.not-on-the-dial",
                                DecisionRefused.VALUE,
                                DecisionRefused.DIGITS,
                                DecisionRefused.DECIMALS)
                        .or(() -> FoundWords.said(
                                frame,
                                figures,
                                "work.refused.too-fine",
                                DecisionRefused.VALUE,
                                DecisionRefused.DECIMALS));
            case NO_METER -> FoundWords.said(frame, figures, "work.refused.no-meter", DecisionRefused.DAY);
            case NOT_WAITING, NOT_OF_ESTIMATE, DECIDED -> Optional.empty();
        };
    }

    /// @param family of the texts that have a word for each code
    private static String named(Frame frame, String family, HoldFigures figures) {
        return figures.all().get(DecisionRefused.REASONS) instanceof Figure.Names(var codes)
                ? codes.stream().map(code -> frame.text(family + code)).collect(Collectors.joining(" · "))
                : "";
    }

    /// Of an agreement that was to end.
    static String of(AgreementReason reason) {
        return switch (reason) {
            case DAY_TO_COME -> "day-to-come";
            case UNREAD -> "unread";
            case NOT_ON_THE_DIAL -> "not-on-the-dial";
            case BILLED_ALREADY -> "billed-already";
            case NOT_BEGUN -> "not-begun";
            case ALREADY_ENDED, UNKNOWN_AGREEMENT -> "changed";
            case UNKNOWN_ACCOUNT,
                    UNKNOWN_USAGE_POINT,
                    UNKNOWN_TARIFF,
                    OTHER_SERVICE,
                    REFERENCE_TAKEN,
                    NO_REFERENCE_LEFT,
                    OVERLAP,
                    SAME_ACCOUNT -> OTHER;
        };
    }

    /// Of a dispute that was to be answered.
    static String of(AdjustmentRefusal reason) {
        return switch (reason) {
            case ALREADY_DECIDED, UNKNOWN_NUMBER, CHANGED_SINCE -> "changed";
            case MORE_THAN_BILLED, CANCELLED_ITEM -> reason.code();
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
                    NOT_IN_FORCE -> ADJUST + reason.code();
        };
    }

    /// Of money that was to be somebody's.
    static String of(DecisionReason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> "account";
            case NOT_WAITING, ALREADY_DECIDED -> "changed";
            case WRONG_WAY -> "wrong-way";
            case OTHER_AMOUNT -> "other-amount";
            case NOT_BOOKABLE -> "not-bookable";
            case NO_EXPENSE,
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
