package org.taswiya.deliver.wording;

import java.util.HashMap;
import java.util.Map;
import org.taswiya.core.customer.Language;

/// Reads an amount of dirhams back from its words: adds up what the words stand for, and knows no grammar.
final class SpelledAmount {
    /// What a word does: adds, multiplies what stands before it, or ends what is counted.
    private sealed interface Word {
        record Value(long value) implements Word {}

        record Hundred() implements Word {}

        record Scale(long factor) implements Word {}

        record Scales(long value) implements Word {}

        record Unit(long factor, long more) implements Word {}

        record Nothing() implements Word {}
    }

    private final Map<String, Word> words;
    private long minor;
    private long total;
    private long group;

    private SpelledAmount(Map<String, Word> words) {
        this.words = words;
    }

    /// In minor units.
    static long read(String text, Language language) {
        SpelledAmount reader = new SpelledAmount(dictionary(language));
        String negative = text.split(" ")[0];
        boolean isNegative = negative.equals("moins") || negative.equals("minus") || negative.equals("ناقص");
        String plain = isNegative ? text.substring(negative.length() + 1) : text;
        for (String word : plain.replaceAll("quatre-vingts?", "octante")
                .replace("درهم واحد", "درهمـواحد")
                .replace("سنتيم واحد", "سنتيمـواحد")
                .split("[ -]")) {
            reader.take(word);
        }
        if (reader.total != 0 || reader.group != 0) {
            throw new IllegalArgumentException("Something that counts nothing: " + text);
        }
        return isNegative ? -reader.minor : reader.minor;
    }

    private void take(String written) {
        Word word = words.get(written);
        if (word == null && written.startsWith("و")) {
            word = words.get(written.substring(1));
        }
        switch (word) {
            case null -> throw new IllegalArgumentException("No such word: " + written);
            case Word.Value(long value) -> group += value;
            case Word.Hundred _ -> group = Math.max(group, 1) * 100;
            case Word.Scale(long factor) -> {
                total += Math.max(group, 1) * factor;
                group = 0;
            }
            case Word.Scales(long value) -> total += value;
            case Word.Unit(long factor, long more) -> {
                minor += (total + group + more) * factor;
                total = 0;
                group = 0;
            }
            case Word.Nothing _ -> {}
        }
    }

    private static Map<String, Word> dictionary(Language language) {
        Map<String, Word> words = new HashMap<>();
        switch (language) {
            case FR -> french(words);
            case EN -> english(words);
            case AR -> arabic(words);
        }
        return words;
    }

    private static void values(Map<String, Word> words, long first, long step, String text) {
        long value = first;
        for (String word : text.split(" ")) {
            words.put(word, new Word.Value(value));
            value += step;
        }
    }

    private static void scales(Map<String, Word> words, String text) {
        long factor = 1000;
        for (String word : text.split(" ")) {
            words.put(word, new Word.Scale(factor));
            words.put(word + "s", new Word.Scale(factor));
            factor *= 1000;
        }
    }

    private static void units(Map<String, Word> words) {
        words.put("dirham", new Word.Unit(100, 0));
        words.put("dirhams", new Word.Unit(100, 0));
        words.put("centime", new Word.Unit(1, 0));
        words.put("centimes", new Word.Unit(1, 0));
    }

    private static void french(Map<String, Word> words) {
        values(words, 0, 1, "zéro un deux trois quatre cinq six sept huit neuf dix onze douze");
        values(words, 13, 1, "treize quatorze quinze seize");
        values(words, 20, 10, "vingt trente quarante cinquante soixante");
        values(words, 80, 10, "octante");
        scales(words, "mille million milliard billion billiard");
        words.put("cent", new Word.Hundred());
        words.put("cents", new Word.Hundred());
        words.put("et", new Word.Nothing());
        words.put("de", new Word.Nothing());
        units(words);
    }

    private static void english(Map<String, Word> words) {
        values(words, 0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen");
        values(words, 15, 1, "fifteen sixteen seventeen eighteen nineteen");
        values(words, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        scales(words, "thousand million billion trillion quadrillion");
        words.put("hundred", new Word.Hundred());
        words.put("and", new Word.Nothing());
        units(words);
    }

    private static void arabic(Map<String, Word> words) {
        values(words, 0, 1, "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة");
        values(words, 1, 1, "أحد اثنا");
        values(words, 10, 10, "عشر عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون");
        values(words, 100, 100, "مائة مائتان ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة ثمانمائة تسعمائة");
        values(words, 200, 0, "مائتا");
        String[] scales = {
            "ألف آلاف ألفًا ألفان ألفا",
            "مليون ملايين مليونًا مليونان مليونا",
            "مليار مليارات مليارًا ملياران مليارا",
            "تريليون تريليونات تريليونًا تريليونان تريليونا",
            "كوادريليون كوادريليونات كوادريليونًا كوادريليونان كوادريليونا"
        };
        long factor = 1000;
        for (String scale : scales) {
            String[] forms = scale.split(" ");
            for (int form = 0; form < forms.length; form++) {
                words.put(forms[form], form < 3 ? new Word.Scale(factor) : new Word.Scales(2 * factor));
            }
            factor *= 1000;
        }
        for (String unit : new String[] {"درهم", "درهمًا", "دراهم"}) {
            words.put(unit, new Word.Unit(100, 0));
        }
        words.put("درهمـواحد", new Word.Unit(100, 1));
        words.put("درهمان", new Word.Unit(100, 2));
        for (String unit : new String[] {"سنتيم", "سنتيمًا", "سنتيمات"}) {
            words.put(unit, new Word.Unit(1, 0));
        }
        words.put("سنتيمـواحد", new Word.Unit(1, 1));
        words.put("سنتيمان", new Word.Unit(1, 2));
    }
}
