/// Budget plans in the books.
///
/// [BudgetDecisions] is what people decide: opening one, changing its amount, ending it. [BudgetPlans] reads them with
/// the documents of their accounts that stand; [BudgetSituation] is what is known of an account that asks.
///
/// Words: those of [org.taswiya.core.budget].
///
/// Invariants: nothing is edited and nothing is booked; how a plan stands is found at each question from documents that
/// stand, so that a cancelled bill and a bounced cheque leave no trace in it.
///
/// Not here: the rules (core), reminders (dunning), where payments go (receivables).
@NullMarked
package org.taswiya.store.budget;

import org.jspecify.annotations.NullMarked;
