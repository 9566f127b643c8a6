package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.decision.CorrectedReading;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.UseWatch.Written;

/// What people decide about readings of an agreement's meter, each in one transaction.
public final class ReadingDecisions {
    private ReadingDecisions() {}

    /// What a correction came to.
    ///
    /// @param notices the numbers of the notice candidates that it raised
    public record DecidedReading(CorrectedReading corrected, List<Long> notices) {
        public DecidedReading {
            notices = List.copyOf(notices);
        }
    }

    /// Adds the reading as the next revision of its day, and raises what its customer should be told.
    ///
    /// @param register of its device, as the utility tells it apart; null for the one that it has
    /// @param checks by whose limits it is looked at
    /// @param why who decided it, when and for what reason
    /// @throws IllegalArgumentException when there is no such agreement, or its meter cannot show this on that day
    public static DecidedReading correct(
            Database database,
            String agreement,
            @Nullable String register,
            Reading reading,
            ReadingChecks checks,
            Change why,
            boolean isTrial) {
        return BooksChange.make(
                database,
                isTrial,
                connection -> register == null
                        ? correct(connection, agreement, reading, checks, why)
                        : raised(
                                connection,
                                reading,
                                checks,
                                CorrectedReading.add(
                                        connection,
                                        agreement,
                                        register,
                                        reading,
                                        () -> Changes.record(connection, why))));
    }

    /// The same of the register that the agreement has, in a transaction of the caller's.
    public static DecidedReading correct(
            Connection connection, String agreement, Reading reading, ReadingChecks checks, Change why)
            throws SQLException {
        return raised(
                connection,
                reading,
                checks,
                CorrectedReading.add(connection, agreement, reading, () -> Changes.record(connection, why)));
    }

    private static DecidedReading raised(
            Connection connection, Reading reading, ReadingChecks checks, CorrectedReading corrected)
            throws SQLException {
        Long change = corrected.change();
        if (change == null) {
            return new DecidedReading(corrected, List.of());
        }
        String point = corrected.usagePoint();
        List<Long> notices = UseWatch.look(connection, new Written(change, point, reading), checks);
        Revalidation.besideGiven(connection, Map.of(point, reading.at()), checks, change);
        return new DecidedReading(corrected, notices);
    }
}
