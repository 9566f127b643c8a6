/// Price books of a home: what was proposed, what became of it, and which contents are in use.
///
/// [PriceBooks] keeps them as [KeptBook]s, each with its steps; the newest that was published of an id is in use, and
/// where none was, the book of the folder is.
///
/// Words: a *content* is the text of a book's file; *found* is what was in use in the folder when a home's first book
/// of that id was published.
///
/// Invariants: nothing is changed, steps are added; each step is kept whole with its change or not at all.
///
/// Not here: whether a content is a good book and which days it may change (`org.taswiya.run.desk`).
@NullMarked
package org.taswiya.store.pricebook;

import org.jspecify.annotations.NullMarked;
