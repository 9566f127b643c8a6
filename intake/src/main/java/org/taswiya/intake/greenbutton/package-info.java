/// Green Button in: the Atom feeds of NAESB's Energy Services Provider Interface (ESPI), with electricity, gas and
/// water.
///
/// An entry of a feed holds a usage point, a meter reading (one register of it), a reading type (what it counts), a
/// block of intervals, local time, or a summary; links say what belongs to what. Entries come in any order, so
/// [GreenButtonFile] reads a file twice: first what belongs to what (`Survey`), then the intervals (`Handout`).
///
/// Invariants: what the ESPI schema refuses is refused as a whole, with its line, before any day is handed out; the
/// order of entries changes nothing but the order of series; no document type, no entity and no other file is ever
/// read; memory grows with points, not with intervals, as long as those of a series follow each other.
///
/// Not here: costs, summaries and power quality, which are checked for their form and left; retail customers; tariffs.
@NullMarked
package org.taswiya.intake.greenbutton;

import org.jspecify.annotations.NullMarked;
