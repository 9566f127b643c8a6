/// What people take off or put on what an account owes, `taswiya adjust`, and what customers dispute,
/// `taswiya dispute`.
///
/// [AdjustCommand] and [DisputeCommand] hold the others; [AdjustText] and [DisputeText] are their words.
///
/// Invariants: nothing is adjusted without a reason of the utility's and an evidence; answers go to standard output.
///
/// Not here: reasons and limits (adjustments.yaml of the utility), who may approve (store).
@NullMarked
package org.taswiya.cli.adjust;

import org.jspecify.annotations.NullMarked;
