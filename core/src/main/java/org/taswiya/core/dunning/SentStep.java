package org.taswiya.core.dunning;

import java.time.LocalDate;
import org.taswiya.core.receivables.ItemKey;

/// A step that was sent for an item.
public record SentStep(ItemKey item, String step, LocalDate on) {}
