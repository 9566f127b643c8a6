/// What billing is asked for, read from JSON: registers, readings, exchanges, billed periods, whole settlement cases.
///
/// The same fields mean the same wherever they stand: in a line for `settle` and among the inputs of a bill document.
///
/// Invariants: what is read is complete and within limits, or refused with the path of the field; no two measuring
/// readings stand on one day. What can only be judged against other facts, such as a reading lower than the last, is
/// left to core, which holds it.
@NullMarked
package org.taswiya.intake.billing;

import org.jspecify.annotations.NullMarked;
