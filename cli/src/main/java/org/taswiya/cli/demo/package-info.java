/// The demo: spring 2020 in Casablanca, from two years of readings to the settlement of June, on the product itself.
///
/// A population of synthetic customers ([Casablanca]), or the meters of a file of real consumption, is put into the
/// store of the home in use; round by round readings come in and the same billing run as in production bills them; at
/// the end one screen says what happened and three customers are told in full.
///
/// Words: a *subscriber* is a customer with account, premise and supplies; the *gap* are the months that nobody read;
/// *true use* is what really flowed, known to the story alone, so that estimates can be measured against it.
///
/// Invariants: the same seed and number of accounts give the same population, bills, documents and ledger, byte for
/// byte; nothing here computes a price, an estimate or a settlement.
@NullMarked
package org.taswiya.cli.demo;

import org.jspecify.annotations.NullMarked;
