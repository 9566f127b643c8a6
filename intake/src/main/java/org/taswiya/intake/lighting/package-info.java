/// The files of public lighting: a calendar of burning hours (YAML), an inventory of lamps (CSV).
///
/// [LightingCalendarParser] reads the regimes of a calendar, [LampInventory] lamps line by line; each gives a
/// [LightingReading].
///
/// Invariants: every fault has file, line, column and reason; a file with one is not used at all.
///
/// Not here: how long lamps burn and what they use (core).
@NullMarked
package org.taswiya.intake.lighting;

import org.jspecify.annotations.NullMarked;
