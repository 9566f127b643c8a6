/// Disputes: a customer does not accept a bill, says why, and sees what is answered.
///
/// [DisputePages] shows them and opens one; what is typed is checked by [TypedDispute].
///
/// Invariants: what is disputed is a bill of the customer's own; the same sent twice is one dispute; what was typed
/// stays in the form until it is taken.
///
/// Not here: for which reasons bills are corrected, in how many days disputes are answered (the utility's rules).
@NullMarked
package org.taswiya.web.dispute;

import org.jspecify.annotations.NullMarked;
