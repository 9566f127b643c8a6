package org.taswiya.acceptance.architecture.samples.billing;

import java.math.BigDecimal;
import org.taswiya.acceptance.architecture.samples.receivables.SamplePayment;

/// Breaks the rules on floating point, on names, and that billing never sees receivables.
public final class SampleBillManager {
    double[] parts = {};

    long price(BigDecimal price, SamplePayment payment) {
        return Math.round(price.doubleValue()) + payment.amountMinor();
    }

    void take(Float share) {}
}
