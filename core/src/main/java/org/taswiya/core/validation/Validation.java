package org.taswiya.core.validation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.ExpectedUse;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;

/// Judges a reading that came in by what is known of its register. Reads no clock: today is an argument.
public final class Validation {
    private Validation() {}

    /// What no register can show is refused, and nothing else is looked for then.
    ///
    /// @param today no reading is of a later day
    public static ValidationOutcome validate(ReceivedReading received, ReadingLimits limits, LocalDate today) {
        Found found = new Found();
        DialChecks.look(received, today, found);
        if (found.isAny(Severity.REFUSE)) {
            return new Doubtful(found.all(), unmeasured(received));
        }
        OrderChecks.look(received, found);
        if (found.isAny(Severity.REFUSE)) {
            return new Doubtful(found.all(), Fraction.ZERO);
        }
        Usage use = LowerValue.use(received, found);
        if (use != null) {
            new UseChecks(received, limits, use, found).look();
        }
        DeviceChecks.look(received, limits, use, found);
        return found.isAny(Severity.SUSPECT)
                ? new Doubtful(found.all(), atRisk(received, use))
                : new Accepted(found.all());
    }

    /// Judges a reading that counts beside intervals that came after it; what else could be found was when it came.
    public static ValidationOutcome beside(ReceivedReading received, ReadingLimits limits) {
        Found found = new Found();
        Usage use = LowerValue.use(received, new Found());
        DeviceChecks.lookAtIntervals(received, limits, use, found);
        return found.isAny(Severity.SUSPECT)
                ? new Doubtful(found.all(), atRisk(received, use))
                : new Accepted(found.all());
    }

    private static Fraction atRisk(ReceivedReading received, @Nullable Usage use) {
        return use == null ? unmeasured(received) : UseChecks.atRisk(use, received.expected());
    }

    /// Where the value says nothing, all that is likely to have been used; where nothing is known either, by how much
    /// it is lower than before.
    private static Fraction unmeasured(ReceivedReading received) {
        ExpectedUse expected = received.expected();
        if (expected != null) {
            return Fraction.of(expected.likely());
        }
        Reading now = received.reading();
        return received.known()
                .measuringBefore(now.at())
                .map(before -> Fraction.of(before.value()).minus(Fraction.of(now.value())))
                .map(lower -> lower.max(Fraction.ZERO))
                .orElse(Fraction.ZERO);
    }
}
