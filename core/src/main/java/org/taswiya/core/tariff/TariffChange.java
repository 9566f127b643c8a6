package org.taswiya.core.tariff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fact that two price books state differently.
///
/// @param before as the first book states it; null where it does not
/// @param after as the second one does; null where it does not
public record TariffChange(
        TariffFact fact, @Nullable String before, @Nullable String after) {

    /// All of them: what changed and what went away in the order of the first book, then what came in that of the
    /// second.
    ///
    /// @param before and after, each as on one day ([Tariff#asOn])
    static List<TariffChange> between(Tariff before, Tariff after) {
        Map<TariffFact, String> first = TariffFacts.of(before);
        Map<TariffFact, String> second = TariffFacts.of(after);
        List<TariffChange> changes = new ArrayList<>();
        first.forEach((fact, value) -> {
            String now = second.get(fact);
            if (!value.equals(now)) {
                changes.add(new TariffChange(fact, value, now));
            }
        });
        second.forEach((fact, value) -> {
            if (!first.containsKey(fact)) {
                changes.add(new TariffChange(fact, null, value));
            }
        });
        return List.copyOf(changes);
    }
}
