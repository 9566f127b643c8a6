package org.taswiya.core.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A day from which on two price books state something else of each other than until then.
///
/// @param books as they are on it; null where only one of them has prices then
/// @param changes what they state differently; empty where from it on they state the same again
public record ChangedDay(LocalDate day, @Nullable BookComparison books, List<TariffChange> changes) {

    public ChangedDay {
        changes = List.copyOf(changes);
    }

    /// All of them, the first one first; none where they state the same on every day.
    ///
    /// @throws IllegalArgumentException when they do not price the same service by the same unit in the same currency
    public static List<ChangedDay> between(Tariff before, Tariff after) {
        SortedSet<LocalDate> days = before.days();
        days.addAll(after.days());
        List<ChangedDay> changed = new ArrayList<>();
        boolean isOfOne = false;
        List<TariffChange> changes = List.of();
        for (LocalDate day : days) {
            Optional<BookComparison> books = BookComparison.of(before, day, after, day);
            boolean isOfOneNow =
                    before.versionOn(day).isPresent() != after.versionOn(day).isPresent();
            List<TariffChange> now = books.map(BookComparison::changes).orElse(List.of());
            if (isOfOneNow != isOfOne || !now.equals(changes)) {
                changed.add(new ChangedDay(day, books.orElse(null), now));
            }
            isOfOne = isOfOneNow;
            changes = now;
        }
        return changed;
    }

    /// Whether only one of the two has prices.
    public boolean isOfOne() {
        return books == null;
    }
}
