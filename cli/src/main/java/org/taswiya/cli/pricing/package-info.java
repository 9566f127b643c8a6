/// Commands that price and that look at price books: no database, no clock.
///
/// `rate` prices a usage, `settle` closes a gap, line by line as they come; `tariff check` reads price books, runs
/// their examples and names every fault with its place.
///
/// Invariants: every line gets an answer of its own, in its order; a line that is refused stops no other.
///
/// Not here: what a price comes to (core), how books are read (intake).
@NullMarked
package org.taswiya.cli.pricing;

import org.jspecify.annotations.NullMarked;
