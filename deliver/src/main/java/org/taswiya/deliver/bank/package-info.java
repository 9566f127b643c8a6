/// Orders for banks as files of ISO 20022: transfers (pain.001) and direct debits (pain.008).
///
/// [CreditTransferFile] and [DirectDebitFile] make a file of a [org.taswiya.core.bank.BankOrder].
///
/// Invariants: what is written is valid against the schema of its version, and its control sums are those of its
/// lines; the same order gives the same bytes.
///
/// Not here: what is ordered (store), what banks answer (intake).
@NullMarked
package org.taswiya.deliver.bank;

import org.jspecify.annotations.NullMarked;
