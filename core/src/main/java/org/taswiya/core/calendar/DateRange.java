package org.taswiya.core.calendar;

import java.time.LocalDate;
import java.util.Optional;

/// Days from `from` (included) to `to` (not included); never empty.
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Range from " + from + " to " + to + " has no day");
        }
    }

    public static DateRange of(LocalDate from, LocalDate to) {
        return new DateRange(from, to);
    }

    /// The number of days, at least one.
    public long days() {
        return to.toEpochDay() - from.toEpochDay();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    public boolean contains(DateRange other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public Optional<DateRange> intersection(DateRange other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new DateRange(start, end)) : Optional.empty();
    }

    /// How many days lie in both ranges; zero when they do not meet.
    public long daysShared(DateRange other) {
        LocalDate start = from.isAfter(other.from) ? from : other.from;
        LocalDate end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? end.toEpochDay() - start.toEpochDay() : 0;
    }

    /// The same dates in an earlier year; 29 February becomes 28 February.
    public Optional<DateRange> yearsEarlier(int years) {
        LocalDate start = from.minusYears(years);
        LocalDate end = to.minusYears(years);
        return start.isBefore(end) ? Optional.of(new DateRange(start, end)) : Optional.empty();
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
