/// The work lists of the console: what waits for people, who has it, and what they decide about it.
///
/// [WorkPages] shows the lists and one item, [WorkActs] has it taken, given back and given to somebody,
/// [WorkDecisions] takes a decision. [ItemDetails] says what is known of an item, [WorkChoices] what can be decided of
/// it, [WorkStanding] how whoever decides finds it; [DecisionMaker] has it done, for programs too.
///
/// Invariants: nothing is decided that was not shown as it stands, said back and confirmed; whoever sends a form of an
/// item that has changed meanwhile, or that somebody else has decided, is told so, and nothing is written.
///
/// Not here: what waits and who has it ([org.taswiya.store.work]); what a decision does to the books.
@NullMarked
package org.taswiya.web.console.work;

import org.jspecify.annotations.NullMarked;
