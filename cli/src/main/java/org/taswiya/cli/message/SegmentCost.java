package org.taswiya.cli.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.deliver.sms.SmsText;

/// How many segments text messages take, and what their gateway takes for them; counted one message after the other.
final class SegmentCost {
    private static final int DECIMALS = 2;

    private final @Nullable Decimal price;
    private final String currency;
    private long segments;

    /// @param price of a segment; null where the utility has not said
    /// @param currency as a terminal writes it
    SegmentCost(@Nullable Decimal price, String currency) {
        this.price = price;
        this.currency = currency;
    }

    /// Counts one.
    ///
    /// @return how many segments it takes
    int add(SmsText text) {
        int count = text.segments().size();
        segments += count;
        return count;
    }

    long all() {
        return segments;
    }

    /// Exact, however many decimals the price has; null where the price is not known.
    @Nullable Decimal cost() {
        return price == null ? null : price.times(segments);
    }

    /// `3 segments of text messages, 0.2545 DH each: 0.7635 DH`.
    String line() {
        String count = segments + words(segments) + " of text messages";
        Decimal cost = cost();
        return cost == null ? count : count + ", " + money(price) + " each: " + money(cost);
    }

    /// With as many decimals as there are, and two at least: `0.20 DH`.
    private String money(@Nullable Decimal amount) {
        BigDecimal exact = amount == null ? BigDecimal.ZERO : amount.toBigDecimal();
        return exact.setScale(Math.max(DECIMALS, exact.scale())).toPlainString() + " " + currency;
    }

    /// `1 segment`; for one that cannot be made, zero.
    static String words(int count) {
        return count == 0 ? "cannot be made" : count + words((long) count);
    }

    private static String words(long count) {
        return count == 1 ? " segment" : " segments";
    }
}
