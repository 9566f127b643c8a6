/// From a published tariff to priced lines.
///
/// A [Tariff] is what a utility publishes: dated versions of components (blocks, charges on another service's volume,
/// fixed and minimum charges) and taxes with dates of their own. [Tariff#resolve] turns it into a [ResolvedTariff] for
/// one billing period and one shared meter: bounds scaled, versions that meet the period laid out with their share of
/// its days. Rating a usage under it gives a [Rating]: charge lines with their derivation, taxes, totals.
///
/// Words: *block* is one step of a ladder; *progressive* prices each block on its own, *selective* prices the whole
/// volume at the block reached; *share* is the part of the period's days a line stands for; *levy* is a tax on volume;
/// *duty* is a tax on a way of paying.
///
/// Invariants: amounts are exact until the last step of a line, which rounds half-up to minor units; taxes are computed
/// on sums of lines, once per rate; a line's amount is quantity x price x share, but for the follower of a joint
/// rounding, whose amount is the joint amount less the others. Negative usage is never rated: corrections are
/// subtractions of two ratings, made by billing.
///
/// Not here: reading a book from a file (intake), how usage came about (metering), bills and settlements (billing).
@NullMarked
package org.taswiya.core.tariff;

import org.jspecify.annotations.NullMarked;
