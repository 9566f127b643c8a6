package org.taswiya.store.receiving;

import java.time.LocalDate;

/// A usage point on a day: what a reading is of.
public record PointDay(String usagePoint, LocalDate at) {}
