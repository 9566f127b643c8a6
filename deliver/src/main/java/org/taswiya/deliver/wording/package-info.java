/// The words and figures of a language: what every paper, page and message to a person is made of.
///
/// [Texts][org.taswiya.deliver.wording.Texts] holds the sentences, which are data: one file a language beside this
/// package, `texts_ar.properties`, `texts_fr.properties`, `texts_en.properties`, with the same keys.
/// [Figures][org.taswiya.deliver.wording.Figures] writes amounts, quantities, dates and periods in the form of the
/// language. [AmountInWords][org.taswiya.deliver.wording.AmountInWords] spells an amount out.
///
/// Invariants: digits are Western in every language; in Arabic whatever is read from left to right (amounts, numbers,
/// references) is isolated with U+2066 and U+2069, and a date with U+2067 and U+2069, so that it never reorders its
/// neighbours; no date or amount breaks over two lines; nothing depends on the locale of the machine.
///
/// Not here: what is said in which order (each document's own package).
@NullMarked
package org.taswiya.deliver.wording;

import org.jspecify.annotations.NullMarked;
