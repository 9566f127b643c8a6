package org.taswiya.deliver.print;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taswiya.core.customer.Language;

/// In which languages a paper is written.
public enum PrintForm {
    ARABIC(Language.AR, Language.AR),
    FRENCH(Language.FR, Language.FR),
    ENGLISH(Language.EN, Language.EN),
    /// French on the left, Arabic on the right, and the figures between them.
    BILINGUAL(Language.FR, Language.AR);

    private final Language main;
    private final Language other;

    PrintForm(Language main, Language other) {
        this.main = main;
        this.other = other;
    }

    /// One, or the one on the left and the one on the right.
    public List<Language> languages() {
        return main == other ? List.of(main) : List.of(main, other);
    }

    /// Such as `fr` or `fr-ar`.
    public String code() {
        return languages().stream().map(Language::code).collect(Collectors.joining("-"));
    }

    /// The form of a code.
    public static Optional<PrintForm> of(String code) {
        return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
    }

    /// The form in one language.
    public static PrintForm of(Language language) {
        return switch (language) {
            case AR -> ARABIC;
            case FR -> FRENCH;
            case EN -> ENGLISH;
        };
    }

    Language main() {
        return main;
    }

    boolean isFromRight() {
        return main == Language.AR;
    }

    boolean isBilingual() {
        return main != other;
    }
}
