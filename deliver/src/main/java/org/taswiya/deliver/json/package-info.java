/// JSON as it is written everywhere: compact, on one line.
///
/// Whoever answers in JSON gives [JsonLine] what writes the fields, and gets the text.
///
/// Invariants: the same fields give the same characters, in the order in which they are written; no line end is within
/// or behind. Money and quantities are written by the caller, as decimals in strings.
///
/// Not here: what is in a document (`deliver/document`), how JSON is read (intake).
@NullMarked
package org.taswiya.deliver.json;

import org.jspecify.annotations.NullMarked;
