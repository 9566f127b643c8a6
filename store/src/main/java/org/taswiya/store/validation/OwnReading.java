package org.taswiya.store.validation;

import java.util.List;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.store.Change;

/// An own reading as a customer gives it.
///
/// @param isMeant whether they have said that they mean it although it is unlikely
public record OwnReading(String usagePoint, CustomerReading reading, boolean isMeant, Change why) {
    /// What becomes of a reading.
    public sealed interface Answer {
        /// It counts.
        record Taken() implements Answer {}

        /// It is kept for a person to look at.
        record Waiting() implements Answer {}

        /// It may be, but whoever gives it has to say that they mean it. Nothing was written.
        record Unlikely(List<ReadingFinding> findings) implements Answer {
            public Unlikely {
                findings = List.copyOf(findings);
            }
        }

        /// The meter cannot show it. Nothing was written.
        record Impossible(List<ReadingFinding> findings) implements Answer {
            public Impossible {
                findings = List.copyOf(findings);
            }
        }

        /// The utility has read the meter that day, and that counts. Nothing was written.
        record ReadByUtility() implements Answer {}

        /// There is none. Nothing was written.
        record NoMeter() implements Answer {}
    }
}
