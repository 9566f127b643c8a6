/// Money at banks: what their files tell, and whose money it is.
///
/// A [BankStatement] is what a file says of an account; a [BankEntry] is one booking on it and a [BankTransaction] one
/// movement of the booking. A [BankAccountNumber] is an IBAN that holds.
///
/// Invariants: amounts are exact, above zero where money comes in; the transactions of an entry sum to it.
///
/// Not here: the form of files (intake and deliver), what is kept (store), where a customer's money goes (receivables).
@NullMarked
package org.taswiya.core.bank;

import org.jspecify.annotations.NullMarked;
