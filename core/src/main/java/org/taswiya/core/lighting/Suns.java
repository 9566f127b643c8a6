package org.taswiya.core.lighting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.lighting.SwitchRule.Horizon;

/// The sun of a place's days, each reckoned once for whoever asks again. Not for use by several threads.
public final class Suns {
    private final @Nullable Place place;
    private final Map<Horizon, Map<LocalDate, Optional<SunTimes>>> known = new EnumMap<>(Horizon.class);

    /// Of the place of a calendar.
    public Suns(LightingCalendar calendar) {
        this.place = calendar.place();
    }

    Optional<SunTimes> on(LocalDate day, Horizon horizon) {
        return known.computeIfAbsent(horizon, _ -> new HashMap<>())
                .computeIfAbsent(day, _ -> SunTimes.of(Objects.requireNonNull(place), day, horizon));
    }
}
