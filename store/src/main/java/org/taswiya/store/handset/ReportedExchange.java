package org.taswiya.store.handset;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Visit.Place;
import org.taswiya.core.quantity.Decimal;

/// A new meter that a reader has found or seen put in, as they typed it.
///
/// @param at when, as it is believed
/// @param service of the usage point
/// @param address of its premise
/// @param removed the last value of the old meter
/// @param installed what the new one showed
/// @param place where the reader stood; null where that is not known
/// @param hasPhoto whether a picture has come
/// @param remark what was found; null when nothing was amiss
/// @param isBooked what was decided; null while it waits
public record ReportedExchange(
        UUID entry,
        long round,
        String reader,
        Instant at,
        String usagePoint,
        String service,
        String address,
        Decimal removed,
        String serial,
        Decimal installed,
        @Nullable Place place,
        boolean hasPhoto,
        @Nullable String remark,
        @Nullable Boolean isBooked) {}
