package org.taswiya.deliver.einvoice;

import java.util.Locale;

/// Why there is no e-invoice of a bill.
public enum EInvoiceReason {
    /// It has no number (BR-02).
    DRAFT,
    /// Nobody has said who the utility is: an invoice wants its numbers and its country (BR-09, BR-CO-26).
    UNKNOWN_UTILITY,
    /// Nobody is named on the bill (BR-07).
    UNKNOWN_BUYER,
    /// A period was billed before by its total alone, so nobody knows what of the difference is which charge and tax.
    UNKNOWN_PARTS,
    /// It is not known at which rates of value added tax a difference was charged.
    UNKNOWN_RATES;

    /// How commands write it: `unknown-buyer`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
