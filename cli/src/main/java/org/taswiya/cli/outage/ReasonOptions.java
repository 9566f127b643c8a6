package org.taswiya.cli.outage;

import java.util.Map;
import org.taswiya.core.customer.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Why supply is interrupted, in the languages of those who are told.
final class ReasonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--reason-ar", paramLabel = "TEXT", description = "Why, in Arabic, as customers are told.")
    private String arabic = "";

    @Option(names = "--reason-fr", paramLabel = "TEXT", description = "Why, in French.")
    private String french = "";

    @Option(names = "--reason-en", paramLabel = "TEXT", description = "Why, in English.")
    private String english = "";

    /// All three, or none.
    Map<Language, String> reasons() {
        boolean isAny = !arabic.isBlank() || !french.isBlank() || !english.isBlank();
        boolean isMissing = arabic.isBlank() || french.isBlank() || english.isBlank();
        if (isAny && isMissing) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name the reason in all languages that customers are told in: --reason-ar, --reason-fr and"
                            + " --reason-en, or in none");
        }
        return isAny ? Map.of(Language.AR, arabic, Language.FR, french, Language.EN, english) : Map.of();
    }
}
