package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.MeasuredUsage;
import org.taswiya.core.metering.Measurement;
import org.taswiya.core.metering.MeasurementOutcome.HeldMeasurement;
import org.taswiya.core.metering.MeasurementOutcome.Measured;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;

/// What the registers of a device come to that count by time band: one dial, which shows what all of them have counted
/// since the first day on which all were read, and of it what each has.
///
/// A day on which one of them was not read is none on which the dial was.
public sealed interface BandRegisters {

    /// @param register as fine as the finest of them
    /// @param readings of the days on which all were read, in order; actual where each was
    /// @param spans between each two of these days, in order
    record Together(Register register, List<Reading> readings, List<Span> spans) implements BandRegisters {
        public Together {
            readings = List.copyOf(readings);
            spans = List.copyOf(spans);
        }

        /// What all of them used, as a past to estimate from.
        public List<Usage> usage() {
            return spans.stream()
                    .map(span -> new Usage(span.range(), span.whole(), UsageQuality.ACTUAL))
                    .toList();
        }

        /// What one of them used.
        public List<Usage> usage(String band) {
            return spans.stream()
                    .map(span ->
                            new Usage(span.range(), span.used().getOrDefault(band, Decimal.ZERO), UsageQuality.ACTUAL))
                    .toList();
        }
    }

    /// One of them shows what cannot be explained.
    record Unexplained(String band, Hold hold) implements BandRegisters {}

    /// What each register counted between two days on which all were read.
    record Span(DateRange range, SortedMap<String, Decimal> used) {
        Decimal whole() {
            return used.values().stream().reduce(Decimal.ZERO, Decimal::plus);
        }
    }

    /// @param registers at least one, each band once
    static BandRegisters of(List<BandRegister> registers) {
        SortedSet<LocalDate> days =
                new TreeSet<>(measuring(registers.getFirst()).keySet());
        registers.forEach(one -> days.retainAll(measuring(one).keySet()));
        List<LocalDate> inOrder = List.copyOf(days);
        List<SortedMap<String, Decimal>> used = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            used.add(new TreeMap<>());
        }
        for (BandRegister one : registers) {
            Map<LocalDate, Reading> shown = measuring(one);
            Measurement measurement = new Measurement(one.register(), one.exchanges(), expectedPerDay(one));
            switch (measurement.measure(inOrder.stream().map(shown::get).toList())) {
                case HeldMeasurement held -> {
                    return new Unexplained(one.band(), held.hold());
                }
                case Measured(List<MeasuredUsage> intervals) -> {
                    for (int i = 0; i < intervals.size(); i++) {
                        used.get(i).put(one.band(), intervals.get(i).usage());
                    }
                }
            }
        }
        return together(registers, inOrder, used);
    }

    private static Together together(
            List<BandRegister> registers, List<LocalDate> days, List<SortedMap<String, Decimal>> used) {
        int decimals = registers.stream()
                .mapToInt(one -> one.register().decimals())
                .max()
                .orElseThrow();
        Register first = registers.getFirst().register();
        List<Span> spans = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        Decimal shown = Decimal.ZERO;
        for (int i = 0; i < days.size(); i++) {
            if (i > 0) {
                Span span = new Span(DateRange.of(days.get(i - 1), days.get(i)), used.get(i - 1));
                spans.add(span);
                shown = shown.plus(span.whole());
            }
            readings.add(reading(registers, days.get(i), shown));
        }
        return new Together(new Register(null, decimals, Decimal.ONE, first.unit()), readings, spans);
    }

    private static Reading reading(List<BandRegister> registers, LocalDate day, Decimal shown) {
        String provenance = "all registers";
        return registers.stream().allMatch(one -> measuring(one).get(day) instanceof ActualReading)
                ? new ActualReading(day, shown, provenance)
                : new CustomerReading(day, shown, provenance);
    }

    private static SortedMap<LocalDate, Reading> measuring(BandRegister register) {
        SortedMap<LocalDate, Reading> measuring = new TreeMap<>();
        register.readings().stream().filter(Reading::isMeasuring).forEach(one -> measuring.put(one.at(), one));
        return measuring;
    }

    private static @Nullable Fraction expectedPerDay(BandRegister register) {
        Fraction usage = Fraction.ZERO;
        long days = 0;
        for (Usage past : register.history()) {
            usage = usage.plus(Fraction.of(past.quantity()));
            days += past.range().days();
        }
        return days == 0 ? null : usage.dividedBy(Fraction.of(days));
    }

    /// What each register has of a period, as much of what it counted between readings as there are days of it in the
    /// period. Of a period in which nothing was read, as between the last readings; before there are two, as in the
    /// past.
    static SortedMap<String, Fraction> used(List<BandRegister> registers, List<Span> spans, DateRange period) {
        SortedMap<String, Fraction> used = new TreeMap<>();
        registers.forEach(one -> used.put(one.band(), Fraction.ZERO));
        List<Span> inside = spans.stream()
                .filter(span -> span.range().daysShared(period) > 0)
                .toList();
        for (Span span : inside) {
            Fraction share =
                    Fraction.of(span.range().daysShared(period), span.range().days());
            span.used()
                    .forEach((band, quantity) -> used.merge(
                            band,
                            Fraction.of(quantity).times(share),
                            (one, other) -> one.plus(other).reduced()));
        }
        if (inside.isEmpty() && !spans.isEmpty()) {
            spans.getLast().used().forEach((band, quantity) -> used.put(band, Fraction.of(quantity)));
        } else if (inside.isEmpty()) {
            for (BandRegister one : registers) {
                one.history().forEach(past -> used.merge(one.band(), Fraction.of(past.quantity()), Fraction::plus));
            }
        }
        return used;
    }

    /// The shares of a whole; all of it is in the first where there is none.
    static Map<String, Fraction> shares(SortedMap<String, Fraction> used) {
        Fraction whole = used.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        SortedMap<String, Fraction> shares = new TreeMap<>();
        used.forEach((band, quantity) -> shares.put(
                band,
                whole.signum() == 0
                        ? (band.equals(used.firstKey()) ? Fraction.ONE : Fraction.ZERO)
                        : quantity.dividedBy(whole).reduced()));
        return shares;
    }
}
