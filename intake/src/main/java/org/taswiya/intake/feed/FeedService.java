package org.taswiya.intake.feed;

import java.util.Locale;

/// What is delivered at a point.
public enum FeedService {
    ELECTRICITY,
    GAS,
    WATER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
