/// What programs do for staff: what waits is looked at, taken and decided, bills and readings are put right, amounts
/// are adjusted, requests are answered, by the same acts as the console.
///
/// [Acting] says for whom of the staff a key acts and what they may do now; [DeskReplies] what is answered when an act
/// is refused.
///
/// Invariants: a key does nothing that whoever it acts for could not do at the console at that moment, with their
/// limits; what needs a second person needs somebody else than who the key acts for. What is done, its row of the trail
/// and what is answered to it are one transaction.
///
/// Not here: the acts themselves (`run`, `store`), and what may be decided of an item (`web/console/work`).
@NullMarked
package org.taswiya.web.api.desk;

import org.jspecify.annotations.NullMarked;
