/// Who was reminded of what, what people have stopped, and the orders to cut a supply or give it back.
///
/// [DunningRun] is a run of a day; [DunningBatch] decides some accounts and writes what is sent; [DunningCases] gathers
/// what counts for them; [DunningNotices] is what was sent; [DunningStops] what people have stopped; [ServiceOrders]
/// what a run proposes and a person approves.
///
/// Invariants: a step is sent for an item once, by the key of its row; nothing is edited; nobody is cut off without an
/// order that a person has approved, on a day on which nothing stopped it.
///
/// Not here: the steps and stops themselves (core), how letters leave.
@NullMarked
package org.taswiya.store.dunning;

import org.jspecify.annotations.NullMarked;
