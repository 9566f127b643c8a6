package org.taswiya.deliver.wording;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.deliver.wording.Counted.Code;
import org.taswiya.deliver.wording.Counted.Noun;

/// Numbers in French words.
///
/// `Vingt` and `cent` take an s when they are multiplied and nothing of their number follows; before `mille`, which
/// never changes, they take none, before `million` and the like, which are nouns, they do.
final class FrenchNumber {
    private static final List<String> SMALL = List.of(
            "zéro",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf");
    private static final List<String> TENS =
            List.of("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt");
    private static final List<String> SCALES = List.of("million", "milliard", "billion", "billiard");
    private static final int THOUSAND = 1000;
    private static final long MILLION = 1_000_000;

    private FrenchNumber() {}

    /// @param number zero or more
    static String of(long number, Counted counted) {
        String words = words(number) + " ";
        return switch (counted) {
            case Code(String text) -> words + text;
            case Noun noun -> {
                String linked = number > 0 && number % MILLION == 0 ? words + "de " : words;
                yield linked + (number < 2 ? noun.singular() : noun.plural());
            }
        };
    }

    private static String words(long number) {
        if (number == 0) {
            return SMALL.getFirst();
        }
        List<String> groups = new ArrayList<>();
        int units = (int) (number % THOUSAND);
        if (units > 0) {
            groups.addFirst(belowThousand(units, true));
        }
        int thousands = (int) (number / THOUSAND % THOUSAND);
        if (thousands > 0) {
            groups.addFirst(thousands == 1 ? "mille" : belowThousand(thousands, false) + " mille");
        }
        long rest = number / MILLION;
        for (String scale : SCALES) {
            int group = (int) (rest % THOUSAND);
            rest /= THOUSAND;
            if (group > 0) {
                groups.addFirst(belowThousand(group, true) + " " + scale + (group > 1 ? "s" : ""));
            }
        }
        return String.join(" ", groups);
    }

    /// @param isLast whether nothing follows that is part of the same number
    private static String belowThousand(int number, boolean isLast) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (hundreds == 0) {
            return belowHundred(rest, isLast);
        }
        String words = hundreds == 1 ? "cent" : SMALL.get(hundreds) + " cent";
        if (rest == 0) {
            return hundreds > 1 && isLast ? words + "s" : words;
        }
        return words + " " + belowHundred(rest, isLast);
    }

    private static String belowHundred(int number, boolean isLast) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        boolean isEighties = number >= 80;
        // Seventy and ninety count on from sixty and eighty.
        String tens = TENS.get(isEighties ? 8 : number / 10);
        int rest = isEighties ? number - 80 : number >= 70 ? number - 60 : number % 10;
        if (rest == 0) {
            return isEighties && isLast ? tens + "s" : tens;
        }
        boolean isJoinedByEt = !isEighties && (rest == 1 || rest == 11);
        return tens + (isJoinedByEt ? " et " : "-") + SMALL.get(rest);
    }
}
