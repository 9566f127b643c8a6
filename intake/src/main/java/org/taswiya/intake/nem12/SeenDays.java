package org.taswiya.intake.nem12;

import java.time.LocalDate;
import java.util.BitSet;

/// The days that one stream has brought: a bit for each from the earliest on, as files hold a million streams of a day
/// as well as one of years.
final class SeenDays {
    private long earliest;
    private BitSet since = new BitSet();

    boolean has(LocalDate day) {
        long place = day.toEpochDay() - earliest;
        return place >= 0 && place <= Integer.MAX_VALUE && since.get((int) place);
    }

    void add(LocalDate day) {
        long added = day.toEpochDay();
        if (since.isEmpty()) {
            earliest = added;
        } else if (added < earliest) {
            BitSet moved = new BitSet();
            int by = Math.toIntExact(earliest - added);
            since.stream().forEach(place -> moved.set(place + by));
            since = moved;
            earliest = added;
        }
        since.set(Math.toIntExact(added - earliest));
    }
}
