/// Copies of all books in a file, and homes made of them.
///
/// [BackupCommand] writes one, also while pages are served on the same home; [RestoreCommand] makes a home or fills a
/// server's database with one.
///
/// Not here: how they are written and read (`store/backup`).
@NullMarked
package org.taswiya.cli.backup;

import org.jspecify.annotations.NullMarked;
