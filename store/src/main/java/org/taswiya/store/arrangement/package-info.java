/// Payment facilities that were granted, refused, renegotiated or ended, with who decided it, when and why.
///
/// [ArrangementDecisions] is what people decide; [Arrangements] what was granted, and how it stands on a day;
/// [ArrangementSituation] what is known of an account that asks.
///
/// [InstalmentRequests] is what customers ask for by themselves: granted where the rules offer it, else left to a
/// person.
///
/// [ArrangementProposals] are what staff would grant and somebody else has to let through.
///
/// [RebateOffers] is what is left off for who pays all at once.
///
/// Invariants: nothing is edited; how an arrangement stands is found at each question from the allocations to its items
/// that were booked after it was signed. Whoever grants one holds the series of entries meanwhile, so that no payment
/// falls between what was open and what counts as paid since.
///
/// Not here: the rules (core), reminders (dunning).
@NullMarked
package org.taswiya.store.arrangement;

import org.jspecify.annotations.NullMarked;
