package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;

/// Two price books side by side, or one as it is on two days: each as if what is in force on its day had always been
/// and stayed, so that both price the same usage of the same days.
///
/// @param before, after each of one version ([Tariff#asOn])
public record BookComparison(Tariff before, Tariff after) {

    /// Empty where one of them has no prices on its day.
    ///
    /// @throws IllegalArgumentException when they do not price the same service by the same unit in the same currency
    public static Optional<BookComparison> of(Tariff before, LocalDate beforeOn, Tariff after, LocalDate afterOn) {
        if (!after.canStandInFor(before)) {
            throw new IllegalArgumentException(
                    after.id() + " prices " + after.inWords() + ", and " + before.id() + " " + before.inWords());
        }
        return before.asOn(beforeOn)
                .flatMap(first -> after.asOn(afterOn).map(second -> new BookComparison(first, second)));
    }

    /// What they state differently.
    public List<TariffChange> changes() {
        return TariffChange.between(before, after);
    }

    /// Whether the usage is all that either asks for.
    public boolean isOfUsageAlone() {
        return before.isOfUsageAlone() && after.isOfUsageAlone();
    }

    /// Whether one book is looked at by itself.
    public boolean isOfOne() {
        return before.equals(after);
    }

    /// Both for the days of a period.
    public Both resolve(DateRange period, int households) {
        return new Both(before.resolve(period, households), after.resolve(period, households));
    }

    /// Both for the days of a period with what is held of its uses; empty where either asks for more, or its price is
    /// no curve of it.
    public Optional<Both> resolve(DateRange period, int households, HeldUse held) {
        Both both = resolve(period, households);
        return Stream.of(both.before, both.after).allMatch(one -> isCurve(one, held))
                ? Optional.of(new Both(held.in(both.before), held.in(both.after)))
                : Optional.empty();
    }

    private static boolean isCurve(ResolvedTariff tariff, HeldUse held) {
        return held.missing(tariff).isEmpty() && PriceCurve.find(tariff, held).isPresent();
    }

    /// The two for one period.
    public record Both(ResolvedTariff before, ResolvedTariff after) {

        /// The lowest usages at which either price changes, each with one unit more.
        public List<Fraction> aroundBends(int most) {
            return Stream.of(before, after)
                    .flatMap(one -> one.bends().stream())
                    .flatMap(bend -> Stream.of(bend, bend.plus(Fraction.ONE)))
                    .sorted()
                    .distinct()
                    .limit(most)
                    .toList();
        }

        /// The bounds at which the next unit is dear under either.
        public List<Cliffs> cliffs(Fraction moreThan) {
            SortedMap<Fraction, Fraction> first = cliffs(before, moreThan);
            SortedMap<Fraction, Fraction> second = cliffs(after, moreThan);
            SortedSet<Fraction> bounds = new TreeSet<>(first.keySet());
            bounds.addAll(second.keySet());
            return bounds.stream()
                    .map(bound -> new Cliffs(bound, first.get(bound), second.get(bound)))
                    .toList();
        }

        private static SortedMap<Fraction, Fraction> cliffs(ResolvedTariff tariff, Fraction moreThan) {
            SortedMap<Fraction, Fraction> cliffs = new TreeMap<>();
            PriceCurve.of(tariff).cliffs(moreThan).forEach(cliff -> cliffs.put(cliff.above(), cliff.nextUnit()));
            return cliffs;
        }

        /// What either states where it was not told.
        public List<Assumed> assumed() {
            return together(Assumed.of(before), Assumed.of(after));
        }

        /// The same for what is told with a use.
        public List<Assumed> assumed(BillDeterminants use) {
            return together(Assumed.of(before, use), Assumed.of(after, use));
        }

        private static List<Assumed> together(List<Assumed> first, List<Assumed> second) {
            return Stream.concat(first.stream(), second.stream()).distinct().toList();
        }

        public PricedTwice rate(BillDeterminants use) {
            return new PricedTwice(use.usage(), before.rate(use), after.rate(use));
        }

        /// With all else as it was told.
        public PricedTwice rate(Fraction usage) {
            return new PricedTwice(usage, before.rate(usage), after.rate(usage));
        }
    }

    /// What the next unit above a bound costs under either; null where it is no cliff there.
    public record Cliffs(
            Fraction above,
            @Nullable Fraction before,
            @Nullable Fraction after) {}
}
