/// `taswiya print`: bills for the printer.
///
/// `print bills` makes one file of the bills of a run, in the order in which they are carried out, with an index;
/// `print list` shows which runs were printed.
///
/// Invariants: a run is printed once, and once more only where that is asked for; the file has its name only when all
/// of it is there.
///
/// Not here: what a sheet looks like (`deliver/print`), one bill on paper (`bill show --pdf`).
@NullMarked
package org.taswiya.cli.print;

import org.jspecify.annotations.NullMarked;
