/// Interest on what is paid late, charged a month at a time.
///
/// [InterestRun] walks the accounts whose class is charged, some at once; [LateItems] is what was open of them on each
/// day of the month, [StoppedDays] the days that do not count. What is charged is an adjustment that raises, named by
/// the item and the month.
///
/// Words: those of [org.taswiya.core.interest].
///
/// Invariants: an item is charged once for a month, however often the run is begun and wherever it is killed; what was
/// charged is never charged anew by what became known later; a bill that is cancelled takes its interest with it.
///
/// Not here: how much it is (core), what is taken off again (adjustment).
@NullMarked
package org.taswiya.store.interest;

import org.jspecify.annotations.NullMarked;
