/// Bills as invoices that other programs read, under EN 16931.
///
/// [BillInvoice] makes an [EInvoice] of a bill document and a utility profile, or says why there is none
/// ([EInvoiceOutcome]). [UblInvoice] and [CiiInvoice] write the same invoice in either of the two syntaxes that the
/// standard knows. Numbers such as BT-131, BG-25 and BR-CO-10 are the standard's own for its terms, groups and rules.
///
/// Words: a *rate* is one of value added tax, or exempt; a *charge* is one of the whole document; the *rounding* is
/// what rounding period by period leaves over against tax on the sum.
///
/// Invariants: an invoice adds up to the centime by the rules of the standard, or is not there; it asks for exactly
/// what its bill asks for. Tax is a rate's share of the sum of what bears it (BR-CO-17), while a bill rounds the tax of
/// each period and subtracts what was billed before: what that differs by is BT-114, a few centimes at most; an
/// invoice of which it would be more is refused, because then the rates are not known. Prices are never below zero,
/// quantities are. Levies bear no value added tax and are a charge or an allowance of the whole document in category E,
/// since category O may stand beside no other. Arrears and the stamp on cash are no part of an invoice.
///
/// Not here: sending, signing and clearing of invoices; PDF.
@NullMarked
package org.taswiya.deliver.einvoice;

import org.jspecify.annotations.NullMarked;
