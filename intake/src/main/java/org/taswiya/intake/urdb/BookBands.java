package org.taswiya.intake.urdb;

import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockSpan;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.core.tariff.TariffVersion;

/// The time bands that a record has as a price book.
///
/// A record numbers the periods of usage and those of demand apart, each with hours of their own; a book has one
/// calendar for both. So a band of it is a pair that occurs, one period of each: `band-0`, and `band-0-1` where demand
/// divides the hours of `0` and costs something in these. A band that is split at equal prices costs what it did, and a
/// demand is the highest in all bands of its hours. A period that no hour is in is left out: nothing can be used in it.
public final class BookBands {
    private static final int HOURS = 24;
    private static final int HOUR = 60;
    private static final int FREE = -1;
    private static final String YEAR_MINIMUM = "minimum-of-year";

    /// Records say no other.
    private static final BlockSpan.Year CALENDAR_YEAR = new BlockSpan.Year(MonthDay.of(1, 1));

    private static final Set<BandDay> WEEKEND = EnumSet.of(BandDay.SATURDAY, BandDay.SUNDAY);

    private final UrdbRate rate;

    /// The periods of demand that cost something.
    private final Set<String> charged;

    /// By pair of periods, the name of its band.
    private final Map<Pair, String> names = new TreeMap<>();

