package org.taswiya.core.receivables;

import java.util.Map;
import java.util.Optional;
import org.taswiya.core.quantity.Money;

/// Above what a payment is more likely mistyped than true, so that a person has to say that it is meant.
///
/// @param most by means; no limit where there is none
public record PaymentLimits(Map<Means, Money> most) {
    public static final PaymentLimits NONE = new PaymentLimits(Map.of());

    public PaymentLimits {
        most = Map.copyOf(most);
    }

    /// Why a payment is not taken as it is; empty when it is not above its limit.
    public Optional<PaymentOutcome.Refused> refusal(Payment payment) {
        Money limit = most.get(payment.means());
        return limit == null || payment.amount().compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(new PaymentOutcome.Refused(
                        PaymentReason.ABOVE_LIMIT,
                        "found " + payment.amount() + " by " + payment.means().code() + ", above the limit of " + limit
                                + "; check it"));
    }
}
