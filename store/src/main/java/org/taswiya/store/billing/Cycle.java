package org.taswiya.store.billing;

import java.time.LocalDate;

/// Which bills a run makes.
///
/// @param billTo the end of the period to bill: where no reading is there yet, usage is estimated up to this day
/// @param billedOn the date of the bills; readings of later days are not looked at
public record Cycle(LocalDate billTo, LocalDate billedOn) {

    @Override
    public String toString() {
        return "cycle to " + billTo + " billed on " + billedOn;
    }
}
