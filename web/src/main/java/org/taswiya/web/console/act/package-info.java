/// What staff do to an account at the console: a form, a preview of what it comes to, and a second step that does just
/// that.
///
/// [ArrangementPages] grants instalments, [AdjustPages] takes something off or puts it on, [ApprovalPages] is where
/// somebody else lets through what is above a limit, [CorrectionPages] puts a reading right, [CancelPages] takes a bill
/// back. [ReachedPages] changes by what an account is reached: its form says all that comes of it, and there is nothing
/// to preview. [Desk] is who acts, and within which limits.
///
/// Invariants: a form brings back what it has shown, and nothing else is done; what was typed is kept whatever is wrong
/// with it. Who may open a page is decided before it ([org.taswiya.web.console]).
///
/// Not here: what is written ([org.taswiya.run.desk]); limits (the utility's rules).
@NullMarked
package org.taswiya.web.console.act;

import org.jspecify.annotations.NullMarked;
