/// What a bill says in one language, as sentences and tables, whatever they are written on.
///
/// [BillWords] has its name, its result and what is to be known about it; [BillStory] what happened;
/// [ReadingsTable], [MonthsTable], [PricingTable] and [ProofTable] the figures. `explain` lays them out as plain text,
/// `print` on paper. What they say is what core computed; no amount arises here.
///
/// Words: *estimated* is told everywhere by the hatched mark `▨` and the word, *actual* by the solid mark `■`, a
/// customer's own reading by `□`; a *provisional* price by `≈`.
///
/// Invariants: text is in logical order; each number and name that could be torn apart inside Arabic is isolated.
///
/// Not here: the sentences themselves (`wording`), where they stand on a page.
@NullMarked
package org.taswiya.deliver.bill;

import org.jspecify.annotations.NullMarked;
