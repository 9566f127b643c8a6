/// What banks send about an account: statements (camt.053) and notifications (camt.054) of ISO 20022.
///
/// [StatementFile] reads a file and hands out what [org.taswiya.core.bank] has words for, or says why not.
///
/// Invariants: a file is taken whole or refused whole, with a reason of [BankFault] and its line; of a statement the
/// opening balance and the booked entries come to the closing balance; amounts are exact, in the one currency of the
/// account; what is not booked yet is left out.
///
/// Not here: a full check against the schemas (what is read is checked, what is not read is passed over); pages of one
/// statement in several files; what the entries mean to the books (run, store).
@NullMarked
package org.taswiya.intake.bank;

import org.jspecify.annotations.NullMarked;
