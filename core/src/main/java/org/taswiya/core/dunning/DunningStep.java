package org.taswiya.core.dunning;

import org.taswiya.core.quantity.Money;

/// One step of a utility's dunning.
///
/// @param name what the books call it: small letters, digits and hyphens
/// @param afterDue days after the due day of an item, at least
/// @param afterLast days after the step before it was sent for the item, at least; one or more, so that a run that is
///     begun again on the same day sends nothing twice
/// @param letter the name of the letter or message
/// @param fee what the letter states as its fee
/// @param least what is overdue on the account at least
public record DunningStep(
        String name, int afterDue, int afterLast, DunningChannel channel, String letter, Money fee, Money least) {
    public DunningStep {
        if (afterDue < 1 || afterLast < 1 || fee.signum() < 0 || least.signum() < 0) {
            throw new IllegalArgumentException("Step " + name + " comes " + afterDue + " days after the due day and "
                    + afterLast + " after the last, with a fee of " + fee + " from " + least + " on");
        }
    }

    public boolean isOrder() {
        return channel == DunningChannel.ORDER;
    }
}
