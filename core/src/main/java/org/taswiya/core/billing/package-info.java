/// What a customer owes: bills, settlements, and the subtraction behind both.
///
/// [AccountBilling] is the one function that bills an account. [Settlement] joins metering and tariff: usage of a gap,
/// divided over periods, priced period by period, less what was billed. A [Proof] goes with it: what the same volume
/// would have cost in one lump, and in the cheapest and the dearest of all divisions.
///
/// Both take a [SharedPrices] where many accounts are billed: it holds what they have in common. [BillComparison] says
/// why a bill comes to another amount than an earlier one.
///
/// Words: *billed* is what was claimed before, *due* what is known now to be owed, *difference* the second less the
/// first; *true-up* is the sum of differences of billed periods; *kept* is usage that stays estimated because nobody
/// has read that far.
///
/// Invariants: parts sum to the whole; with nothing new the true-up is zero; a negative true-up is a credit and is
/// never clamped; the order in which readings and bills arrive changes nothing.
///
/// Not here: payments and what is done about debts (receivables); how a bill looks (deliver).
@NullMarked
package org.taswiya.core.billing;

import org.jspecify.annotations.NullMarked;
