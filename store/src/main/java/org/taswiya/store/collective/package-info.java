/// Sub-meters in the books, and what the main meter and they counted on the days of a bill.
///
/// [SubMeters] is what people decide: which meter stands behind which, from when to when, with which share.
/// [BillSharing] finds what each meter counted and shares a bill out by it.
///
/// Words: those of [org.taswiya.core.collective].
///
/// Invariants: a sub-meter stands behind one main meter at a time, and never behind another sub-meter; nothing is
/// edited, an end is a revision. How a bill is shared out is found at each question, so a corrected reading is in it
/// at once.
///
/// Not here: the rule (core), the price of the bill (billing).
@NullMarked
package org.taswiya.store.collective;

import org.jspecify.annotations.NullMarked;
