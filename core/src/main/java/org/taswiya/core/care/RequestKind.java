package org.taswiya.core.care;

import java.util.Map;
import org.taswiya.core.customer.Language;

/// What customers may ask for or complain of.
///
/// @param code under which it is kept
/// @param names as people read it, in every language
/// @param isComplaint whether it is counted among complaints
/// @param opening who opens one at the online agency
/// @param days in which it has to be answered, the day on which it came not counted
public record RequestKind(
        String code, Map<Language, String> names, boolean isComplaint, RequestOpening opening, int days) {
    public RequestKind {
        names = Map.copyOf(names);
        if (days < 1 || names.size() != Language.values().length) {
            throw new IllegalArgumentException(code + " is answered in " + days + " days and has the names " + names);
        }
    }

    public String name(Language language) {
        return names.getOrDefault(language, code);
    }
}
