/// Core once more, as plainly as possible, to hold against core.
///
/// [ReferenceRating] and [ReferenceSettlement] are written from the house rules for every centime (`exact.md`) and
/// share with core only the records that describe a case. They look at every day, try every division, and reckon with
/// ratios of whole numbers; speed is none of their concern. Where they and core differ, one of the two has misread the
/// rules.
///
/// Not here: what is checked with them, and the cases they are tried on (laws).
@NullMarked
package org.taswiya.laws.reference;

import org.jspecify.annotations.NullMarked;
