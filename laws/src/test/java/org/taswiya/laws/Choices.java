package org.taswiya.laws;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A tape of numbers from which a case is drawn. Zero is the simplest choice; beyond the end all numbers are zero.
final class Choices {

    private final List<Integer> tape;
    private int next;

    Choices(List<Integer> tape) {
        this.tape = tape;
    }

    /// A number from zero to below a bound.
    int below(int bound) {
        return next < tape.size() ? tape.get(next++) % bound : 0;
    }

    /// A number between two, both included; the lower is the simplest.
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /// Whether something that happens in so many of a hundred cases happens; simplest is that it does not.
    boolean percent(int likely) {
        return below(100) >= 100 - likely;
    }

    /// Months, each of which is among them in so many of a hundred cases; the simplest are none.
    Set<Month> months(int likely) {
        Set<Month> months = EnumSet.noneOf(Month.class);
        for (Month month : Month.values()) {
            if (percent(likely)) {
                months.add(month);
            }
        }
        return months;
    }

    /// One of several; the first is the simplest.
    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[below(values.length)];
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /// A day up to so many days after another.
    LocalDate dayWithin(LocalDate first, int days) {
        return first.plusDays(below(days + 1));
    }

    /// The same values in another order.
    <T> List<T> shuffled(List<T> values) {
        List<T> result = new ArrayList<>(values);
        for (int i = result.size() - 1; i > 0; i--) {
            int other = i - below(i + 1);
            T moved = result.get(i);
            result.set(i, result.get(other));
            result.set(other, moved);
        }
        return result;
    }
}
