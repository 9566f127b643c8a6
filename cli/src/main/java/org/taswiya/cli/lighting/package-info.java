/// Commands for supply without a meter: how long lamps burn, what an inventory of them used.
///
/// `lighting hours` tells the hours of a calendar month by month, `lighting usage` what an inventory used, and what
/// that costs under a book, `lighting take` brings the calendar into the books by which lamps are billed, `lighting
/// lamps` shows the inventory of an agreement.
///
/// Invariants: files are read whole before anything is told; all their faults are told at once.
///
/// Not here: burning hours and usage (core), the files (intake), prices (`rate`).
@NullMarked
package org.taswiya.cli.lighting;

import org.jspecify.annotations.NullMarked;
