package org.taswiya.core.billing;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// How much there is of something, as the old system says.
///
/// @param service of which it is; null where it is of all
/// @param value a number, a sum of quantities, or money in major units
public record ControlTotal(ControlKind kind, @Nullable String service, Decimal value) {

    public ControlTotal {
        if ((service == null) == (kind == ControlKind.LAST_READINGS)) {
            throw new IllegalArgumentException("last readings, and nothing else, are of a service: " + kind);
        }
    }
}
