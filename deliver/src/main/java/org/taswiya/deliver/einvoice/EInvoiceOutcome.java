package org.taswiya.deliver.einvoice;

/// The e-invoice of a bill, or why there is none.
public sealed interface EInvoiceOutcome {

    /// There is one.
    record Made(EInvoice invoice) implements EInvoiceOutcome {}

    /// There is none.
    ///
    /// @param found what was found, and what to do about it
    record Refused(EInvoiceReason reason, String found) implements EInvoiceOutcome {}
}
