/// Commands about dunning: who would get what, a run, what was sent, what people stop, and the orders to cut a supply.
///
/// Words: those of [org.taswiya.core.dunning].
///
/// Invariants: a dry run writes nothing and says what a run would do; an order is approved by a person who did not run
/// the dunning.
///
/// Not here: the steps (core, and dunning.yaml of the utility), how letters leave.
@NullMarked
package org.taswiya.cli.dun;

import org.jspecify.annotations.NullMarked;
