/// How answers look on a terminal, whatever they are about.
///
/// [Terminal] knows whether a person watches and whether colours may be used, [Look] dresses words accordingly,
/// [TextTable] aligns columns as wide as they must be, [Grouped] sets thousands apart,
/// [Currency] writes amounts of money. A [StopNotice] says what becomes of work that somebody stops.
///
/// Invariants: without colours the same characters appear in the same places; figures stand to the right under their
/// head, which names the unit.
///
/// Not here: pages for customers in three languages (deliver), progress of a job (the commands).
@NullMarked
package org.taswiya.cli.terminal;

import org.jspecify.annotations.NullMarked;
