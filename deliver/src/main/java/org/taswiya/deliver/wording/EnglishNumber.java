package org.taswiya.deliver.wording;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.deliver.wording.Counted.Code;
import org.taswiya.deliver.wording.Counted.Noun;

/// Numbers in English words, with `and` before what is below a hundred.
final class EnglishNumber {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> SCALES =
            List.of("", " thousand", " million", " billion", " trillion", " quadrillion");
    private static final int THOUSAND = 1000;

    private EnglishNumber() {}

    /// @param number zero or more
    static String of(long number, Counted counted) {
        String words = words(number) + " ";
        return switch (counted) {
            case Code(String text) -> words + text;
            case Noun noun -> words + (number == 1 ? noun.singular() : noun.plural());
        };
    }

    private static String words(long number) {
        if (number == 0) {
            return SMALL.getFirst();
        }
        List<String> groups = new ArrayList<>();
        long rest = number;
        for (String scale : SCALES) {
            int group = (int) (rest % THOUSAND);
            rest /= THOUSAND;
            if (group > 0) {
                boolean isSmallTail = scale.isEmpty() && group < 100 && rest > 0;
                groups.addFirst((isSmallTail ? "and " : "") + belowThousand(group) + scale);
            }
        }
        return String.join(" ", groups);
    }

    private static String belowThousand(int number) {
        int rest = number % 100;
        if (number < 100) {
            return belowHundred(rest);
        }
        String hundreds = SMALL.get(number / 100) + " hundred";
        return rest == 0 ? hundreds : hundreds + " and " + belowHundred(rest);
    }

    private static String belowHundred(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        String tens = TENS.get(number / 10);
        return number % 10 == 0 ? tens : tens + "-" + SMALL.get(number % 10);
    }
}
