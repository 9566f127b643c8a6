package org.taswiya.core.care;

import java.util.Map;
import org.taswiya.core.customer.Language;

/// A text by which answers begin, the same for everybody.
///
/// @param code under which it is kept
/// @param names as staff choose it, in every language
/// @param texts in every language
public record Letter(String code, Map<Language, String> names, Map<Language, String> texts) {
    public Letter {
        names = Map.copyOf(names);
        texts = Map.copyOf(texts);
        if (texts.size() != Language.values().length || names.size() != Language.values().length) {
            throw new IllegalArgumentException(code + " has the names " + names + " and the texts " + texts);
        }
    }

    public String name(Language language) {
        return names.getOrDefault(language, code);
    }

    /// The whole answer.
    ///
    /// @param added what somebody typed for this customer; empty for nothing
    public String with(String added, Language language) {
        String text = texts.getOrDefault(language, "");
        return added.isEmpty() ? text : text + "\n" + added;
    }
}
