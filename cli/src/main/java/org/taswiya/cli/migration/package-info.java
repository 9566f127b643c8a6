/// Commands for the days in which a utility leaves its old system.
///
/// `migration check` puts what is in the books beside the old system's control totals; `migration compare` bills on
/// paper and puts each bill beside the old one; `migration take-back` takes back an item that came in wrong.
///
/// Invariants: only `take-back` writes, and what it takes back stays readable.
///
/// Not here: how openings and former bills come in, which are rows of files like others (importing).
@NullMarked
package org.taswiya.cli.migration;

import org.jspecify.annotations.NullMarked;
