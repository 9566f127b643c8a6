/// Commands about meters that were exchanged or set back.
///
/// `exchange list` shows what the dials showed, with every correction; `exchange correct` says it anew. New
/// exchanges come in by files.
///
/// Invariants: whatever is corrected has an author and a reason, and can be looked at before it is done.
///
/// Not here: rows of files (`import`), what is used over them (core).
@NullMarked
package org.taswiya.cli.exchange;

import org.jspecify.annotations.NullMarked;
