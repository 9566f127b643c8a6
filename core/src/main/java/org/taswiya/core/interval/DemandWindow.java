package org.taswiya.core.interval;

/// Over how long demand is: what is counted in that time, divided by its hours.
///
/// @param minutes 0 for each interval by itself
/// @param isSliding whether a window begins with every interval; else one begins where the one before it has ended,
///     from the first of the days on
public record DemandWindow(int minutes, boolean isSliding) {
    public static final DemandWindow INTERVAL = new DemandWindow(0, false);

    public DemandWindow {
        if (minutes < 0 || minutes > IntervalClock.DAY) {
            throw new IllegalArgumentException("Demand over " + minutes + " minutes is not 0 to a day");
        }
    }

    /// How many intervals it is; 0 when they do not fit it.
    int intervals(IntervalClock clock) {
        if (minutes == 0 || minutes == clock.minutes()) {
            return 1;
        }
        return clock.minutes() < minutes && minutes % clock.minutes() == 0 ? minutes / clock.minutes() : 0;
    }
}
