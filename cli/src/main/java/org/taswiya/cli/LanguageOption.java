package org.taswiya.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.customer.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The language in which a customer is told something.
public final class LanguageOption {
    @Option(
            names = "--lang",
            completionCandidates = Codes.class,
            paramLabel = "ar|fr|en",
            defaultValue = "fr",
            converter = OfCode.class,
            description = "The language: Arabic, French or English. Default: ${DEFAULT-VALUE}.")
    private Language language = Language.FR;

    public Language language() {
        return language;
    }

    private static List<String> codes() {
        return Arrays.stream(Language.values()).map(Language::code).toList();
    }

    /// The codes, for completion.
    static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Codes() {
            super(codes());
        }
    }

    /// A language by its code.
    static final class OfCode implements ITypeConverter<Language> {
        @Override
        public Language convert(String code) {
            return Language.ofCode(code)
                    .orElseThrow(() -> new TypeConversionException("'" + code
                            + "' is no language that is spoken here; expected one of " + String.join(", ", codes())));
        }
    }
}
