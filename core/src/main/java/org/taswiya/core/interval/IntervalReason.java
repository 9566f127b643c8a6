package org.taswiya.core.interval;

/// Why intervals cannot be taken, or not be summed as asked.
public enum IntervalReason {
    /// The books have the day in intervals of another length, zone or unit.
    OTHER_INTERVALS("other-intervals"),
    /// The books have another value that is known as well; the lower one counts.
    OTHER_VALUE("other-value"),
    /// A value has too many steps of the resolution, the finest of both deliveries.
    TOO_FINE("too-fine"),
    /// What was delivered of a day is no series: of no known length, or not where intervals are.
    NO_SERIES("no-series"),
    /// The usage point has one register, and this is of another one.
    OTHER_REGISTER("other-register"),
    /// Part of an interval is in the days asked for.
    DIVIDED_BY_DAY("divided-by-day"),
    /// Part of an interval is in one time band, part in another.
    DIVIDED_BY_BAND("divided-by-band"),
    /// Demand is asked over what is no whole number of intervals.
    DIVIDED_BY_DEMAND("divided-by-demand");

    private final String code;

    IntervalReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
