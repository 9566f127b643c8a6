/// Jobs over many accounts that can be killed at any moment and started again.
///
/// A [BillingRun] bills every account of one cycle, batch by batch: read the inputs, bill, number, write bills, entries
/// and the checkpoint in one transaction. Memory holds a batch or two, never all.
/// A [RunClock] knows how long each [Stage] took.
/// A [TrialRun] does the same and stores nothing; a [ShadowRun] bills everybody with other price books besides.
/// A [Reprint] makes issued bills again, and a [DocumentFolder] takes the documents of either.
///
/// Words: a *batch* is a slice of accounts that commits at once; a *checkpoint* is its mark; *held* waits for a person,
/// *failed* broke and may be tried again.
///
/// Invariants: a run that was killed and started again leaves the same bytes as one that was not; a finished run
/// changes nothing; one bad account never stops the others; there is one billing run at a time on a database, and a
/// cycle is begun only when the one before is finished.
///
/// Not here: what a bill comes to (core), SQL (store), what a document looks like (deliver).
@NullMarked
package org.taswiya.run;

import org.jspecify.annotations.NullMarked;
