package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.core.validation.ReadingLimits;
import org.taswiya.core.validation.ReceivedReading;
import org.taswiya.core.validation.Severity;
import org.taswiya.core.validation.Validation;
import org.taswiya.core.validation.ValidationOutcome;
import org.taswiya.core.validation.ValidationOutcome.Accepted;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;
import org.taswiya.store.receiving.ReceivedReadings;
import org.taswiya.store.validation.OwnReading.Answer;
import org.taswiya.store.validation.UseWatch.Written;

/// A reading that came by itself, and what is written of it.
///
/// @param revision of its day that it would be
/// @param change that is named where something is written
record JudgedReading(
        Connection connection, String usagePoint, Reading reading, Unit unit, int revision, Recorded change) {

    /// A change, written down when it is first asked for.
    interface Recorded {
        long number() throws SQLException;
    }

    /// What is found of it beside what is known of its register.
    static ValidationOutcome outcome(KnownRegister known, Reading reading, ReadingLimits limits) {
        ReceivedReading received = ReceivedReading.of(
                known, reading, known.registerOn(reading.at()).unit());
        return Validation.validate(received, limits, reading.at());
    }

    /// @param isMeant whether what is doubtful is kept for a person; else whoever gave it is asked
    Answer answer(ValidationOutcome outcome, ReadingChecks checks, boolean isMeant) throws SQLException {
        return switch (outcome) {
            case Accepted _ -> {
                write(checks);
                yield new Answer.Taken();
            }
            case Doubtful doubtful
            when doubtful.severity() == Severity.REFUSE -> new Answer.Impossible(grave(doubtful, Severity.REFUSE));
            case Doubtful doubtful
            when isMeant -> {
                keep(doubtful);
                yield new Answer.Waiting();
            }
            case Doubtful doubtful -> new Answer.Unlikely(grave(doubtful, Severity.SUSPECT));
        };
    }

    private void write(ReadingChecks checks) throws SQLException {
        long number = change.number();
        ReceivedReadings received = new ReceivedReadings();
        received.add(usagePoint, reading, revision, null);
        received.write(connection, number);
        UseWatch.look(connection, new Written(number, usagePoint, reading), checks);
        Revalidation.besideGiven(connection, Map.of(usagePoint, reading.at()), checks, number);
    }

    /// The same value again waits with the first one, unless that was overtaken meanwhile.
    private void keep(Doubtful doubtful) throws SQLException {
        if (!Suspects.isKept(connection, usagePoint, reading)) {
            Suspects.add(connection, change.number(), List.of(new Suspect(usagePoint, reading, unit, doubtful)));
        }
    }

    private static List<ReadingFinding> grave(Doubtful doubtful, Severity severity) {
        List<ReadingFinding> grave = new ArrayList<>();
        for (ReadingFinding finding : doubtful.findings()) {
            if (finding.severity() == severity) {
                grave.add(finding);
            }
        }
        return grave;
    }
}
