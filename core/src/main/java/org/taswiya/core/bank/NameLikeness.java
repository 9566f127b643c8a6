package org.taswiya.core.bank;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Whether two names may be one person's: at least half of the words of the shorter one are in the other, and one of
/// them has three letters. Order, case, accents and titles do not count.
public final class NameLikeness {
    private static final Set<String> TITLES = Set.of("MR", "MME", "MLLE", "M", "STE", "SARL", "SA", "OU", "ET");
    private static final int LETTERS = 3;

    private NameLikeness() {}

    public static boolean isLike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int shorter = Math.min(words.size(), others.size());
        words.retainAll(others);
        return words.stream().anyMatch(word -> word.length() >= LETTERS) && words.size() * 2 >= shorter;
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        Set<String> words = new HashSet<>(Set.of(plain.split("[^\\p{L}]+")));
        words.removeAll(TITLES);
        words.remove("");
        return words;
    }
}
