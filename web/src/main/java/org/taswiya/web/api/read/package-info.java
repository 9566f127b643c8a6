/// What programs read: accounts, agreements, readings, bills, payments, disputes.
///
/// Each class declares the operations of a subject; what it answers are the records beside it.
///
/// Invariants: whose something is, is asked before it is read. A list has pages; a page names the next one.
///
/// Not here: what is written (`web/api/write`), and how an operation is described and called
/// (`web/api`, `web/api/call`).
@NullMarked
package org.taswiya.web.api.read;

import org.jspecify.annotations.NullMarked;
