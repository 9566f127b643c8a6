package org.taswiya.core.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;

/// A way to say what an unread meter would have shown. The code is what policies, bills and answers show: that of its
/// kind, and `recent-average/6` where it looks at another number of intervals than three.
///
/// The *edition* of all methods is one number. Whatever changes what one of them comes to makes another edition, and
/// the one before goes on to come to what it did: bills, runs and documents that were made by it are made again by it.
///
/// @param periods how many of the last known intervals a recent average is of; zero for all other kinds
public record EstimationMethod(Kind kind, int periods) implements Comparable<EstimationMethod> {

    /// What it goes by.
    public enum Kind {
        /// Nothing, because the premise is known to be empty.
        VACANT,
        /// What the customer's own readings show, the days after the last of them like those since the meter was read.
        CUSTOMER_READING,
        /// The mean of the daily averages of the same dates in the two years before. The guideline of spring 2020.
        TWO_YEARS,
        /// The daily average of the same dates last year.
        LAST_YEAR,
        /// The daily average of the last known interval, carried on.
        PREVIOUS_PERIOD,
        /// The daily average of the last known intervals, as many as the method says.
        RECENT_AVERAGE,
        /// The daily average of what is known of the last 92 days; where nothing is, of the last 365.
        LAST_QUARTER,
        /// The daily average of what is known of the last 365 days.
        LAST_TWELVE_MONTHS,
        /// What the class uses in each month of the year, times the meter's own level of the last half year.
        CLASS_SEASON,
        /// The use of a year, times what the dates are of the class's year: that of the last 365 days where half of
        /// them is known, else the volume that the agreement states.
        ANNUAL_VOLUME,
        /// The daily average of the customers of the class.
        CLASS_AVERAGE,
        /// Our own: the middle of the level with a short memory and that with a long one, each times the season, and of
        /// last year's dates times the trend of the class. The season is the meter's own as far as its years agree.
        BEST,
        /// What a person stated for this once; never part of a chain.
        STATED;

        /// The code of a method of its kind, but for a number of periods.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static final EstimationMethod VACANT = new EstimationMethod(Kind.VACANT, 0);
    public static final EstimationMethod CUSTOMER_READING = new EstimationMethod(Kind.CUSTOMER_READING, 0);
    public static final EstimationMethod TWO_YEARS = new EstimationMethod(Kind.TWO_YEARS, 0);
    public static final EstimationMethod LAST_YEAR = new EstimationMethod(Kind.LAST_YEAR, 0);
    public static final EstimationMethod PREVIOUS_PERIOD = new EstimationMethod(Kind.PREVIOUS_PERIOD, 0);
    public static final EstimationMethod RECENT_AVERAGE = new EstimationMethod(Kind.RECENT_AVERAGE, 3);
    public static final EstimationMethod LAST_QUARTER = new EstimationMethod(Kind.LAST_QUARTER, 0);
    public static final EstimationMethod LAST_TWELVE_MONTHS = new EstimationMethod(Kind.LAST_TWELVE_MONTHS, 0);
    public static final EstimationMethod CLASS_SEASON = new EstimationMethod(Kind.CLASS_SEASON, 0);
    public static final EstimationMethod ANNUAL_VOLUME = new EstimationMethod(Kind.ANNUAL_VOLUME, 0);
    public static final EstimationMethod CLASS_AVERAGE = new EstimationMethod(Kind.CLASS_AVERAGE, 0);
    public static final EstimationMethod BEST = new EstimationMethod(Kind.BEST, 0);
    public static final EstimationMethod STATED = new EstimationMethod(Kind.STATED, 0);

    /// One interval is the previous period; more than a year of them are no recent use.
    public static final int PERIODS_LEAST = 2;

    public static final int PERIODS_MOST = 12;

    /// In which a premise was empty on all of the days to be estimated, or on none.
    public static final int FIRST_EDITION = 1;

    /// That of today: nothing is counted for days on which the premise is known to be empty.
    public static final int EDITION = 2;

    private static final Comparator<EstimationMethod> IN_ORDER =
            Comparator.comparing(EstimationMethod::kind).thenComparingInt(EstimationMethod::periods);
    private static final Map<String, EstimationMethod> BY_CODE = byCode();

