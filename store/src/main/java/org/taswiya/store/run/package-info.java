/// Runs over cycles, and what a person decides beside them.
///
/// [RunTable] keeps what each run was started with, its checkpoints and its end; [RunClasses] what it has learnt of
/// classes of meters. [BooksChange] makes what a person decides stand whole or not at
/// all, [BatchTransaction] a batch of rows.
///
/// Invariants: there is one run at work at a time; a decision waits for it, since a run reads ahead of what it
/// writes.
///
/// Not here: the order of batches and what happens after a kill (run).
@NullMarked
package org.taswiya.store.run;

import org.jspecify.annotations.NullMarked;
