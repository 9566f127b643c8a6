package org.taswiya.store.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which bills a run makes.
///
/// @param billTo the end of the period to bill: where no reading is there yet, usage is estimated up to this day
/// @param billedOn the date of the bills; readings of later days are not looked at
/// @param area whose premises are billed; null for all
/// @param releasedOnly whether only agreements are billed whose held bill was released: a run off the cycle
public record Cycle(
        LocalDate billTo, LocalDate billedOn, @Nullable String area, boolean releasedOnly) {

    /// The cycle of all areas.
    public Cycle(LocalDate billTo, LocalDate billedOn) {
        this(billTo, billedOn, null, false);
    }

    @Override
    public String toString() {
        return "cycle to " + billTo + " billed on " + billedOn + (area == null ? "" : " of " + area)
                + (releasedOnly ? " of released agreements" : "");
    }
}
