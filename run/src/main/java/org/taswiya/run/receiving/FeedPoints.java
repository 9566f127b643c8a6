package org.taswiya.run.receiving;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedSeries;

/// Whose the points of a feed are.
///
/// @param isBySerial whether they are the serials of meters; else they are usage points
/// @param ours what a point of the feed is here, where it is called otherwise; one register of a point stands as its
///     name behind that of the point, as in `NMI4000001 B1`
public record FeedPoints(boolean isBySerial, Map<String, String> ours) {
    /// Called as they are here.
    public static final FeedPoints BY_USAGE_POINT = new FeedPoints(false, Map.of());

    public FeedPoints {
        ours = Map.copyOf(ours);
    }

    /// Whether its register has a place of its own.
    boolean isPlaced(FeedSeries series) {
        return ours.containsKey(withRegister(series));
    }

    private static String withRegister(FeedSeries series) {
        return series.point() + " " + series.register();
    }

    private String here(FeedSeries series) {
        String placed = ours.get(withRegister(series));
        return placed != null ? placed : ours.getOrDefault(series.point(), series.point());
    }

    /// The usage point; null where the feed names meters.
    @Nullable String usagePoint(FeedSeries series) {
        return isBySerial ? null : here(series);
    }

    /// The meter's serial; null where the feed names usage points.
    @Nullable String serial(FeedSeries series) {
        return isBySerial ? here(series) : null;
    }
}
