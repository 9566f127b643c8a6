package org.taswiya.core.receivables;

import java.util.Optional;
import org.taswiya.core.billing.BillNumber;

/// The number of the receipt for a payment: an R, and digits and check letters as bills have them.
///
/// @param serial from one on, without gaps
public record ReceiptNumber(long serial) {
    private static final String SIGN = "R";

    public ReceiptNumber {
        if (serial < 1) {
            throw new IllegalArgumentException("Receipt " + serial + " is below one");
        }
    }

    /// @return empty when the text has another form or the letters do not fit the digits
    public static Optional<ReceiptNumber> parse(String text) {
        return text.startsWith(SIGN)
                ? BillNumber.parse(text.substring(1)).map(number -> new ReceiptNumber(number.serial()))
                : Optional.empty();
    }

    /// What the payment is as a place where money comes from.
    public CreditKey asCredit() {
        return new CreditKey(CreditKind.PAYMENT, toString());
    }

    /// For example `R0000000042BQ`.
    @Override
    public String toString() {
        return SIGN + new BillNumber(serial);
    }
}
