package org.taswiya.run.receiving;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.store.Change;

/// Which feed is to be taken interval by interval, and how.
///
/// @param zone in whose days intervals are kept; a Green Button feed without local time is of it, too
/// @param points what the feed's points are here
/// @param register of the feed that is taken; null for the only one of each point that counts all that is delivered
/// @param isCorrecting whether its values count whatever the books have
/// @param checks by which readings are looked at beside what comes
/// @param on today: no day after it is taken
public record IntervalOrder(
        Path file,
        FeedFormat format,
        ZoneId zone,
        FeedPoints points,
        @Nullable String register,
        boolean isCorrecting,
        ReadingChecks checks,
        LocalDate on,
        Change why) {}
