package org.taswiya.core.billing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.interval.DemandWindow;
import org.taswiya.core.interval.GapFilling;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSeries;
import org.taswiya.core.interval.IntervalSums;
import org.taswiya.core.interval.IntervalSums.BandSum;
import org.taswiya.core.tariff.AskedPast;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;

/// What a series comes to day by day, by the time bands of a tariff.
public final class CountedDays {
    /// The band of a tariff that prices none.
    public static final String ALL = "all";

    private CountedDays() {}

    /// The days of a range of which every interval is known or can be estimated, and by which prices go: those of the
    /// day, or some that look back at the demand of months before. None where the calendar of the tariff lacks one of
    /// its bands, or the series counts in another unit.
    ///
    /// @param series of these days and those around, from which gaps are filled
    public static List<CountedDay> of(IntervalSeries series, DateRange days, Tariff tariff) {
        List<CountedDay> counted = new ArrayList<>();
        SortedSet<LocalDate> cuts = new TreeSet<>(tariff.calendars().keySet());
        tariff.versions().forEach(version -> cuts.add(version.from()));
        boolean isLookedBackAt = tariff.versions().stream()
                .anyMatch(version -> AskedPast.on(version.from(), tariff).monthsBack() > 0);
        for (DateRange part : parts(days, cuts)) {
            boolean isAsked = isLookedBackAt || isAsked(tariff, part.from());
            if (isAsked && series.unit() == tariff.unit() && hasBands(tariff, part.from())) {
                counted.addAll(of(series, part, tariff.calendarOn(part.from())));
            }
        }
        return counted;
    }

    private static boolean isAsked(Tariff tariff, LocalDate day) {
        return tariff.versionOn(day)
                .filter(version ->
                        version.timeBands().size() > 1 || !version.demandUnits().isEmpty())
                .isPresent();
    }

    /// A range cut on some days.
    static List<DateRange> parts(DateRange days, Collection<LocalDate> cuts) {
        List<DateRange> parts = new ArrayList<>();
        LocalDate from = days.from();
        for (LocalDate cut : cuts) {
            if (cut.isAfter(from) && cut.isBefore(days.to())) {
                parts.add(DateRange.of(from, cut));
                from = cut;
            }
        }
        parts.add(DateRange.of(from, days.to()));
        return parts;
    }

    private static List<CountedDay> of(IntervalSeries series, DateRange days, @Nullable TimeBands calendar) {
        IntervalSeries filled = GapFilling.usual(calendar, days).fill(series);
        ZoneId zone = calendar == null ? series.clock().zone() : calendar.zone();
        List<CountedDay> counted = new ArrayList<>();
        for (LocalDate day = days.from(); day.isBefore(days.to()); day = day.plusDays(1)) {
            IntervalSums sums =
                    IntervalSums.of(filled, DateRange.of(day, day.plusDays(1)), zone, calendar, DemandWindow.INTERVAL);
            if (sums instanceof IntervalSums.Summed summed && summed.whole().count(IntervalQuality.MISSING) == 0) {
                counted.add(new CountedDay(day, bands(summed, calendar)));
            }
        }
        return counted;
    }

    /// Whether the calendar of a day says when each of the bands is by which a tariff prices it.
    static boolean hasBands(Tariff tariff, LocalDate day) {
        TimeBands calendar = tariff.calendarOn(day);
        Set<String> priced = tariff.versionOn(day).map(TariffVersion::timeBands).orElse(Set.of());
        Set<String> ofDemand =
                tariff.versionOn(day).map(TariffVersion::demandBands).orElse(Set.of());
        return calendar == null
                ? priced.size() <= 1 && ofDemand.isEmpty()
                : calendar.bands().containsAll(ofDemand)
                        && (priced.size() <= 1 || calendar.bands().containsAll(priced));
    }

    private static SortedMap<String, CountedDay.Band> bands(IntervalSums.Summed summed, @Nullable TimeBands calendar) {
        SortedMap<String, CountedDay.Band> bands = new TreeMap<>();
        if (calendar == null) {
            bands.put(ALL, band(summed.whole()));
        }
        for (BandSum band : summed.bands()) {
            if (band.counts().stream().anyMatch(count -> count > 0)) {
                bands.put(band.band(), band(band));
            }
        }
        return bands;
    }

    private static CountedDay.Band band(BandSum sum) {
        int estimated = sum.count(IntervalQuality.ESTIMATED) + sum.count(IntervalQuality.FILLED);
        return new CountedDay.Band(sum.quantity(), sum.highest(), estimated);
    }
}
