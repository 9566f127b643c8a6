/// How somebody of the utility finds a customer, and what they read of them.
///
/// [CustomerSearch] finds accounts by what a caller says of themselves; [AccountTimeline] is what happened to one.
/// [SearchIndexes] are what it finds them by.
///
/// Words: a *search key* is a name or an address as it is compared, made by the function `search_key`.
///
/// Invariants: nothing is kept beside what is searched: whoever is erased is found no more. Every look-up goes by an
/// index. Nothing is written.
///
/// Not here: who may look, and that they did ([org.taswiya.store.staff]).
@NullMarked
package org.taswiya.store.lookup;

import org.jspecify.annotations.NullMarked;
