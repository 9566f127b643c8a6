/// What people take off or put on what an account owes, and what customers dispute: `taswiya adjust`, `taswiya dispute`.
///
/// Invariants: nothing is adjusted without a reason of the utility's and an evidence; answers go to standard output.
///
/// Not here: reasons and limits (adjustments.yaml of the utility), who may approve (store).
@NullMarked
package org.taswiya.cli.adjust;

import org.jspecify.annotations.NullMarked;
