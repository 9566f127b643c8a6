package org.taswiya.core.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.calendar.DateRange;

/// A way to say what an unread meter would have shown. The code is what policies, bills and answers show.
///
/// The *edition* of all methods is one number. Whatever changes what one of them comes to makes another edition, and
/// the one before goes on to come to what it did: bills, runs and documents that were made by it are made again by it.
public enum EstimationMethod {
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
    /// The daily average of the last three known intervals.
    RECENT_AVERAGE,
    /// The daily average of what is known of the last 92 days; where nothing is, of the last 365.
    LAST_QUARTER,
    /// The daily average of what is known of the last 365 days.
    LAST_TWELVE_MONTHS,
    /// What the class uses in each month of the year, times the meter's own level of the last half year.
    CLASS_SEASON,
    /// The use of a year, times what the dates are of the class's year: that of the last 365 days where half of them
    /// is known, else the volume that the agreement states.
    ANNUAL_VOLUME,
    /// The daily average of the customers of the class.
    CLASS_AVERAGE,
    /// Our own: the middle of the level with a short memory and that with a long one, each times the season, and of
    /// last year's dates times the trend of the class. The season is the meter's own as far as its years agree.
    BEST,
    /// What a person stated for this once; never part of a chain.
    STATED;

    /// In which a premise was empty on all of the days to be estimated, or on none.
    public static final int FIRST_EDITION = 1;

    /// That of today: nothing is counted for days on which the premise is known to be empty.
    public static final int EDITION = 2;

    /// The version of this method in an edition of all: the edition in which it was changed last.
    public int version(int edition) {
        return switch (this) {
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
        return switch (this) {
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
        return switch (this) {
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
        int years = switch (this) {
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EstimationMethod> ofCode(String code) {
        for (EstimationMethod method : values()) {
            if (method.code().equals(code)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
