/// Payment facilities: what a customer owes, paid in instalments that were agreed.
///
/// An [ArrangementPolicy] says when one is offered and how long it may be; an [ArrangementOffer] is what that comes to
/// for an account on a day, with its [Schedule]. An [Arrangement] is one that was granted: the items that it arranges
/// and the instalments. How it stands, its [Standing], is found at each question from what has been settled on its
/// items since ([SettledItems]), and is kept nowhere: so a payment taken back takes its instalment back by itself.
///
/// Words: an instalment is *kept* when what was settled since signing reaches all that fell due; *late* from the day
/// after it was due, while it may still be made up; the arrangement is *broken* when that time is over.
///
/// Invariants: instalments sum exactly to what is arranged and fall due on working days, one after the other; how an
/// arrangement stands does not depend on the order of the payments of a day, nor on payments that were taken back.
///
/// Not here: where a payment goes (receivables), who may grant what is kept (store), reminders (dunning).
@NullMarked
package org.taswiya.core.arrangement;

import org.jspecify.annotations.NullMarked;
