package org.taswiya.web.dispute;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.web.page.TypedWords;

/// What somebody has against a bill, as they typed it.
///
/// @param reason as the utility's rules call it; empty where none was chosen
/// @param words in their own language
public record TypedDispute(String reason, String words) {
    public static final int WORDS_MOST = 2000;
    static final TypedDispute NONE = new TypedDispute("", "");

    /// Those that a page offers, as far as the utility has them: what is given out of goodwill nobody can claim.
    private static final List<String> OFFERED = List.of("billing-error", "meter-fault", "leak");

    /// Which of the offered reasons a utility has.
    static List<String> offered(Set<String> lowering) {
        return OFFERED.stream().filter(lowering::contains).toList();
    }

    /// Which of them a utility's rules have as lowering.
    public static List<String> offered(AdjustmentRules rules) {
        Set<String> lowering = new TreeSet<>();
        rules.reasons().forEach((code, reason) -> {
            if (reason.isLowering()) {
                lowering.add(code);
            }
        });
        return offered(lowering);
    }

    /// What keeps it from being taken, of the texts `dispute.fault.`; empty for nothing.
    public String fault(List<String> reasons) {
        if (!reasons.contains(reason)) {
            return "reason";
        }
        if (evidence().isEmpty()) {
            return "words";
        }
        return evidence().length() > WORDS_MOST ? "long" : "";
    }

    /// The words without what would turn or cut the text around them.
    public String evidence() {
        return TypedWords.plain(words);
    }
}
