/// Commands about sub-meters, the meters behind a main meter: putting them there, ending them, listing them, and
/// sharing out a bill among them.
///
/// Words: those of [org.taswiya.core.collective].
///
/// Invariants: each decision has its author, moment and reason; sharing a bill out writes nothing and changes nobody's
/// debt.
///
/// Not here: how a bill is shared out (core), the bill itself (billing), the households that widen its blocks
/// (tariff).
@NullMarked
package org.taswiya.cli.collective;

import org.jspecify.annotations.NullMarked;
