package org.taswiya.core.validation;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// Another register of the same device.
///
/// @param name how the utility tells it apart, such as `night`
/// @param isBandOfThis whether what it counts is a part of what the register read counts
/// @param use what it counted since the reading before, in units after its multiplier; null when it was not read on the
///     day, or what it counted cannot be told
public record Sibling(
        String name, boolean isBandOfThis, @Nullable Decimal use) {}
