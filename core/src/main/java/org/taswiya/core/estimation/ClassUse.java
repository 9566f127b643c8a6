package org.taswiya.core.estimation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;

/// What a class of meters has shown about some dates, by which one of them is estimated for these dates: as much of it
/// as the methods of a chain ask for. It is part of what a bill is made from, so it is whole numbers that can be
/// written down and read again: [#figures] and [#ofFigures].
///
/// @param range the dates
/// @param perDay what a meter of the class uses a day, in millionths of a unit; null where nobody asks or knows
/// @param months what each month is to the class; null where nobody asks
/// @param profile for our own best method; null where nobody asks
/// @param spreads how far the truth was from what each method said
/// @param factor by how much the class has changed at once beside what our own best method says of this meter, in
///     millionths
public record ClassUse(
        DateRange range,
        @Nullable Long perDay,
        @Nullable MonthProfile months,
        @Nullable ClassProfile profile,
        Map<EstimationMethod, Spread> spreads,
        long factor) {

    private static final String PER_DAY = "per-day";
    private static final String MONTHS = "months";
    private static final String QUICK = "quick";
    private static final String STEADY = "steady";
    private static final String TREND = "trend";
    private static final String FACTOR = "factor";
    private static final String SPREAD = "spread-of-";

    public ClassUse {
        spreads = Collections.unmodifiableMap(new TreeMap<>(spreads));
    }

    /// Learns what a chain may ask for.
    ///
    /// @param meters of the class; what they used from the dates on is not looked at
    public static ClassUse learn(List<PastUse> meters, DateRange range) {
        return learn(meters, range, List.of());
    }

    /// The same, also of recent averages of other numbers of intervals.
    public static ClassUse learn(List<PastUse> meters, DateRange range, Collection<EstimationMethod> others) {
        Map<EstimationMethod, Spread> spreads = new TreeMap<>();
        SortedSet<EstimationMethod> methods = new TreeSet<>(EstimationMethod.values());
        methods.addAll(others);
        for (EstimationMethod method : methods) {
            Spread spread = method.isOfChains() ? ClassEstimates.spread(method, meters, range) : null;
            if (spread != null) {
                spreads.put(method, spread);
            }
        }
        long average = ClassEstimates.average(meters, range);
        return new ClassUse(
                range,
                average == PastUse.UNKNOWN ? null : average,
                MonthProfile.learn(meters, range.from()),
                ClassProfile.learn(meters, range),
                spreads,
                Ratio.ONE);
    }

    /// As much of it as some methods ask for.
    public ClassUse of(Collection<EstimationMethod> methods) {
        Map<EstimationMethod, Spread> ofThem = new TreeMap<>(spreads);
        ofThem.keySet().retainAll(methods);
        boolean isBest = methods.contains(EstimationMethod.BEST);
        return new ClassUse(
                range,
                methods.contains(EstimationMethod.CLASS_AVERAGE) ? perDay : null,
                methods.contains(EstimationMethod.CLASS_SEASON) || methods.contains(EstimationMethod.ANNUAL_VOLUME)
                        ? months
                        : null,
                isBest ? profile : null,
                ofThem,
                isBest ? factor : Ratio.ONE);
    }

    /// For one meter of the class, when others of it were read over the dates.
    ///
    /// @param changed learnt from those that were read, beside our own best method
    /// @param meter what is known of it
    public ClassUse changedBy(ClassFactor changed, PastUse meter) {
        long mean = profile == null ? PastUse.UNKNOWN : profile.perDay(meter);
        if (mean == PastUse.UNKNOWN) {
            return this;
        }
        Map<EstimationMethod, Spread> all = new TreeMap<>(spreads);
        Spread around = changed.spread();
        if (around != null) {
            all.put(EstimationMethod.BEST, around);
        }
        return new ClassUse(range, perDay, months, profile, all, changed.of(meter, meter.millionths(mean)));
    }

    /// What the change of a class at once is learnt from: of each meter that was read over the dates, what it showed
    /// beside what our own best method says.
    ///
    /// @param meters of the class, with what they used on the dates where they were read
    public ClassFactor factor(List<PastUse> meters) {
        List<ClassFactor.ReadMeter> read = new ArrayList<>();
        for (PastUse meter : meters) {
            long showed = meter.mean(range);
            long mean = profile == null || showed == PastUse.UNKNOWN ? PastUse.UNKNOWN : profile.perDay(meter);
            if (mean != PastUse.UNKNOWN) {
                read.add(new ClassFactor.ReadMeter(meter, meter.millionths(mean), meter.millionths(showed)));
            }
        }
        return ClassFactor.learn(range, read);
    }

    /// Between what four of five lie that are estimated by a method; null where too few meters are known.
    @Nullable Spread spread(EstimationMethod method) {
        return spreads.get(method);
    }

    /// What a meter uses a day by a method that asks its class; empty when its past or its class does not allow it.
    Optional<Fraction> perDay(EstimationMethod method, PastUse meter) {
        long mean = PastUse.UNKNOWN;
        if (method.equals(EstimationMethod.CLASS_SEASON) && months != null) {
            mean = months.perDay(meter, range);
        } else if (method.equals(EstimationMethod.BEST) && profile != null) {
            mean = profile.perDay(meter);
        }
        if (mean == PastUse.UNKNOWN) {
            return Optional.empty();
        }
        long changed = method.equals(EstimationMethod.BEST) ? factor : Ratio.ONE;
        return Optional.of(units(meter.millionths(Ratio.times(mean, changed))));
    }

    /// What a day of the dates is to the mean day of the class's year; as much as any day where nothing is known.
    Fraction shareOfYear() {
        return units(months == null ? Ratio.ONE : months.share(range));
    }

    /// Millionths as what they are millionths of.
    static Fraction units(long millionths) {
        return Fraction.of(millionths, Ratio.ONE);
    }

    /// All of it by name, each a list of whole numbers, in the order of the names.
    public SortedMap<String, List<Long>> figures() {
        SortedMap<String, List<Long>> figures = new TreeMap<>();
        if (perDay != null) {
            figures.put(PER_DAY, List.of(perDay));
        }
        if (months != null) {
            figures.put(MONTHS, months.months());
        }
        if (profile != null) {
            figures.put(QUICK, profile.quick().figures());
            figures.put(STEADY, profile.steady().figures());
            figures.put(TREND, List.of(profile.trend()));
        }
        if (factor != Ratio.ONE) {
            figures.put(FACTOR, List.of(factor));
        }
        spreads.forEach((method, spread) -> figures.put(SPREAD + method.code(), List.of(spread.low(), spread.high())));
        return figures;
    }

    /// Reads what [#figures] has written.
    ///
    /// @throws IllegalArgumentException when a figure is missing, unknown or of another form
    public static ClassUse ofFigures(DateRange range, Map<String, List<Long>> figures) {
        Map<String, List<Long>> left = new TreeMap<>(figures);
        List<Long> perDay = left.remove(PER_DAY);
        List<Long> months = left.remove(MONTHS);
        List<Long> factor = left.remove(FACTOR);
        ClassProfile profile = left.containsKey(QUICK) ? profile(range, left) : null;
        Map<EstimationMethod, Spread> spreads = new TreeMap<>();
        for (Map.Entry<String, List<Long>> figure : left.entrySet()) {
            EstimationMethod method = EstimationMethod.ofCode(figure.getKey().replaceFirst("^" + SPREAD, ""))
                    .filter(_ -> figure.getKey().startsWith(SPREAD))
                    .orElseThrow(() -> new IllegalArgumentException("unknown figure " + figure.getKey()));
            List<Long> bounds = require(figure.getKey(), figure.getValue(), 2);
            spreads.put(method, new Spread(bounds.getFirst(), bounds.getLast()));
        }
        return new ClassUse(
                range,
                perDay == null ? null : require(PER_DAY, perDay, 1).getFirst(),
                months == null ? null : new MonthProfile(require(MONTHS, months, MonthProfile.MONTHS)),
                profile,
                spreads,
                factor == null ? Ratio.ONE : require(FACTOR, factor, 1).getFirst());
    }

    /// All of it in one line: the first day, the day after the last, then each figure with its numbers.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(range.from()).append(' ').append(range.to());
        figures().forEach((figure, numbers) -> {
            text.append("; ").append(figure);
            numbers.forEach(number -> text.append(' ').append(number));
        });
        return text.toString();
    }

    /// Reads what [#text] has written.
    ///
    /// @throws IllegalArgumentException when it is of another form
    public static ClassUse ofText(String text) {
        String[] parts = text.split("; ", -1);
        String[] days = parts[0].split(" ", -1);
        if (days.length != 2) {
            throw new IllegalArgumentException("expected two days and figures, found " + text);
        }
        Map<String, List<Long>> figures = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].split(" ", -1);
            figures.put(
                    words[0],
                    Arrays.stream(words, 1, words.length).map(Long::valueOf).toList());
        }
        return ofFigures(DateRange.of(LocalDate.parse(days[0]), LocalDate.parse(days[1])), figures);
    }

    private static ClassProfile profile(DateRange range, Map<String, List<Long>> left) {
        return new ClassProfile(
                range,
                Season.ofFigures(range, Memory.SHORT, require(QUICK, left.remove(QUICK), Season.FIGURES)),
                Season.ofFigures(range, Memory.LONG, require(STEADY, left.remove(STEADY), Season.FIGURES)),
                require(TREND, left.remove(TREND), 1).getFirst());
    }

    private static List<Long> require(String name, @Nullable List<Long> numbers, int count) {
        if (numbers == null || numbers.size() != count) {
            throw new IllegalArgumentException("figure " + name + " has "
                    + (numbers == null ? "no" : Integer.toString(numbers.size())) + " numbers, expected " + count);
        }
        return new ArrayList<>(numbers);
    }
}
