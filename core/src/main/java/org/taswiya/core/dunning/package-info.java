/// Who is reminded of what is due, by which step, and what keeps it back.
///
/// A [DunningPolicy] is the utility's steps for a class of customers, each a [DunningStep] with its delays, channel,
/// fee and least amount. A [DunningCase] is all that counts for an account on a day: what is open, what was sent, what
/// stops it. [Dunning] answers for each item of it what is sent now, or what holds it, with its evidence.
///
/// Words: a step is *sent* for an item once; a *stop* is what keeps a step back; an *order* is the step that asks a
/// person to let the supply be cut.
///
/// Invariants: steps come in their order, none is left out and none comes twice; the same case gives the same answer,
/// in the order in which items are settled.
///
/// Not here: the words of letters (deliver), what was sent (store), cutting off, which people and others do.
@NullMarked
package org.taswiya.core.dunning;

import org.jspecify.annotations.NullMarked;
