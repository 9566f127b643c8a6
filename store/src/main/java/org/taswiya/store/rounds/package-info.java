/// Who walks past which meters, when, and what came of it.
///
/// [ReadingRoutes] lays routes, [ReadingRounds] plans a turn of one and hands out its orders, [RoundReport] says what
/// became of each, and [UnreadMeters] who has not been read for some rounds. [OrderedReread] marks those that are read
/// again.
///
/// Words: a *route* is usage points in the order of the walk; a *round* is one turn of it over some days; an *order* is
/// one meter to be read in it.
///
/// Invariants: nothing is edited: a route is laid anew as a whole, a round keeps the orders that it was planned with.
/// What became of an order is never stored: the readings and visits of its days say it, so results may come in any
/// order, late, twice, or by another way than the reader's.
///
/// Not here: how results come in (import), what is wrong with a reading (validation).
@NullMarked
package org.taswiya.store.rounds;

import org.jspecify.annotations.NullMarked;
