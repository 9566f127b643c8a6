package org.taswiya.web.console.act;

import java.util.Set;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.web.page.Frame;

/// Words for what is a code in the books.
public final class AdjustmentWords {
    private static final Set<String> REASONS = Set.of(
            "billing-error",
            "meter-fault",
            "leak",
            "goodwill",
            "damage",
            "small-balance",
            "bad-debt",
            "recovery",
            "dunning-fee",
            "rebate",
            "late-interest",
            "write-off");

    private AdjustmentWords() {}

    /// A reason of the utility's list; one that we have no words for is told by its code.
    public static String reason(Frame frame, String code) {
        return REASONS.contains(code)
                ? frame.text("adjust.reason." + code)
                : frame.figures().isolated(code);
    }

    /// The key of the words for a refusal.
    static String refused(AdjustmentRefusal reason) {
        return "adjust.refused." + reason.code();
    }
}
