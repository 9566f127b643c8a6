package org.taswiya.bench;

import org.jspecify.annotations.Nullable;

/// One measured rate.
///
/// @param name what was done
/// @param unit what was counted
/// @param count how many
/// @param seconds of the clock on the wall
/// @param cores that it ran on
/// @param overFloor our time over the floor's for the same bytes; null where there is no floor
/// @param overSql the rival's time over ours for the same bills; null where it does not bill them
public record BenchRow(
        String name,
        String unit,
        long count,
        double seconds,
        int cores,
        @Nullable Double overFloor,
        @Nullable Double overSql) {

    static BenchRow of(String name, String unit, long count, double seconds, int cores) {
        return new BenchRow(name, unit, count, seconds, cores, null, null);
    }

    BenchRow withFloor(double floorSeconds) {
        return new BenchRow(name, unit, count, seconds, cores, seconds / floorSeconds, overSql);
    }

    BenchRow withSql(double sqlSeconds) {
        return new BenchRow(name, unit, count, seconds, cores, overFloor, sqlSeconds / seconds);
    }

    public double perSecond() {
        return count / seconds;
    }

    public double perSecondPerCore() {
        return perSecond() / cores;
    }
}
