package org.taswiya.store.population;

import java.util.Optional;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;

/// What a reading that is made of a feed's intervals says in its provenance: what the dial would show between its
/// steps, so that the next day is counted on from there, whichever import brings it.
public final class FeedProvenance {
    private static final String MARK = ", exactly ";
    private static final String ANEW = ", counted anew";

    private FeedProvenance() {}

    /// @param source that has brought the intervals
    public static String of(String source, Fraction exact) {
        return source + MARK + ExactText.of(exact);
    }

    /// The same of a day that rests on one that came to something else since.
    public static String anew(Reading reading, Fraction exact) {
        String source = source(reading);
        return of(source.endsWith(ANEW) ? source : source + ANEW, exact);
    }

    /// Whether nobody has sent the reading, but a day before it came to something else.
    public static boolean isAnew(Reading reading) {
        return exact(reading).isPresent() && source(reading).endsWith(ANEW);
    }

    /// The source that has brought the intervals; all of the provenance where no feed has.
    public static String source(Reading reading) {
        String provenance = ReadingKind.provenance(reading);
        int mark = provenance.lastIndexOf(MARK);
        return mark < 0 ? provenance : provenance.substring(0, mark);
    }

    /// What a feed says that the dial would show; empty when the reading is not of a feed.
    public static Optional<Fraction> exact(Reading reading) {
        String provenance = ReadingKind.provenance(reading);
        int mark = provenance.lastIndexOf(MARK);
        return mark < 0 ? Optional.empty() : ExactText.read(provenance.substring(mark + MARK.length()));
    }
}
