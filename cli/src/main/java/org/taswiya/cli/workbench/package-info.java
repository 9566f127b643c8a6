/// The tariff workbench: what other prices would do, before and after somebody lets them in.
///
/// `tariff compare` sets two books side by side, `tariff try` shows the bills of one. `tariff propose`, `approve` and
/// `publish` let one in, `list`, `history` and `show` tell what became of it.
///
/// Words: *old* and *new* are the two books of a comparison, *uses* what is priced by both.
///
/// Invariants: nothing here makes a bill, and what is let in was approved by a second person; both books price the same
/// uses of the same days, each as of one day.
///
/// Not here: what a price comes to (core), how books are read (intake), a whole cycle under other books (`shadow`).
@NullMarked
package org.taswiya.cli.workbench;

import org.jspecify.annotations.NullMarked;
