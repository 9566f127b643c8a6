/// `taswiya customer`: what the books have about somebody, and forgetting it.
///
/// One command exports all that is known of a customer, one erases what need not be kept, and those of `identity` keep
/// the number of an identity card.
///
/// Words: to *erase* is to put a mark in the place of what was known.
///
/// Invariants: no number of an identity card is an argument or is shown without its key.
///
/// Not here: what is exported and when somebody may be forgotten ([org.taswiya.store.privacy]).
@NullMarked
package org.taswiya.cli.customer;

import org.jspecify.annotations.NullMarked;
