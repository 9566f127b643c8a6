package org.taswiya.deliver.wording;

import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.wording.Counted.Code;
import org.taswiya.deliver.wording.Counted.Noun;

/// An amount spelled out, as cheques and receipts have it: `cent un dirhams et cinquante centimes`.
///
/// French is spelled as before 1990, with hyphens below a hundred and none around `et`, and counts by the long scale
/// (`milliard`, `billion`); English by the short one. Arabic is in the nominative throughout, its nouns in the form
/// that each number wants, and a hundred is spelled `مائة`. A part that is zero is left out, unless both are.
public final class AmountInWords {
    private static final int CENTIMES = 100;

    private AmountInWords() {}

    /// An amount in the words of a language.
    ///
    /// @param currency its ISO code, which stands for its name where we know none
    public static String of(Money amount, String currency, Language language) {
        long major = Math.abs(amount.minorUnits() / CENTIMES);
        int minor = (int) Math.abs(amount.minorUnits() % CENTIMES);
        String words = switch (language) {
            case AR -> arabic(major, minor, currency);
            case FR -> french(major, minor, currency);
            case EN -> english(major, minor, currency);
        };
        return amount.signum() < 0 ? minus(language) + " " + words : words;
    }

    private static String minus(Language language) {
        return switch (language) {
            case AR -> "ناقص";
            case FR -> "moins";
            case EN -> "minus";
        };
    }

    private static String arabic(long major, int minor, String currency) {
        Counted unit = switch (currency) {
            case "MAD" -> new Noun("درهم واحد", "درهم", "درهمان", "درهما", "دراهم", "درهمًا");
            default -> new Code(new Figures(Language.AR).isolated(currency));
        };
        Counted part = switch (currency) {
            case "MAD" -> new Noun("سنتيم واحد", "سنتيم", "سنتيمان", "سنتيما", "سنتيمات", "سنتيمًا");
            default -> new Code("من مائة");
        };
        return joined(major, minor, ArabicNumber.of(major, unit), " و", ArabicNumber.of(minor, part));
    }

    private static String french(long major, int minor, String currency) {
        Counted unit = switch (currency) {
            case "MAD" -> Noun.of("dirham", "dirhams");
            default -> new Code(currency);
        };
        Noun part = switch (currency) {
            case "MAD" -> Noun.of("centime", "centimes");
            default -> Noun.of("centième", "centièmes");
        };
        return joined(major, minor, FrenchNumber.of(major, unit), " et ", FrenchNumber.of(minor, part));
    }

    private static String english(long major, int minor, String currency) {
        Counted unit = switch (currency) {
            case "MAD" -> Noun.of("dirham", "dirhams");
            default -> new Code(currency);
        };
        Noun part = switch (currency) {
            case "MAD" -> Noun.of("centime", "centimes");
            default -> Noun.of("hundredth", "hundredths");
        };
        return joined(major, minor, EnglishNumber.of(major, unit), " and ", EnglishNumber.of(minor, part));
    }

    private static String joined(long major, int minor, String majorWords, String and, String minorWords) {
        if (minor == 0) {
            return majorWords;
        }
        return major == 0 ? minorWords : majorWords + and + minorWords;
    }
}
