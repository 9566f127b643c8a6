package org.taswiya.run.receiving;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.validation.RestingDays.Day;
import org.taswiya.store.validation.RestingDays.Stated;

/// The days that a feed has counted on one dial, each from the end of the one before it, when some of them come to
/// something else: those behind are counted anew, so that each has the usage that the feed says of it.
///
/// What was used on a day is what its reading has more than the one from which it was counted on, as that was when the
/// day came. What is not the feed's stays as it is, and the days end before it: a reading that somebody took, the value
/// of a meter that was taken away.
final class FeedChain {
    private static final int NOTHING = -1;

    private final Meter meter;
    private final List<Day> days;
    private final @Nullable LocalDate ending;
    private final Set<LocalDate> brought;
    private final Map<LocalDate, Fraction> now = new HashMap<>();
    /// The first of the days that is not counted anew yet.
    private int next;
    /// Up to which day nothing hinders, for rows of so many days.
    private LocalDate clearTo = LocalDate.MIN;

    private long clearLength;

    /// @param days what the books have from the first day on that may come to something else
    /// @param ending the day on which another meter took the place of this one; null where none did
    /// @param brought the days that the batch has a row of itself
    FeedChain(Meter meter, List<Day> days, @Nullable LocalDate ending, Set<LocalDate> brought) {
        this.meter = meter;
        this.days = days.stream().filter(day -> isOf(meter, ending, day.at())).toList();
        this.ending = ending;
        this.brought = new HashSet<>(brought);
    }

    /// The reading of a day on which meters changed is of the new one.
    private static boolean isOf(Meter meter, @Nullable LocalDate ending, LocalDate day) {
        LocalDate removed = meter.removedAt();
        return ending == null ? removed == null || !day.isAfter(removed) : day.isBefore(ending);
    }

    boolean isOf(Meter other) {
        return meter.usagePoint().equals(other.usagePoint())
                && meter.installedAt().equals(other.installedAt());
    }

    String usagePoint() {
        return meter.usagePoint();
    }

    /// A day that is counted anew.
    ///
    /// @param before its last revision in the books
    /// @param revisions of its day in the books
    record Anew(Stated before, CountedOn counted, int revisions) {}

    /// What a day comes to now; the days before it are counted anew already.
    void set(LocalDate at, Fraction exact) {
        now.put(at, exact);
    }

    /// The next day that is counted anew, in the order of days, up to one of them; empty when there is none.
    Optional<Anew> next(LocalDate last) {
        while (next < days.size() && !days.get(next).at().isAfter(last)) {
            int place = next++;
            CountedOn counted = anew(place, now);
            if (counted != null) {
                Day day = days.get(place);
                now.put(day.at(), counted.exact());
                return Optional.of(
                        new Anew(day.stated().getLast(), counted, day.stated().size()));
            }
        }
        return Optional.empty();
    }

    /// Why a day cannot come to something else; null when it can.
    ///
    /// @param length of the row's days
    @Nullable String hindrance(LocalDate at, Fraction exact, long length) {
        if (!at.isAfter(clearTo) && length == clearLength && isDecimal(exact)) {
            return null;
        }
        Map<LocalDate, Fraction> then = new HashMap<>(now);
        then.put(at, exact);
        LocalDate last = at;
        boolean isDecimal = isDecimal(exact);
        for (int place = 0; place < days.size(); place++) {
            Day day = days.get(place);
            if (!day.at().isAfter(at)) {
                continue;
            }
            if (day.isWaiting()) {
                return "the reading of " + day.at() + " waits: decide it first, it is in `suspect list`";
            }
            if (!isFeeds(day)) {
                return isAtHand(last, day.at(), length)
                        ? said(day.stated().getLast().reading())
                        : clear(last, length, isDecimal);
            }
            CountedOn counted = anew(place, then);
            if (counted == null) {
                return null;
            }
            if (!counted.isKept()) {
                return "the dial of " + day.at() + " cannot be counted anew, to " + counted.exact();
            }
            isDecimal &= isDecimal(counted.exact());
            then.put(day.at(), counted.exact());
            last = day.at();
        }
        return ending != null && isAtHand(last, ending, length)
                ? "an exchange says what meter " + meter.serial() + " showed on " + ending
                : clear(last, length, isDecimal);
    }

    /// What ends in decimals goes on doing so, so that days up to there need not be gone through again.
    private @Nullable String clear(LocalDate last, long length, boolean isDecimal) {
        if (isDecimal) {
            clearTo = last;
            clearLength = length;
        }
        return null;
    }

    private static boolean isDecimal(Fraction exact) {
        return ExactText.of(exact).indexOf('/') < 0;
    }

    /// Whether what lies between is no more than the feed counts at once, so that the difference has nowhere else to
    /// go, and the batch does not say what was used up to there.
    private boolean isAtHand(LocalDate last, LocalDate day, long length) {
        return day.isBefore(last.plusDays(2 * length)) && !brought.contains(day);
    }

    private static String said(Reading reading) {
        return "the books have " + reading.value() + " (" + FeedProvenance.source(reading) + ") on " + reading.at()
                + ", which is not the feed's";
    }

    private static boolean isFeeds(Day day) {
        return !day.stated().isEmpty()
                && FeedProvenance.exact(day.stated().getLast().reading()).isPresent();
    }

    /// What a day comes to; null where it does not rest on one that comes to something else, or comes to the same.
    private @Nullable CountedOn anew(int place, Map<LocalDate, Fraction> changed) {
        Day day = days.get(place);
        if (!isFeeds(day) || day.isWaiting()) {
            return null;
        }
        Stated stated = day.stated().getLast();
        int from = countedFrom(place, stated.change());
        Fraction came = from == NOTHING ? null : changed.get(days.get(from).at());
        if (came == null) {
            return null;
        }
        Fraction exact = FeedProvenance.exact(stated.reading()).orElseThrow();
        Fraction before = stood(days.get(from), stated.change());
        CountedOn counted = new CountedOn(meter.register(), exact).moved(before == null ? came : before, came);
        return counted.exact().equals(exact) ? null : counted;
    }

    /// The last day before one that there was to be counted on from when a change came.
    private int countedFrom(int place, long change) {
        for (int before = place - 1; before >= 0; before--) {
            if (stood(days.get(before), change) != null) {
                return before;
            }
        }
        return NOTHING;
    }

    /// What a dial stood at on a day when a change came; null where nobody knew.
    private static @Nullable Fraction stood(Day day, long change) {
        Reading then = null;
        for (Stated stated : day.stated()) {
            then = stated.change() <= change ? stated.reading() : then;
        }
        return then == null ? null : CountedOn.exact(then);
    }
}
