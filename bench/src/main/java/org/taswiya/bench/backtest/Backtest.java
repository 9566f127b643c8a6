package org.taswiya.bench.backtest;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.bench.backtest.BacktestRow.Judged;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassEstimates;
import org.taswiya.core.estimation.ClassEstimates.EstimatedUse;
import org.taswiya.core.estimation.ClassFactor;
import org.taswiya.core.estimation.ClassFactor.ReadMeter;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.estimation.PastUse;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.ResolvedTariff;
import org.taswiya.core.tariff.Tariff;

/// Estimates the windows of a set by one method and says how good it was.
///
/// @param readShare which part of the meters is declared read, so that the class factor can be learnt from them: 0 for
///     none; what lies between is drawn by the seed, and those drawn are not judged; 1 judges each meter with all
///     others read
/// @param seed of the draw
/// @param tariff under which errors are priced, by its last version; null for none
public record Backtest(
        MeterSet set, double readShare, long seed, @Nullable Tariff tariff) {
    /// Windows begin this many years after a set does, so that the past of the first is known.
    private static final int YEARS_BEFORE = 3;

    private static final LocalDate MARCH = LocalDate.of(2000, 3, 1);
    private static final int DECIMALS = 6;

    /// The windows of a set: March to May of each year from the fourth on; where the set is too short, of its last
    /// year.
    public List<DateRange> windows() {
        List<DateRange> windows = new ArrayList<>();
        int last = set.to().getYear();
        int first = Math.min(last, set.from().getYear() + YEARS_BEFORE);
        for (int year = first; year <= last; year++) {
            DateRange window = yearly(year);
            if (!window.to().isAfter(set.to())) {
                windows.add(window);
            }
        }
        return windows.isEmpty() ? List.of(yearly(last - 1)) : windows;
    }

    private static DateRange yearly(int year) {
        LocalDate from = MARCH.withYear(year);
        return DateRange.of(from, from.plus(Period.ofMonths(3)));
    }

    /// One row for each window, and one over all of them.
    public List<BacktestRow> rows(EstimationMethod method, List<DateRange> windows) {
        List<BacktestRow> rows = new ArrayList<>();
        List<Judged> all = new ArrayList<>();
        int unknown = 0;
        for (DateRange window : windows) {
            Judging judging = new Judging(method);
            judging.judge(window);
            String label = String.valueOf(window.from().getYear());
            rows.add(BacktestRow.of(set.name(), label, method.code(), judging.judged, judging.unknown));
            all.addAll(judging.judged);
            unknown += judging.unknown;
        }
        rows.add(BacktestRow.of(set.name(), BacktestRow.POOLED, method.code(), all, unknown));
        return rows;
    }

    /// The meters of one class that are hidden on the same dates.
    private record Group(String meterClass, DateRange range) {}

    private final class Judging {
        private final EstimationMethod method;
        private final List<Judged> judged = new ArrayList<>();
        private int unknown;

        Judging(EstimationMethod method) {
            this.method = method;
        }

        void judge(DateRange window) {
            Map<Group, List<HiddenUse>> groups = new HashMap<>();
            set.meters()
                    .forEach(meter -> HiddenUse.of(meter, window)
                            .ifPresent(hidden -> groups.computeIfAbsent(
                                            new Group(hidden.meterClass(), hidden.range()), _ -> new ArrayList<>())
                                    .add(hidden)));
            groups.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<Group, ?> group) ->
                                    group.getKey().meterClass())
                            .thenComparing(group -> group.getKey().range().from())
                            .thenComparing(group -> group.getKey().range().to()))
                    .forEach(group -> judge(group.getKey(), group.getValue()));
        }

        private void judge(Group group, List<HiddenUse> hidden) {
            List<PastUse> ofClass = set.meters().stream()
                    .filter(meter -> meter.meterClass().equals(group.meterClass()))
                    .map(meter -> HiddenUse.before(meter, group.range().from()))
                    .toList();
            ClassEstimates estimates = ClassEstimates.learn(method, ofClass, group.range());
            Set<String> read = drawn(hidden);
            ClassFactor factor = factor(estimates, group.range(), hidden, read);
            for (HiddenUse meter : hidden) {
                if (readShare >= 1 || !read.contains(meter.meter())) {
                    judge(meter, estimates, factor);
                }
            }
        }

        private void judge(HiddenUse meter, ClassEstimates estimates, ClassFactor factor) {
            EstimatedUse estimate = estimates.of(meter.past(), factor, DECIMALS).orElse(null);
            if (estimate == null) {
                unknown++;
                return;
            }
            Decimal truth = meter.truth();
            boolean covered = truth.compareTo(estimate.low()) >= 0 && truth.compareTo(estimate.high()) <= 0;
            judged.add(new Judged(
                    number(truth),
                    number(estimate.quantity()),
                    meter.range().days(),
                    covered,
                    trueUp(meter.range(), truth, estimate.quantity())));
        }
    }

    /// What settling an estimate would charge.
    private @Nullable Money trueUp(DateRange range, Decimal truth, Decimal estimate) {
        if (tariff == null) {
            return null;
        }
        LocalDate from = tariff.versions().getLast().from();
        ResolvedTariff prices = tariff.resolve(DateRange.of(from, from.plusDays(range.days())), 1);
        return prices.rate(Fraction.of(truth))
                .total()
                .minus(prices.rate(Fraction.of(estimate)).total());
    }

    private static double number(Decimal decimal) {
        return decimal.toBigDecimal().doubleValue();
    }

    private Set<String> drawn(List<HiddenUse> hidden) {
        Set<String> read = new HashSet<>();
        Random chance = new Random(seed);
        for (HiddenUse meter : hidden) {
            if (chance.nextDouble() < readShare) {
                read.add(meter.meter());
            }
        }
        return read;
    }

    private static ClassFactor factor(
            ClassEstimates estimates, DateRange range, List<HiddenUse> hidden, Set<String> read) {
        List<ReadMeter> meters = hidden.stream()
                .filter(meter -> read.contains(meter.meter()))
                .map(meter -> new ReadMeter(
                        meter.past(),
                        estimates.perDay(meter.past()),
                        meter.truth().steps(DECIMALS) / range.days()))
                .toList();
        return ClassFactor.learn(range, meters);
    }
}
