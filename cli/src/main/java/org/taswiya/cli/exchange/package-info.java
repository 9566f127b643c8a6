/// Commands about meters that were exchanged or set back.
///
/// `exchange list` shows what the dials showed, with every correction; `exchange correct` says it anew.
///
/// Invariants: whatever is corrected has an author and a reason, and can be looked at before it is done.
///
/// Not here: how exchanges come in (`import`), what is used over them (core).
@NullMarked
package org.taswiya.cli.exchange;

import org.jspecify.annotations.NullMarked;
