package org.taswiya.bench.backtest;

import java.util.List;

/// How good alarms were on a set: shares in percent.
///
/// @param half which meters were judged
/// @param judged periods of which enough was known before and after
/// @param meterYears the days of these periods over 365
/// @param alarms periods of them that would have been told of
/// @param falseAlarms of these, periods that the following twelve months show to be ordinary
/// @param falseShare of the periods judged
/// @param falsePerYear for 100 meters in a year
/// @param found of each injected leak, the share of periods in which it would have been told of
public record AlarmRow(
        String set,
        Half half,
        int meters,
        int judged,
        double meterYears,
        int alarms,
        int falseAlarms,
        double falseShare,
        double falsePerYear,
        List<Double> found) {

    /// Which meters of a set: limits are chosen on one half and judged on the other.
    public enum Half {
        ALL,
        FIRST,
        SECOND;

        /// By a digest of its name, so that neither the order nor the class prefers one.
        boolean has(String meter) {
            int bit = ((meter.hashCode() * 0x9E3779B1) >>> 16) & 1;
            return this == ALL || (this == FIRST) == (bit == 0);
        }
    }

    public AlarmRow {
        found = List.copyOf(found);
    }
}
