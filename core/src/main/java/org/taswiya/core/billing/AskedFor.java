package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.Determinant;

/// What is known of an agreement besides what its dial shows, where its tariff asks for more than that.
///
/// @param facts in any order; of one kind no two from the same day
/// @param days in any order, each once
/// @param registers of its device that count by time band, in the order of their bands; none where one dial counts
public record AskedFor(List<AgreementFact> facts, List<CountedDay> days, List<BandRegister> registers) {
    /// Of an agreement whose tariff asks for the usage alone.
    public static final AskedFor NOTHING = new AskedFor(List.of(), List.of());

    /// Of an agreement with one dial.
    public AskedFor(List<AgreementFact> facts, List<CountedDay> days) {
        this(facts, days, List.of());
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

    /// What holds on each day of a period, by the day from which it does; the first is the period's first day.
    SortedMap<LocalDate, Map<Determinant, Fraction>> told(DateRange period) {
        SortedMap<LocalDate, Map<Determinant, Fraction>> told = new TreeMap<>();
        told.put(period.from(), on(period.from()));
        for (AgreementFact fact : facts) {
            if (period.contains(fact.from())) {
                told.put(fact.from(), on(fact.from()));
            }
        }
        return told;
    }

    private Map<Determinant, Fraction> on(LocalDate day) {
        Map<Determinant, Fraction> values = new EnumMap<>(Determinant.class);
        for (AgreementFact fact : facts) {
            if (!fact.from().isAfter(day)) {
                values.put(fact.determinant(), Fraction.of(fact.value()));
            }
        }
        return values;
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

    /// The facts that hold on some day of a range, in the order of their kinds and days.
    public List<AgreementFact> facts(DateRange range) {
        List<AgreementFact> holding = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            AgreementFact fact = facts.get(i);
            boolean isLast = i + 1 == facts.size()
                    || facts.get(i + 1).determinant() != fact.determinant()
                    || facts.get(i + 1).from().isAfter(range.from());
            if (fact.from().isBefore(range.to()) && isLast) {
                holding.add(fact);
            }
        }
        return holding;
    }
}
