/// What must hold for every tariff, history, gap and order of arrival, tried on random ones.
///
/// A case is drawn from a *tape* of random numbers ([Choices]): a zero is always the simplest choice, so a failing case
/// shrinks towards a plain one. Every law tells what its cases *reached* (a block's edge, a rollover, an exchange, ...)
/// and fails when something was never reached. The seed of every law is printed; put the seed of a failure into its
/// `@Property` to see it again.
///
/// `-Dtaswiya.long=true` also runs the long forms.
///
/// Not here: worked examples with known answers, which stand beside core in its own tests.
@NullMarked
package org.taswiya.laws;

import org.jspecify.annotations.NullMarked;
