/// Collectors: networks that take money for the utility, and what becomes of what they tell us.
///
/// A [Collector] is what the utility has agreed with one. It names each *transaction* by a number of its own and tells
/// of it in [CollectorMessage]s: reserve, pay, confirm, cancel. [CollectorRules] says what a message does, from what is
/// [Known] of its transaction. An [Order] is what is to be paid: bills of one account, their amount, the day.
///
/// Invariants: a transaction is paid once at most; what is cancelled or refused is never paid later, in whichever order
/// messages come; a refusal that was told is final, because the collector may have given the money back. Only a confirm
/// that is ahead of its payment is told to come again.
///
/// Not here: where the money goes (receivables), that a repeated message is given its first answer (store), signatures
/// and JSON (server).
@NullMarked
package org.taswiya.core.collector;

import org.jspecify.annotations.NullMarked;
