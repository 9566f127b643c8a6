/// A bill told as a person would tell it, as plain text for a terminal, a file or a printer.
///
/// [Explanation][org.taswiya.deliver.explain.Explanation] takes a bill document and tells it in Arabic, French or
/// English: what it comes to, what happened, the readings, each month estimated and actual, the blocks and prices, why
/// it was done month by month, where to ask. What it says is what core computed; no amount arises here.
///
/// Words: *estimated* is told everywhere by the hatched mark `▨` and the word, *actual* by the solid mark `■`;
/// a *provisional* price by `≈`.
///
/// Invariants: text is in logical order; in Arabic every line begins with a right-to-left mark, so that a bidirectional
/// reader lays it out from the right; in tables figures align on their units; no line is wider than 96 columns unless a
/// name or a table needs it; colour is used only when asked for, and never carries meaning alone.
///
/// Not here: the sentences themselves (`wording`), how a bill is drawn on paper, whether a document is true (`cli`
/// recomputes it first).
@NullMarked
package org.taswiya.deliver.explain;

import org.jspecify.annotations.NullMarked;
