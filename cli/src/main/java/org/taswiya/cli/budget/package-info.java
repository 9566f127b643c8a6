/// Commands about budget plans: offering, opening, showing, reviewing, changing and ending them.
///
/// Words: those of [org.taswiya.core.budget].
///
/// Invariants: an offer and a review write nothing; each decision has its author, moment and reason, and all of it
/// stands or nothing; a new amount is proposed and never imposed.
///
/// Not here: what is offered (core, and budget.yaml of the utility), reminders (dun), payments (pay).
@NullMarked
package org.taswiya.cli.budget;

import org.jspecify.annotations.NullMarked;
