package org.taswiya.deliver.wording;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.deliver.wording.Counted.Code;
import org.taswiya.deliver.wording.Counted.Noun;

/// Numbers in Arabic words with what they count, in the nominative.
///
/// A number says what form its noun has: one and two are in the noun itself, from three to ten it is the plural, from
/// eleven to ninety-nine the singular in the accusative, after a hundred or a thousand the singular in the genitive.
/// Thousands and millions are such nouns themselves. What stands directly before a genitive loses the n of its dual
/// and the ending of its accusative: `ألفا درهم`, `أحد عشر ألف درهم`. A noun is never after a one or two that ends a
/// longer number: it stands twice, `مائة درهم ودرهم واحد`.
final class ArabicNumber {
    /// With masculine nouns, so that from three to ten they have the ending that feminine nouns have not.
    private static final List<String> SMALL = List.of(
            "صفر",
            "واحد",
            "اثنان",
            "ثلاثة",
            "أربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "ثمانية",
            "تسعة",
            "عشرة",
            "أحد عشر",
            "اثنا عشر");

    private static final List<String> TENS =
            List.of("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون");
    private static final List<String> HUNDREDS = List.of(
            "", "مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة");
    private static final String TWO_HUNDRED_BEFORE = "مائتا";

    private static final List<Noun> SCALES = List.of(
            new Noun("ألف", "ألف", "ألفان", "ألفا", "آلاف", "ألفًا"),
            new Noun("مليون", "مليون", "مليونان", "مليونا", "ملايين", "مليونًا"),
            new Noun("مليار", "مليار", "ملياران", "مليارا", "مليارات", "مليارًا"),
            new Noun("تريليون", "تريليون", "تريليونان", "تريليونا", "تريليونات", "تريليونًا"),
            new Noun("كوادريليون", "كوادريليون", "كوادريليونان", "كوادريليونا", "كوادريليونات", "كوادريليونًا"));

    private static final String AND = " و";
    private static final int THOUSAND = 1000;

    private ArabicNumber() {}

    /// @param number zero or more
    static String of(long number, Counted counted) {
        return switch (counted) {
            case Code(String text) -> alone(number) + " " + text;
            case Noun noun -> number == 0 ? SMALL.getFirst() + " " + noun.singular() : with(noun, number);
        };
    }

    private static String alone(long number) {
        int units = (int) (number % THOUSAND);
        if (number < THOUSAND) {
            return belowThousand(units);
        }
        String scales = scales(number / THOUSAND, false);
        return units == 0 ? scales : scales + AND + belowThousand(units);
    }

    private static String with(Noun noun, long number) {
        int units = (int) (number % THOUSAND);
        if (number < THOUSAND) {
            return counted(units, noun, false);
        }
        if (units > 2) {
            return scales(number / THOUSAND, false) + AND + counted(units, noun, false);
        }
        String scales = scales(number / THOUSAND, true) + " " + noun.singular();
        return units == 0 ? scales : scales + AND + counted(units, noun, false);
    }

    /// Thousands, millions and so on.
    ///
    /// @param isBeforeNoun whether the last of them stands directly before a noun in the genitive
    private static String scales(long thousands, boolean isBeforeNoun) {
        List<String> groups = new ArrayList<>();
        long rest = thousands;
        for (Noun scale : SCALES) {
            int group = (int) (rest % THOUSAND);
            rest /= THOUSAND;
            if (group > 0) {
                groups.addFirst(counted(group, scale, isBeforeNoun && groups.isEmpty()));
            }
        }
        return String.join(AND, groups);
    }

    /// @param number from 1 to 999
    private static String counted(int number, Noun noun, boolean isBeforeNoun) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (rest == 0) {
            return (hundreds == 2 ? TWO_HUNDRED_BEFORE : HUNDREDS.get(hundreds)) + " " + noun.singular();
        }
        if (rest <= 2) {
            String last = rest == 1 ? noun.one() : isBeforeNoun ? noun.dualBefore() : noun.dual();
            return hundreds == 0 ? last : counted(number - rest, noun, isBeforeNoun) + AND + last;
        }
        String form = rest <= 10 ? noun.plural() : isBeforeNoun ? noun.singular() : noun.accusative();
        return belowThousand(number) + " " + form;
    }

    private static String belowThousand(int number) {
        int rest = number % 100;
        if (number < 100) {
            return belowHundred(rest);
        }
        String hundreds = HUNDREDS.get(number / 100);
        return rest == 0 ? hundreds : hundreds + AND + belowHundred(rest);
    }

    private static String belowHundred(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        if (number < 20) {
            return SMALL.get(number % 10) + " عشر";
        }
        String tens = TENS.get(number / 10);
        return number % 10 == 0 ? tens : SMALL.get(number % 10) + AND + tens;
    }
}
