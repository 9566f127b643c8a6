/// Exact numbers: money, decimals and the ratios between them.
///
/// - **Money** is a whole number of minor units. It is added and compared, never multiplied: what is multiplied is a
///   [Decimal] or a [Fraction], and the step back to money names its rounding.
/// - **Decimal** holds quantities, unit prices and rates as people write them.
/// - **Fraction** holds what lies between: an amount before rounding, a share of days, a scaled bound.
///
/// Invariants: no floating point anywhere; every operation is exact or throws [ArithmeticException]; rounding happens
/// only in methods that say so. There is no currency conversion here: one utility has one currency.
@NullMarked
package org.taswiya.core.quantity;

import org.jspecify.annotations.NullMarked;
