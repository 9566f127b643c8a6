/// Commands for what customers owe and pay: `pay` and those under it, `ledger age`, `ledger check`.
///
/// They parse the command line, ask the store, and say what came of it; a refusal is told with its reason's code.
///
/// Words: a *receipt* is the number and the paper of a payment; a *till* is who has the money, also where that is a
/// bank or a collector.
///
/// Not here: where money goes (core), how it is kept (store), how a receipt reads (deliver).
@NullMarked
package org.taswiya.cli.payment;

import org.jspecify.annotations.NullMarked;
