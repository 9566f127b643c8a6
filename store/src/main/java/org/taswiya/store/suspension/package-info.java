/// What a utility stops by order, where and for how long, and who is asked to read the own meter meanwhile.
///
/// [Suspensions] begins and ends them; bills say of their own estimates that an order stopped reading
/// ([org.taswiya.store.input.BillingInputs] finds it), rounds skip what is stopped, and whoever delivers, collects or
/// disconnects asks [Suspensions#inForce]. [ReadingInvitations] is whom to ask for a reading.
///
/// Words: a *suspension* is taken back when it ends on its first day: it never was in force.
///
/// Invariants: nothing is edited; an end that is said anew is a new row, the last one counts, and each has its author
/// and reason. Saying the same again writes nothing. Bills that were issued stay as they were issued.
///
/// Not here: how invitations reach people.
@NullMarked
package org.taswiya.store.suspension;

import org.jspecify.annotations.NullMarked;
