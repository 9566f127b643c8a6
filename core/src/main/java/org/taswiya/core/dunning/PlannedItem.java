package org.taswiya.core.dunning;

import java.time.LocalDate;

/// That a budget plan asks for an item in place of the item itself.
///
/// @param plan its number
/// @param askedFrom the day on which the item is due in its own right
public record PlannedItem(long plan, LocalDate askedFrom) {}
