package org.taswiya.web.dispute;

import java.util.List;
import java.util.Set;
import org.taswiya.web.page.TypedWords;

/// What somebody has against a bill, as they typed it.
///
/// @param reason as the utility's rules call it; empty where none was chosen
/// @param words in their own language
record TypedDispute(String reason, String words) {
    static final int WORDS_MOST = 2000;
    static final TypedDispute NONE = new TypedDispute("", "");

    /// Those that a page offers, as far as the utility has them: what is given out of goodwill nobody can claim.
    private static final List<String> OFFERED = List.of("billing-error", "meter-fault", "leak");

    /// Which of the offered reasons a utility has.
    static List<String> offered(Set<String> lowering) {
        return OFFERED.stream().filter(lowering::contains).toList();
    }

    /// What keeps it from being taken, of the texts `dispute.fault.`; empty for nothing.
    String fault(List<String> reasons) {
        if (!reasons.contains(reason)) {
            return "reason";
        }
        if (evidence().isEmpty()) {
            return "words";
        }
        return evidence().length() > WORDS_MOST ? "long" : "";
    }

    /// The words without what would turn or cut the text around them.
    String evidence() {
        return TypedWords.plain(words);
    }
}
