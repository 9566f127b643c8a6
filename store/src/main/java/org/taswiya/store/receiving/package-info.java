/// What files of other systems bring, in the tables: each import with its batches, what it rejected, what it wrote.
///
/// An [ImportTable] knows the imports and where each stopped, [RejectedRows] the rows that were not accepted. What rows
/// name is looked up for a whole batch: [MetersThere], [ReadingsThere]. [ReceivedReadings] writes
/// readings as revisions of their days and opens the books of whom they concern. A [BatchTransaction] is what one batch
/// is written in: its rows, its rejected rows and its mark, all of it or nothing.
///
/// Invariants: no batch is written while a billing run is at work; what a batch wrote names the batch's own change;
/// nothing is edited but the end of something that had none.
///
/// Not here: what a file means (`org.taswiya.intake.source`), which row is accepted (`org.taswiya.run.receiving`).
@NullMarked
package org.taswiya.store.receiving;

import org.jspecify.annotations.NullMarked;
