/// Copies of all books in a file, and homes made of them.
///
/// [BackupCommand] writes one, also while pages are served on the same home; [RestoreCommand] makes a home or fills a
/// server's database with one.
///
/// Invariants: a file is whole or is refused with the reason; a home is filled whole or says that it is not.
///
/// Not here: how they are written and read (`store/backup`).
@NullMarked
package org.taswiya.cli.backup;

import org.jspecify.annotations.NullMarked;
