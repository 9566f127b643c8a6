package org.taswiya.core.tariff;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time bands in whose hours demand counts: the highest of all of them.
///
/// @param names in the order of the alphabet; none where the highest of the whole period counts
public record DemandBands(List<String> names) {
    /// Demand counts in every hour.
    public static final DemandBands WHOLE = new DemandBands(List.of());

    /// Between the names of several.
    private static final String AND = " + ";

    public DemandBands {
        names = List.copyOf(new TreeSet<>(names));
    }

    /// Of one band; of the whole period where it is null.
    public static DemandBands of(@Nullable String band) {
        return band == null ? WHOLE : new DemandBands(List.of(band));
    }

    public boolean isWhole() {
        return names.isEmpty();
    }

    /// What lines and digests call them: the band, or all joined as in `peak + shoulder`; null for the whole period.
    public @Nullable String label() {
        return names.isEmpty() ? null : String.join(AND, names);
    }

    /// Those that a line calls so.
    public static DemandBands ofLabel(String label) {
        return new DemandBands(List.of(label.split(Pattern.quote(AND))));
    }
}
