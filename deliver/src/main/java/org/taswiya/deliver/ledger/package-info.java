/// The ledger for other programs: hledger's plain text, CSV for spreadsheets, JSON lines.
///
/// A [JournalWriter] writes entries one after the other, in the order in which it is given them, and keeps none. Each
/// entry goes out whole with its key, so that whoever reads twice can tell.
///
/// Invariants: the same entries give the same bytes; amounts are text with two decimals, debits above zero.
///
/// Not here: where entries come from (store), what they mean (core).
@NullMarked
package org.taswiya.deliver.ledger;

import org.jspecify.annotations.NullMarked;