    /// @param demand [#FREE] where demand costs nothing
    private record Pair(int energy, int demand) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return energy == other.energy
                    ? Integer.compare(demand, other.demand)
                    : Integer.compare(energy, other.energy);
        }
    }

    public BookBands(UrdbRate rate) {
        this.rate = rate;
        charged = components().stream()
                .filter(DemandCharge.class::isInstance)
                .flatMap(charge -> ((DemandCharge) charge).bands().names().stream())
                .collect(Collectors.toSet());
        Set<Pair> pairs = new TreeSet<>();
        for (int month = 0; month < rate.energyHours().weekdays().size(); month++) {
            for (int hour = 0; hour < HOURS; hour++) {
                pairs.add(pair(false, month, hour));
                pairs.add(pair(true, month, hour));
            }
        }
        for (Pair pair : pairs) {
            boolean isDivided = pairs.stream().anyMatch(other -> other.energy == pair.energy && !other.equals(pair));
            names.put(pair, "band-" + pair.energy + (isDivided && pair.demand != FREE ? "-" + pair.demand : ""));
        }
    }

    private Pair pair(boolean isWeekend, int month, int hour) {
        int demand = charged.isEmpty() ? FREE : period(rate.demandHours(), isWeekend, month, hour);
        boolean isCharged = charged.contains(Integer.toString(demand));
        return new Pair(period(rate.energyHours(), isWeekend, month, hour), isCharged ? demand : FREE);
    }

    private static int period(RateHours hours, boolean isWeekend, int month, int hour) {
        return (isWeekend ? hours.weekends() : hours.weekdays()).get(month).get(hour);
    }

    /// Why no book can say what the record charges; empty where one can.
    public Optional<String> clash() {
        if (names.size() > TimeBands.BANDS_MOST) {
            return Optional.of(names.size() + " time bands, where a book's calendar has " + TimeBands.BANDS_MOST);
        }
        return Optional.empty();
    }

    private List<TariffComponent> components() {
        return rate.tariff().versions().getFirst().components();
    }

    /// Those in which a demand counts.
    private List<String> bands(DemandCharge charge) {
        return names.entrySet().stream()
                .filter(band -> charge.bands().names().contains(Integer.toString(band.getKey().demand)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The tariff by the bands of a book, with the minimum of a year, which a month under the record leaves out. To be
    /// asked where there is no [#clash].
    ///
    /// @param zone of the record's hours: the tariff has them as its calendar; null where nobody has told it, and then
    ///     it has none
    public Tariff tariff(@Nullable ZoneId zone) {
        TariffVersion version = rate.tariff().versions().getFirst();
        List<TariffComponent> components = new ArrayList<>();
        components().forEach(component -> inBook(component).ifPresent(components::add));
        yearLimit().ifPresent(components::add);
        Tariff tariff = rate.tariff();
        Tariff inBook = new Tariff(
                tariff.id(),
                tariff.service(),
                tariff.currency(),
                tariff.unit(),
                tariff.basis(),
                tariff.dueDays(),
                List.of(new TariffVersion(version.from(), null, version.proration(), false, components)),
                tariff.taxes());
        return zone == null || names.size() == 1
                ? inBook
                : inBook.with(new TreeMap<>(Map.of(version.from(), calendar(zone))));
    }

    private Optional<TariffComponent> yearLimit() {
        String taxClass = components().getFirst().taxClass();
        return Optional.ofNullable(rate.yearMinimum())
                .map(amount -> new YearLimit(YEAR_MINIMUM, false, amount, CALENDAR_YEAR, taxClass, "annualmincharge"));
    }

    private Optional<TariffComponent> inBook(TariffComponent component) {
        return switch (component) {
            case BandCharge charge -> Optional.of(inBook(charge));
            case DemandCharge charge when !charge.bands().isWhole() -> inBook(charge, bands(charge));
            case TariffComponent other -> Optional.of(other);
        };
    }

    private BandCharge inBook(BandCharge charge) {
        Map<String, BandLadder> ladders =
                charge.bands().stream().collect(Collectors.toMap(BandLadder::band, ladder -> ladder));
        List<BandLadder> inBook = new ArrayList<>();
        names.forEach((pair, name) -> {
            BandLadder ladder = ladders.get(Integer.toString(pair.energy));
            if (ladder != null) {
                inBook.add(new BandLadder(name, ladder.basis(), ladder.tiers()));
            }
        });
        return new BandCharge(charge.code(), charge.unit(), inBook, charge.taxClass(), charge.clause());
    }

    /// In all bands it is the highest of the whole period, in none it never is due.
    private Optional<TariffComponent> inBook(DemandCharge charge, List<String> bands) {
        return bands.isEmpty()
                ? Optional.empty()
                : Optional.of(new DemandCharge(
                        charge.code(),
                        charge.unit(),
                        bands.size() == names.size() ? DemandBands.WHOLE : new DemandBands(bands),
                        charge.months(),
                        charge.tiers(),
                        charge.taxClass(),
                        charge.clause()));
    }

    /// A season for each run of months with the same hours.
    private TimeBands calendar(ZoneId zone) {
        List<BandSeason> seasons = new ArrayList<>();
        List<BandWindow> last = List.of();
        for (int month = 1; month <= rate.energyHours().weekdays().size(); month++) {
            List<BandWindow> windows = windows(month - 1);
            if (!windows.equals(last)) {
                String name = Month.of(month).name().toLowerCase(Locale.ROOT);
                seasons.add(new BandSeason(name, MonthDay.of(month, 1), windows));
                last = windows;
            }
        }
        return new TimeBands(zone, seasons, Set.of(), Set.of());
    }

    private List<BandWindow> windows(int month) {
        List<String> weekdays = ofDay(false, month);
        List<String> weekends = ofDay(true, month);
        if (weekdays.equals(weekends)) {
            return windows(weekdays, EnumSet.allOf(BandDay.class));
        }
        List<BandWindow> windows = new ArrayList<>(windows(weekdays, EnumSet.range(BandDay.MONDAY, BandDay.FRIDAY)));
        windows.addAll(windows(weekends, WEEKEND));
        return windows;
    }

    private List<String> ofDay(boolean isWeekend, int month) {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> names.getOrDefault(pair(isWeekend, month, hour), ""))
                .toList();
    }

    private static List<BandWindow> windows(List<String> ofDay, Set<BandDay> days) {
        List<BandWindow> windows = new ArrayList<>();
        int from = 0;
        for (int hour = 1; hour <= HOURS; hour++) {
            if (hour == HOURS || !ofDay.get(hour).equals(ofDay.get(from))) {
                windows.add(new BandWindow(ofDay.get(from), days, from * HOUR, hour * HOUR));
                from = hour;
            }
        }
        return windows;
    }
}
