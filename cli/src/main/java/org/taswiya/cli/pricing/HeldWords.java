package org.taswiya.cli.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.HeldUse;

/// What stays as it is while usage grows, in words.
public final class HeldWords {
    private static final int DECIMALS = 6;

    private HeldWords() {}

    /// Empty where nothing is held.
    public static String of(HeldUse held) {
        List<String> words = new ArrayList<>();
        if (held.band() != null) {
            words.add("all usage in " + held.band() + ", none in the other time bands");
        } else if (!held.told().shares().isEmpty()) {
            words.add("usage shared " + each(held.told().shares()));
        }
        if (held.isOfLoad()) {
            words.add("demand grows with the load, for each unit "
                    + load(held.told().load(), held));
        } else if (!held.told().demand().isEmpty()) {
            words.add("demand stays " + load(held.told().demand(), held));
        }
        List<String> others = new ArrayList<>();
        held.told().others().forEach((asked, number) -> others.add(asked.code() + " stays " + figure(number)));
        held.told().parts().forEach((asked, parts) -> others.add(asked.code() + " stays " + each(parts)));
        others.sort(Comparator.naturalOrder());
        words.addAll(others);
        return String.join("; ", words);
    }

    /// Demand that belongs to no time band has no name, and is that of each.
    private static String load(Map<String, Fraction> all, HeldUse held) {
        Fraction ofEach = all.get("");
        if (ofEach != null && all.values().stream().allMatch(ofEach::equals)) {
            return figure(ofEach);
        }
        boolean isOfBand = all.size() > 1 || held.told().shares().keySet().containsAll(all.keySet());
        return isOfBand ? each(all) : figure(all.values().iterator().next());
    }

    private static String each(Map<String, Fraction> all) {
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " " + figure(one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String figure(Fraction number) {
        return number.toCanonicalText(DECIMALS);
    }
}
