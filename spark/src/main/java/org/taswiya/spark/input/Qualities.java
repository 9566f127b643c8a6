package org.taswiya.spark.input;

import org.taswiya.core.metering.UsageQuality;

/// The qualities of usages as texts, the same objects every time: each bill on an estimate has dozens.
public final class Qualities {
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
}
