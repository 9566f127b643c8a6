/// NEM12 in: the files of intervals of the Australian electricity market (AEMO's Meter Data File Format).
///
/// A file is a record a line: 100 the header, 200 a stream (a point's NMI with a suffix that names the register), 300 a
/// day of 5, 15 or 30 minute intervals, 400 the quality of some of them when it varies, 500 what was done at the meter,
/// 900 the end. [Nem12File] hands out a day for each 300 record, in the order of the file.
///
/// Invariants: days are of market time (AEST, the same all the year round), so that every day has 24 hours; a day is
/// taken whole or refused with its line; a day of a stream is taken once, whichever block brings it. The file is read
/// twice, first to see whether it stands: a file without its end hands out nothing.
///
/// Not here: reactive and apparent energy, demand and voltage, which are refused by name; NEM13.
@NullMarked
package org.taswiya.intake.nem12;

import org.jspecify.annotations.NullMarked;
