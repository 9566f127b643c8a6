package org.taswiya.spark.input;

import org.taswiya.core.metering.UsageQuality;

/// The qualities of usages as texts, the same objects every time: each bill on an estimate has dozens.
public final class Qualities {
    /// The letter of days of which nothing is known.
    static final char NONE = '-';

    private Qualities() {}

    public static String code(UsageQuality quality) {
        return switch (quality) {
            case ACTUAL -> "actual";
            case CUSTOMER -> "customer";
            case ESTIMATED -> "estimated";
        };
    }

    static UsageQuality of(String code) {
        for (UsageQuality quality : UsageQuality.values()) {
            if (code(quality).equals(code)) {
                return quality;
            }
        }
        throw new IllegalArgumentException("Quality of usage '" + code + "' is not actual, customer or estimated");
    }

    /// One for each usage of a history.
    static char letter(UsageQuality quality) {
        return switch (quality) {
            case ACTUAL -> 'a';
            case CUSTOMER -> 'c';
            case ESTIMATED -> 'e';
        };
    }

    static UsageQuality of(byte letter) {
        return switch (letter) {
            case 'a' -> UsageQuality.ACTUAL;
            case 'c' -> UsageQuality.CUSTOMER;
            case 'e' -> UsageQuality.ESTIMATED;
            default -> throw new IllegalArgumentException("Quality of usage '" + (char) letter + "' is not a, c or e");
        };
    }
}
