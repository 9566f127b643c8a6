/// What a meter would have shown when nobody could look.
///
/// [Estimation] estimates one meter for a bill, by the first method of a declared chain that what is known of it
/// allows.
/// [ClassEstimates] makes a method ready for some dates from what a whole class of meters used before, and gives every
/// estimate the interval in which four of five lie; it is how methods are measured against what meters showed later.
/// [PastUse] is what is known of one meter day by day, [ExpectedUse] what its actual past alone lets expect,
/// [OrdinaryUse] up to where it is nothing out of the ordinary.
///
/// Invariants: the same past gives the same estimate on every machine, because amounts a day, ratios and weights are
/// whole numbers; nothing from the dates estimated on is looked at; an estimate rests on estimates only when nothing
/// else is known, and says so.
///
/// Not here: readings and the usage between them (metering), what an estimate costs (tariff, billing).
@NullMarked
package org.taswiya.core.estimation;

import org.jspecify.annotations.NullMarked;
