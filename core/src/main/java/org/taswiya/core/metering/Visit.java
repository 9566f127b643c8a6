package org.taswiya.core.metering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// A reader stood before a meter, whether a value came of it or not.
///
/// @param at the moment; the start of the day where only the day is known
/// @param remark what was found; null when nothing was amiss
/// @param place where the reader stood; null when that is not known
/// @param photo the reference of a picture kept elsewhere
/// @param reader who it was
public record Visit(
        Instant at,
        @Nullable Remark remark,
        @Nullable Place place,
        @Nullable String photo,
        @Nullable String reader) {

    /// A place on Earth in exact decimal degrees (WGS 84).
    public record Place(Decimal latitude, Decimal longitude) {
        private static final Decimal LATITUDE_MAX = Decimal.of(90);
        private static final Decimal LONGITUDE_MAX = Decimal.of(180);

        public Place {
            if (exceeds(latitude, LATITUDE_MAX) || exceeds(longitude, LONGITUDE_MAX)) {
                throw new IllegalArgumentException("Latitude " + latitude + ", longitude " + longitude
                        + " is no place; expected at most 90 and 180 degrees either way");
            }
        }

        private static boolean exceeds(Decimal degrees, Decimal most) {
            return degrees.compareTo(most) > 0 || degrees.compareTo(most.negated()) < 0;
        }
    }
}
