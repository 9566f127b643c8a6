package org.taswiya.deliver.wording;

import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.EstimationMethod;

/// What a reading that customers take themselves does to their bills.
public final class OwnReadingSentence {
    private OwnReadingSentence() {}

    /// @param chain by which they are estimated
    public static String of(List<EstimationMethod> chain, Language language) {
        return Texts.of(language)
                .text(
                        chain.contains(EstimationMethod.CUSTOMER_READING)
                                ? "story.own-reading-counts"
                                : "story.own-reading");
    }
}
