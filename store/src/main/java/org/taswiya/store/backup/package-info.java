/// Copies of whole databases in one file each, and databases made of them.
///
/// [Backup] writes what one moment's snapshot of all tables holds, while others go on writing; [Restore] fills an empty
/// database with it. Both know of a file what its [Manifest] says: the version of its tables, their rows and their
/// [RowSum]. What cannot be restored, and why, is a [RestoreAnswer].
///
/// Invariants: a file with the name that was asked for is whole, and none takes another's place; a database is filled
/// whole, by one transaction, or stays empty; what was filled is read back and compared before it counts.
///
/// Not here: the other files of a home (docs/running.md says which).
@NullMarked
package org.taswiya.store.backup;

import org.jspecify.annotations.NullMarked;
