package org.taswiya.store.access;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.taswiya.core.customer.Language;

/// As much of a name as tells somebody who knows the person that it is they, and nobody else who it is.
final class Initials {
    private Initials() {}

    /// In the letters of a language where the name is known in them: `F. B.`
    static String of(String arabic, String latin, Language language) {
        boolean isArabic = language == Language.AR ? !arabic.isBlank() : latin.isBlank();
        return Arrays.stream((isArabic ? arabic : latin).strip().split("\\s+"))
                .map(word -> isArabic ? word.replaceFirst("^ال(?=..)", "") : word)
                .map(word -> word.codePoints().filter(Character::isLetter).findFirst())
                .filter(first -> first.isPresent())
                .map(first -> Character.toString(Character.toUpperCase(first.getAsInt())) + ".")
                .collect(Collectors.joining(" "));
    }
}
