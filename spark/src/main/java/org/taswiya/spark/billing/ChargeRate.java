package org.taswiya.spark.billing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine;

/// What a line charges for a unit. Millions of lines share a few of them, so they are kept apart, as in the books.
record ChargeRate(String component, int block, Unit unit, Decimal price, Decimal taxRate, String clause) {

    static ChargeRate of(ChargeLine line) {
        return new ChargeRate(line.component(), line.block(), line.unit(), line.price(), line.taxRate(), line.clause());
    }

    /// The number by which lines name it. Ranges are billed side by side and far from each other, so nobody can count
    /// rates: a number out of 2^63 is made of what the rate is, and no two of some thousands come to the same one.
    long number() {
        String all = String.join(
                "\n", component, Integer.toString(block), unit.symbol(), price.toString(), taxRate.toString(), clause);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
