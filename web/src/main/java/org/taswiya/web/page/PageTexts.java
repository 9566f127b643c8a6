package org.taswiya.web.page;

import java.util.Map;
import java.util.Objects;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.wording.Texts;

/// The words of pages, in each language.
public final class PageTexts {
    private static final Map<Language, Texts> LOADED = Texts.beside(PageTexts.class, "pages");

    private PageTexts() {}

    public static Texts of(Language language) {
        return Objects.requireNonNull(LOADED.get(language));
    }
}
