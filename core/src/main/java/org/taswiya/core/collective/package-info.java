/// One meter for many, shared out.
///
/// A main meter serves a building and is billed once, its blocks widened by the households behind it. Where the
/// households have sub-meters, [Apportionment] says what each bears of a bill: its own use, and its share of the common
/// part, which is what the main meter counted and no sub-meter did.
///
/// Words: main meter, sub-meter, common part, share.
///
/// Invariants: what the parts use is what the main meter counted, exactly; what they bear is the bill's total, to the
/// minor unit; both say what the rounding left and who bears it. The order of the sub-meters changes nothing.
///
/// Not here: the price of the bill (billing), which does not depend on sub-meters; what is asked of whom: the bill is
/// owed by its account, and the apportionment is told to whoever shares it out.
@NullMarked
package org.taswiya.core.collective;

import org.jspecify.annotations.NullMarked;
