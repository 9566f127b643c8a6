package org.taswiya.core.lighting;

import org.taswiya.core.quantity.Decimal;

/// Where lamps stand.
///
/// @param latitude degrees north of the equator, -90 to 90
/// @param longitude degrees east of Greenwich, -180 to 180
public record Place(Decimal latitude, Decimal longitude) {
    private static final Decimal POLE = Decimal.of(90);
    private static final Decimal DATE_LINE = Decimal.of(180);

    public Place {
        if (isBeyond(latitude, POLE) || isBeyond(longitude, DATE_LINE)) {
            throw new IllegalArgumentException("No place is at " + latitude + ", " + longitude);
        }
    }

    private static boolean isBeyond(Decimal degrees, Decimal most) {
        return degrees.compareTo(most) > 0 || degrees.negated().compareTo(most) > 0;
    }
}
