/// Budget plans: equal monthly amounts for a year, settled at its end by one subtraction.
///
/// A [BudgetPolicy] says how an amount is found and when a plan is broken; a [BudgetOffer] is what that comes to for an
/// account. A [BudgetPlan] is one that was opened. Bills are made and booked as always; while the plan is kept the
/// customer is asked only for its amounts. How it stands, its [BudgetStanding], is found at each question from the
/// [Movement]s of the account that stand, and is kept nowhere ([BudgetReview] compares it with what is to come).
///
/// Words: *carried* is what the account owed when the plan began, below zero for a credit; *balance* is carried and
/// billed less paid; an amount is *missed* when what was paid since the start does not reach all that fell due, at the
/// end of its days of grace.
///
/// Invariants: the amounts paid and the balance at the end come exactly to what was carried and billed, in whatever
/// order it came and whatever was taken back; nothing is booked by a plan.
///
/// Not here: where a payment goes (receivables), who opens what is kept (store), reminders (dunning).
@NullMarked
package org.taswiya.core.budget;

import org.jspecify.annotations.NullMarked;
