package org.taswiya.core.billing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.Determinant;

/// What is known of an agreement besides what its dial shows, where its tariff asks for more than that, or in place of
/// a dial.
///
/// @param facts in any order; of one kind no two from the same day
/// @param days in any order, each once
/// @param registers of its device that count by time band, in the order of their bands; none where one dial counts
/// @param past where its prices hang on what was before
/// @param unmetered what is supplied without a meter; null where there is one
public record AskedFor(
        List<AgreementFact> facts,
        List<CountedDay> days,
        List<BandRegister> registers,
        BilledPast past,
        @Nullable UnmeteredSupply unmetered) {
    /// Of an agreement with a meter whose tariff asks for the usage alone.
    public static final AskedFor NOTHING = new AskedFor(List.of(), List.of());

    /// Of an agreement with one dial.
    public AskedFor(List<AgreementFact> facts, List<CountedDay> days) {
        this(facts, days, List.of());
    }

    /// Of an agreement whose prices hang on nothing that was before.
    public AskedFor(List<AgreementFact> facts, List<CountedDay> days, List<BandRegister> registers) {
        this(facts, days, registers, BilledPast.NOTHING);
    }

    /// Of an agreement with a meter.
    public AskedFor(List<AgreementFact> facts, List<CountedDay> days, List<BandRegister> registers, BilledPast past) {
        this(facts, days, registers, past, null);
    }

    public AskedFor {
        facts = facts.stream()
                .sorted(Comparator.comparing(AgreementFact::determinant).thenComparing(AgreementFact::from))
                .toList();
        days = days.stream().sorted(Comparator.comparing(CountedDay::day)).toList();
        registers = registers.stream()
                .sorted(Comparator.comparing(BandRegister::band))
                .toList();
    }

    /// The same without a meter.
    public AskedFor with(UnmeteredSupply supply) {
        return new AskedFor(facts, days, registers, past, supply);
    }

    /// What holds on each day of a period, by the day from which it does; the first is the period's first day.
    SortedMap<LocalDate, Map<Determinant, Fraction>> told(DateRange period) {
        Map<Determinant, Fraction> registered = registered(period);
        SortedMap<LocalDate, Map<Determinant, Fraction>> told = new TreeMap<>();
        told.put(period.from(), on(period.from(), registered));
        for (AgreementFact fact : facts) {
            if (period.contains(fact.from()) && fact.determinant().isLasting()) {
                told.put(fact.from(), on(fact.from(), registered));
            }
        }
        return told;
    }

    private Map<Determinant, Fraction> on(LocalDate day, Map<Determinant, Fraction> registered) {
        Map<Determinant, Fraction> values = new EnumMap<>(Determinant.class);
        values.putAll(registered);
        for (AgreementFact fact : facts) {
            if (!fact.from().isAfter(day) && fact.determinant().isLasting()) {
                values.put(fact.determinant(), Fraction.of(fact.value()));
            }
        }
        return values;
    }

    /// What registers of their own counted from the first day of a period to the day after its last, of those that are
    /// known on both and did not go back.
    Map<Determinant, Fraction> registered(DateRange period) {
        Map<Determinant, Fraction> counted = new EnumMap<>(Determinant.class);
        for (AgreementFact fact : facts) {
            Determinant of = fact.determinant();
            if (of.isRegistered() && fact.from().equals(period.to())) {
                shown(of, period.from())
                        .filter(first -> first.compareTo(fact.value()) <= 0)
                        .ifPresent(first ->
                                counted.put(of, Fraction.of(fact.value().minus(first))));
            }
        }
        return counted;
    }

    /// What a register shows at the start of a day; empty where nobody has written it down.
    public Optional<Decimal> shown(Determinant register, LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.determinant() == register && fact.from().equals(day))
                .map(AgreementFact::value)
                .findFirst();
    }

    /// What was written down of a register last before a day on which nobody did, and first after it.
    public record Around(AgreementFact before, AgreementFact after) {

        /// What it shows at the start of the day if it counts the same on each, to the decimals that were read.
        public Decimal on(LocalDate day) {
            Decimal counted = after.value().minus(before.value());
            Fraction share = Fraction.of(
                    DateRange.of(before.from(), day).days(),
                    DateRange.of(before.from(), after.from()).days());
            int decimals = Math.max(before.value().scale(), after.value().scale());
            return before.value().plus(Fraction.of(counted).times(share).round(decimals, RoundingMode.HALF_UP));
        }
    }

    /// Between which values a register is divided on a day; empty where its value is known, where there is none on one
    /// side, or where it went back.
    public Optional<Around> around(Determinant register, LocalDate day) {
        AgreementFact before = null;
        for (AgreementFact fact : facts) {
            if (fact.determinant() == register) {
                if (fact.from().isAfter(day)) {
                    return before != null && before.value().compareTo(fact.value()) <= 0
                            ? Optional.of(new Around(before, fact))
                            : Optional.empty();
                }
                before = fact.from().equals(day) ? null : fact;
            }
        }
        return Optional.empty();
    }

    /// What a register shows at the start of a day, divided by days where nobody has written it down.
    public Optional<Decimal> shownOrDivided(Determinant register, LocalDate day) {
        return shown(register, day).or(() -> around(register, day).map(values -> values.on(day)));
    }

    /// The days of a range on which intervals were counted, in order.
    public List<CountedDay> days(DateRange range) {
        return days.stream().filter(day -> range.contains(day.day())).toList();
    }

    /// The first day of a range of which nobody knows what was counted; empty when all are known.
    Optional<LocalDate> uncounted(DateRange range) {
        LocalDate expected = range.from();
        for (CountedDay day : days(range)) {
            if (!day.day().equals(expected)) {
                break;
            }
            expected = expected.plusDays(1);
        }
        return expected.isBefore(range.to()) ? Optional.of(expected) : Optional.empty();
    }

    /// What intervals count in a range, time band by time band.
    public SortedMap<String, Decimal> byBand(DateRange range) {
        SortedMap<String, Decimal> sums = new TreeMap<>();
        for (CountedDay day : days(range)) {
            day.bands().forEach((band, counted) -> sums.merge(band, counted.quantity(), Decimal::plus));
        }
        return sums;
    }

    Decimal counted(DateRange range) {
        return byBand(range).values().stream().reduce(Decimal.ZERO, Decimal::plus);
    }

    /// The highest demand in a range, time band by time band.
    Map<String, Fraction> demand(DateRange range) {
        SortedMap<String, Fraction> highest = new TreeMap<>();
        for (CountedDay day : days(range)) {
            day.bands().forEach((band, counted) -> {
                if (counted.highest() != null) {
                    highest.merge(band, counted.highest().perHour(), AskedFor::higher);
                }
            });
        }
        return highest;
    }

    /// When demand was highest in some days, the first time.
    ///
    /// @param ranges in order, each day once
    /// @param band in which it counts; null for every hour
    public Optional<HighestDemand> highest(List<DateRange> ranges, @Nullable String band) {
        HighestDemand highest = null;
        for (CountedDay day :
                ranges.stream().flatMap(range -> days(range).stream()).toList()) {
            for (Map.Entry<String, CountedDay.Band> counted : day.bands().entrySet()) {
                Demand demand = counted.getValue().highest();
                boolean isAsked = band == null || band.equals(counted.getKey());
                if (demand != null && isAsked && (highest == null || isHigher(demand, highest.demand()))) {
                    highest = new HighestDemand(day.day(), demand);
                }
            }
        }
        return Optional.ofNullable(highest);
    }

    private static boolean isHigher(Demand one, Demand other) {
        int compared = one.perHour().compareTo(other.perHour());
        return compared > 0 || compared == 0 && one.from().isBefore(other.from());
    }

    /// The highest demand, and on which day.
    public record HighestDemand(LocalDate day, Demand demand) {}

    private static Fraction higher(Fraction one, Fraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// How many intervals of a range were estimated.
    public int estimated(DateRange range) {
        int estimated = 0;
        for (CountedDay day : days(range)) {
            for (CountedDay.Band band : day.bands().values()) {
                estimated += band.estimated();
            }
        }
        return estimated;
    }

    /// The facts that hold on some day of a range, in the order of their kinds and days; what registers show is none.
    public List<AgreementFact> facts(DateRange range) {
        List<AgreementFact> holding = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            AgreementFact fact = facts.get(i);
            boolean isLast = i + 1 == facts.size()
                    || facts.get(i + 1).determinant() != fact.determinant()
                    || facts.get(i + 1).from().isAfter(range.from());
            if (fact.determinant().isLasting() && fact.from().isBefore(range.to()) && isLast) {
                holding.add(fact);
            }
        }
        return holding;
    }
}
