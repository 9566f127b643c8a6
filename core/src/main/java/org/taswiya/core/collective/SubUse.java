package org.taswiya.core.collective;

import org.taswiya.core.quantity.Fraction;

/// What a sub-meter counted on the days of a bill.
///
/// @param own in the unit of the main meter, zero or more
/// @param share of the common part, beside those of the others; zero for one that bears nothing of it
public record SubUse(String usagePoint, Fraction own, Fraction share) {
    public SubUse {
        if (own.signum() < 0 || share.signum() < 0) {
            throw new IllegalArgumentException(
                    usagePoint + ": use " + own + " and share " + share + ", neither can be below zero");
        }
    }
}
