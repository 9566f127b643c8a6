package org.taswiya.run;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.RevenueParts.Sums;
import org.taswiya.run.ShadowReport.HardHit;

/// What uses that were billed come to under two books.
///
/// @param uses how many periods were priced
/// @param accounts an account counts once, with all of its periods
/// @param quantiles of the differences of accounts, lowest first; none where there is no account
/// @param hardest the accounts that pay most more, the hardest hit first
/// @param eased the accounts that pay most less, the most eased first
/// @param revenue by component, time band and block, and by tax
/// @param unknown how many periods were left out, by what nobody knows of them and one of the books asks for
/// @param assumed how many periods were priced by a number that a book states for whoever has none, by that number
public record UsesReport(
        long uses,
        ShadowSums accounts,
        List<Quantile> quantiles,
        List<HardHit> hardest,
        List<HardHit> eased,
        SortedMap<Part, Sums> revenue,
        SortedMap<String, Long> unknown,
        Map<String, Long> assumed) {
    private static final int[] PERCENTS = {0, 5, 25, 50, 75, 95, 100};

    public UsesReport {
        quantiles = List.copyOf(quantiles);
        hardest = List.copyOf(hardest);
        eased = List.copyOf(eased);
        revenue = Collections.unmodifiableSortedMap(new TreeMap<>(revenue));
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
        assumed = Collections.unmodifiableMap(new TreeMap<>(assumed));
    }

    /// So many of a hundred accounts pay at most so much more.
    public record Quantile(int percent, Money difference) {}

    /// The smallest difference that so many of them do not exceed.
    static List<Quantile> quantiles(long[] differences, int count) {
        if (count == 0) {
            return List.of();
        }
        long[] sorted = Arrays.copyOf(differences, count);
        Arrays.sort(sorted);
        return Arrays.stream(PERCENTS)
                .mapToObj(percent -> new Quantile(percent, Money.ofMinor(sorted[place(percent, count)])))
                .toList();
    }

    private static int place(int percent, int count) {
        return (int) Math.max(0, Math.ceilDiv((long) percent * count, 100) - 1);
    }
}
