/// What people decide about bills and readings, as rows.
///
/// [HoldDecisions] lets held bills out or has them estimated again, [Cancellations] takes bills back,
/// [CorrectedReading] and [ReadingCorrections] put readings right, [ExchangeCorrections] exchanges; [Reopenings] say
/// from when an agreement's books are open again by it. [DecisionRefused] says why one was not done.
///
/// Invariants: each has an author, a moment and a reason, and stands whole or not at all.
///
/// Not here: what is to be decided about suspects (validation).
@NullMarked
package org.taswiya.store.decision;

import org.jspecify.annotations.NullMarked;
