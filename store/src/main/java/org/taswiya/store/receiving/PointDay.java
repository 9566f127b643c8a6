package org.taswiya.store.receiving;

import java.time.LocalDate;

/// A usage point on a day: what a reading is of.
public record PointDay(String usagePoint, LocalDate at) {
    /// Many points stand beside many days, and the usual sum of both gives neighbours of the one the places of
    /// neighbours of the other; so days are spread first.
    private static final int SPREAD = 0x9E3779B1;

    @Override
    public int hashCode() {
        return usagePoint.hashCode() ^ at.hashCode() * SPREAD;
    }
}
