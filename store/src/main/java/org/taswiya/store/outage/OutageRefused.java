package org.taswiya.store.outage;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An interruption is not planned or changed, and nothing was written. The message says what was found.
public final class OutageRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// Under these names stand the times behind a reason.
    public static final String FROM = "from";

    public static final String TO = "to";
    public static final String NOW = "now";

    private final OutageRefusal reason;
    private final TreeMap<String, LocalDateTime> times;
    private final ArrayList<String> places;

    OutageRefused(OutageRefusal reason, String found, Map<String, LocalDateTime> times, List<String> places) {
        super(found);
        this.reason = reason;
        this.times = new TreeMap<>(times);
        this.places = new ArrayList<>(places);
    }

    public OutageRefusal reason() {
        return reason;
    }

    /// Those that the reason is about, by name.
    public Map<String, LocalDateTime> times() {
        return Map.copyOf(times);
    }

    /// Areas, routes or premises as they were typed.
    public List<String> places() {
        return List.copyOf(places);
    }
}
