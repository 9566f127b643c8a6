/// From values on a dial to usage over days.
///
/// A [Reading] is a register's value at the start of a day: actual (read by the utility), customer (read by the person
/// served) or estimated (nobody looked). [Measurement] turns the readings of a register into usage between them, over
/// rollovers and meter exchanges. [Allocation] divides the usage of a gap over the periods inside it.
///
/// Invariants: readings are never changed, only superseded by others; usage is never negative; a value that cannot be
/// explained is held for a person rather than guessed; the parts of an allocation sum to the whole.
///
/// Not here: what a meter would have shown that nobody read (estimation), prices (tariff), what was billed and what is
/// owed (billing). Metering and tariff never see each other.
@NullMarked
package org.taswiya.core.metering;

import org.jspecify.annotations.NullMarked;
