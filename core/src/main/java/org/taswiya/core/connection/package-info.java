/// New connections: somebody applies to be served where no service is taken yet.
///
/// An application goes from [ApplicationState] to state by steps, [ApplicationStep]; [ApplicationSteps] says which step
/// may follow where. [ConnectionRules] are what a utility asks for, in how many working days it answers and what it
/// charges; a [Quote] is what that comes to for one application, and [QuotePosting] how it is booked once agreed to.
///
/// Words: an application is *with the utility* while the next step is the utility's; only then has it a target day. A
/// quote is *agreed* when the customer accepts it: from then on it is owed.
///
/// Invariants: no step follows the last one; works are ordered when all that is owed is paid; that it is paid is found
/// from what was settled, and written down by nobody.
///
/// Not here: the agreement that begins at the end, which is a move like any other (`customer`), and what is kept
/// (store).
@NullMarked
package org.taswiya.core.connection;

import org.jspecify.annotations.NullMarked;
