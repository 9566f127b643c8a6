/// Bulk files into the books: runs that can be killed at any moment and go on where they were.
///
/// An [ImportRun] reads a file ahead in one thread, batch by batch, and in another looks up what the rows name, judges
/// them and writes them. What a row may not do is judged by a [BatchReceiver], one for each kind; the rejected
/// rows become a file again ([RejectsFile]) that the same mapping reads.
///
/// Words: a *batch* is a slice of rows that commits at once with its rejected rows and its mark; a rejected row *waits*
/// when what it names may still come, and is *cured* when it has come.
///
/// Invariants: a run that was killed and goes on leaves the same bytes as one that was not; a file that has changed is
/// not gone on with; the same file twice changes nothing; whatever the order, the splits and the repetitions of what
/// plain sources bring, the same readings count; memory holds a batch or two, never the file.
///
/// Not here: how a row is read (`org.taswiya.intake.source`), SQL (`org.taswiya.store.receiving`).
@NullMarked
package org.taswiya.run.receiving;

import org.jspecify.annotations.NullMarked;