    public EstimationMethod {
        boolean isRight =
                kind == Kind.RECENT_AVERAGE ? periods >= PERIODS_LEAST && periods <= PERIODS_MOST : periods == 0;
        if (!isRight) {
            throw new IllegalArgumentException(kind.code() + " of " + periods + " periods");
        }
    }

    /// One of each kind, the recent average of three intervals.
    public static List<EstimationMethod> values() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind == Kind.RECENT_AVERAGE ? RECENT_AVERAGE : new EstimationMethod(kind, 0))
                .toList();
    }

    /// The version of this method in an edition of all: the edition in which it was changed last.
    public int version(int edition) {
        return switch (kind) {
            case VACANT, STATED -> FIRST_EDITION;
            case CUSTOMER_READING,
                    TWO_YEARS,
                    LAST_YEAR,
                    PREVIOUS_PERIOD,
                    RECENT_AVERAGE,
                    LAST_QUARTER,
                    LAST_TWELVE_MONTHS,
                    CLASS_SEASON,
                    ANNUAL_VOLUME,
                    CLASS_AVERAGE,
                    BEST -> edition;
        };
    }

    /// Whether a chain may name it: it finds something in what is known of the meter or of its class.
    public boolean isOfChains() {
        return switch (kind) {
            case CUSTOMER_READING,
                    TWO_YEARS,
                    LAST_YEAR,
                    PREVIOUS_PERIOD,
                    RECENT_AVERAGE,
                    LAST_QUARTER,
                    LAST_TWELVE_MONTHS,
                    CLASS_SEASON,
                    ANNUAL_VOLUME,
                    CLASS_AVERAGE,
                    BEST -> true;
            case VACANT, STATED -> false;
        };
    }

    /// How many months before the dates it looks at, or before the reading that was the last before them: two years and
    /// a longest period more, or six where it learns from many.
    public int monthsLookedAt() {
        return switch (kind) {
            case BEST -> 74;
            case VACANT,
                    CUSTOMER_READING,
                    TWO_YEARS,
                    LAST_YEAR,
                    PREVIOUS_PERIOD,
                    RECENT_AVERAGE,
                    LAST_QUARTER,
                    LAST_TWELVE_MONTHS,
                    CLASS_SEASON,
                    ANNUAL_VOLUME,
                    CLASS_AVERAGE,
                    STATED -> 26;
        };
    }

    /// The dates of earlier years that it looks at, the last year first; none when it looks at something else, or when
    /// the period is a 29 February alone.
    public List<DateRange> sameDates(DateRange period) {
        int years = switch (kind) {
            case TWO_YEARS -> 2;
            case LAST_YEAR -> 1;
            case VACANT,
                    CUSTOMER_READING,
                    PREVIOUS_PERIOD,
                    RECENT_AVERAGE,
                    LAST_QUARTER,
                    LAST_TWELVE_MONTHS,
                    CLASS_SEASON,
                    ANNUAL_VOLUME,
                    CLASS_AVERAGE,
                    BEST,
                    STATED -> 0;
        };
        List<DateRange> dates = new ArrayList<>(years);
        for (int back = 1; back <= years; back++) {
            Optional<DateRange> earlier = period.yearsEarlier(back);
            if (earlier.isEmpty()) {
                return List.of();
            }
            dates.add(earlier.get());
        }
        return dates;
    }

    public String code() {
        return kind == Kind.RECENT_AVERAGE && periods != RECENT_AVERAGE.periods
                ? kind.code() + "/" + periods
                : kind.code();
    }

    public static Optional<EstimationMethod> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<String, EstimationMethod> byCode() {
        Map<String, EstimationMethod> methods = new HashMap<>();
        values().forEach(method -> methods.put(method.code(), method));
        for (int periods = PERIODS_LEAST; periods <= PERIODS_MOST; periods++) {
            methods.put(Kind.RECENT_AVERAGE.code() + "/" + periods, new EstimationMethod(Kind.RECENT_AVERAGE, periods));
        }
        return methods;
    }

    @Override
    public int compareTo(EstimationMethod other) {
        return IN_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }
}
