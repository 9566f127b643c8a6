package org.taswiya.run;

/// A billing run that may not begin now. The message says why and what to do.
public final class BillingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BillingRefused(String message) {
        super(message);
    }
}
