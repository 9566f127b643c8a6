/// What waits for a person, list by list, and who of the staff has it.
///
/// [WorkLists] finds what waits in the books as they are; [WorkAssignments] says who looks after an item. What is
/// done about an item is not here: each kind has its own decisions, in [org.taswiya.store.decision],
/// [org.taswiya.store.validation], [org.taswiya.store.adjustment], [org.taswiya.store.bank] and
/// [org.taswiya.store.request]; only that a customer was told by other means is [ToldByHand].
///
/// Words: an *item* is one thing that waits; its *key* names it in its list; it is *free* while nobody has it.
///
/// Invariants: an item is in its list as long as the books say that it waits, and no longer. An assignment older than
/// what the item waits for counts for nothing. Of two who take the same item one has it and the other is told who.
@NullMarked
package org.taswiya.store.work;

import org.jspecify.annotations.NullMarked;
