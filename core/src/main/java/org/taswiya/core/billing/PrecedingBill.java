package org.taswiya.core.billing;

import java.time.LocalDate;

/// A bill that a later one settles or corrects, as an invoice has to name it.
///
/// @param number as printed on it; of a bill of the old system its reference there
public record PrecedingBill(String number, LocalDate issuedOn) {
    public PrecedingBill {
        if (number.isBlank()) {
            throw new IllegalArgumentException("A bill of " + issuedOn + " without a number names none");
        }
    }
}
