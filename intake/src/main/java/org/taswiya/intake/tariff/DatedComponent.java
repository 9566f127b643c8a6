package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffVersion;

/// A component with what it is on the days of its version: days of their own are versions of their own, so that nothing
/// but versions has dates.
///
/// @param usual what it is but for its dates, and where it is never charged
/// @param stretches in order
/// @param knownTo the day from which nobody knows what it is; null where that is always known
/// @param awaits the index that has no value from then on; null where that is always known
record DatedComponent(
        TariffComponent usual,
        List<Stretch> stretches,
        @Nullable LocalDate knownTo,
        @Nullable String awaits) {

    /// @param from null for the begin of the version
    /// @param to the day after the last; null for the end of the version
    record Stretch(@Nullable LocalDate from, @Nullable LocalDate to, TariffComponent component) {
        private boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    DatedComponent {
        stretches = List.copyOf(stretches);
    }

    static DatedComponent of(TariffComponent component, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new DatedComponent(component, List.of(new Stretch(from, to, component)), null, null);
    }

    /// The versions that one version of a book comes to.
    ///
    /// @param provisional whether a figure of it is reasoned
    static List<TariffVersion> versions(
            LocalDate from,
            @Nullable LocalDate end,
            Proration proration,
            boolean provisional,
            List<DatedComponent> components) {
        LocalDate to = earliest(end, components);
        SortedSet<LocalDate> starts = new TreeSet<>();
        starts.add(from);
        for (DatedComponent component : components) {
            component.stretches.forEach(stretch -> {
                addInside(stretch.from, from, to, starts);
                addInside(stretch.to, from, to, starts);
            });
        }
        List<LocalDate> inOrder = new ArrayList<>(starts);
        List<TariffVersion> versions = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            LocalDate start = inOrder.get(i);
            LocalDate next = i + 1 < inOrder.size() ? inOrder.get(i + 1) : to;
            String awaited = next != null && next.equals(to) && !next.equals(end) ? awaited(next, components) : null;
            versions.add(new TariffVersion(start, next, proration, provisional, on(start, components), awaited));
        }
        return versions;
    }

    private static @Nullable String awaited(LocalDate day, List<DatedComponent> components) {
        return components.stream()
                .filter(component -> day.equals(component.knownTo))
                .map(DatedComponent::awaits)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate end, List<DatedComponent> components) {
        LocalDate earliest = end;
        for (DatedComponent component : components) {
            LocalDate known = component.knownTo;
            if (known != null && (earliest == null || known.isBefore(earliest))) {
                earliest = known;
            }
        }
        return earliest;
    }

    private static void addInside(
            @Nullable LocalDate day, LocalDate from, @Nullable LocalDate to, SortedSet<LocalDate> starts) {
        if (day != null && day.isAfter(from) && (to == null || day.isBefore(to))) {
            starts.add(day);
        }
    }

    private static List<TariffComponent> on(LocalDate day, List<DatedComponent> components) {
        return components.stream()
                .flatMap(component -> component.stretches.stream())
                .filter(stretch -> stretch.holds(day))
                .map(Stretch::component)
                .toList();
    }
}
