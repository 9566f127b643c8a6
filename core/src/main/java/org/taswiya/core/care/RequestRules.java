package org.taswiya.core.care;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What customers of a utility may ask for, and the letters by which it answers.
///
/// @param kinds by code, in the utility's order
/// @param letters by code, in the utility's order
public record RequestRules(SequencedMap<String, RequestKind> kinds, SequencedMap<String, Letter> letters) {
    /// Of a utility that has said nothing: nothing can be recorded.
    public static final RequestRules NONE = new RequestRules(new LinkedHashMap<>(), new LinkedHashMap<>());

    public RequestRules {
        kinds = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(kinds));
        letters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(letters));
    }

    public Optional<RequestKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    public Optional<Letter> letter(String code) {
        return Optional.ofNullable(letters.get(code));
    }
}
