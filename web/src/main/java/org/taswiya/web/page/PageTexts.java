package org.taswiya.web.page;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.wording.Texts;

/// The words of pages, in each language.
public final class PageTexts {
    private static final Map<Language, Texts> LOADED = Texts.beside(PageTexts.class, "pages");

    /// Sentences that say to call the utility.
    private static final Set<String> ASK_TO_CALL = Set.of(
            "sign-in.fault.often",
            "dispute.nothing",
            "dispute.fault.nothing",
            "paid.attempt",
            "guest.fault.often",
            "instalment.refused",
            "instalment.none.none-for-class",
            "move-out.fault.day",
            "ask.call",
            "ask.number",
            "ask.fault.many");

    private PageTexts() {}

    /// Whether a sentence says to call, so that the number has to stand beside it.
    public static boolean asksToCall(String key) {
        return ASK_TO_CALL.contains(key);
    }

    public static Texts of(Language language) {
        return Objects.requireNonNull(LOADED.get(language));
    }
}
