package org.taswiya.core.estimation;

import org.taswiya.core.quantity.Decimal;

/// How a person who has looked wants the next estimate of an agreement made, once, in place of the declared chain and
/// of what is known of vacancies.
public sealed interface EstimateInstruction {

    /// By this method and no other.
    record ByMethod(EstimationMethod method) implements EstimateInstruction {}

    /// This quantity.
    ///
    /// @param usage zero or more
    record Stated(Decimal usage) implements EstimateInstruction {}
}
