package org.taswiya.web.dispute;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.web.page.TypedMoney;
import org.taswiya.web.page.TypedWords;

/// What somebody has against a bill, as they typed it.
///
/// @param reason as the utility's rules call it; empty where none was chosen
/// @param words in their own language
/// @param choice `all` of what is open, or a `part`
/// @param part the amount as it was typed; empty where none was
public record TypedDispute(String reason, String words, String choice, String part) {
    public static final int WORDS_MOST = 2000;
    static final TypedDispute NONE = new TypedDispute("", "", "all", "");

    /// About all that is open.
    public TypedDispute(String reason, String words) {
        this(reason, words, "all", "");
    }

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
    ///
    /// @param currency of the bill
    public String fault(List<String> reasons, String currency) {
        if (!reasons.contains(reason)) {
            return "reason";
        }
        if (evidence().isEmpty()) {
            return "words";
        }
        if (evidence().length() > WORDS_MOST) {
            return "long";
        }
        if (!isPart()) {
            return part.isBlank() ? "" : "which";
        }
        return amount(currency) == null ? "amount" : "";
    }

    boolean isPart() {
        return choice.equals("part");
    }

    /// Null for all that is open.
    @Nullable Money amount(String currency) {
        return isPart() ? TypedMoney.amount(part, currency).orElse(null) : null;
    }

    /// The words without what would turn or cut the text around them.
    public String evidence() {
        return TypedWords.plain(words);
    }
}
