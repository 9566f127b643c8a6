/// The agents' console: how staff get in, how they find a customer, and what they read of them.
///
/// [StaffSignInPages] is the way in and out, [StaffWelcomePages] where somebody chooses their password; [StaffGate]
/// says who may open what. [SearchPages], [AccountPages], [StaffBillPages] and [TrailPages] are what is behind it.
///
/// Words: a *ticket* is the code by which somebody chooses a password; the *trail* is what staff did and looked at.
///
/// Invariants: what a session may do is asked of the books at every request, so that a disabling or a reset holds at
/// once. What is looked at is written before it is shown. A customer's session opens nothing here, and a session of
/// staff no page of customers.
///
/// Not here: who is of the staff and what a role may do ([org.taswiya.store.staff]); how a customer is found
/// ([org.taswiya.store.lookup]).
@NullMarked
package org.taswiya.web.console;

import org.jspecify.annotations.NullMarked;
