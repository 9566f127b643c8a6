package org.taswiya.bench.interval;

import java.util.List;

/// What intervals came to.
///
/// @param days that were loaded of all registers
/// @param loadSeconds for all of them, from files of text
/// @param sumSeconds for all of them, day by day, by bands with demand
/// @param sumAllSeconds for all days at once
/// @param floorSeconds for copying the rows of all days out and in
/// @param bytesAsTheyCame of all rows on disk with their key, a row a day
/// @param bytesPacked the same a row a month
public record IntervalBenchReport(
        String machine,
        int registers,
        int days,
        List<Year> years,
        double loadSeconds,
        double sumSeconds,
        double sumAllSeconds,
        double floorSeconds,
        double packSeconds,
        long bytesAsTheyCame,
        long bytesPacked) {

    /// A year of quarter hours as it is kept, in twelve months.
    ///
    /// @param total in the unit
    public record Year(String name, long total, long bytes) {}

    public long registerDays() {
        return (long) registers * days;
    }

    /// How many days of a register are loaded and summed in a second.
    public double perSecond() {
        return registerDays() / (loadSeconds + sumSeconds);
    }

    /// How many minutes a day of a million registers would take at that rate.
    public double minutesOfAMillion() {
        return 1_000_000 / perSecond() / 60;
    }
}
