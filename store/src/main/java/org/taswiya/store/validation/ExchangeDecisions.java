package org.taswiya.store.validation;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.ExchangeCorrections;
import org.taswiya.store.decision.ExchangeCorrections.CorrectedExchange;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.Revalidation.Beside;

/// What people decide about exchanges of meters, each in one transaction.
public final class ExchangeDecisions {
    private ExchangeDecisions() {}

    /// Says anew what the dials showed, and judges anew what was read since.
    ///
    /// @param removed what the dial taken away showed; null for as it stands
    /// @param installed what the dial put in its place showed; null for as it stands
    /// @param checks by whose limits readings are judged anew
    /// @param why who decided it, when and for what reason
    /// @throws IllegalArgumentException when no exchange of that day is recorded, or a dial cannot show its value
    public static CorrectedExchange correct(
            Database database,
            String usagePoint,
            LocalDate day,
            @Nullable Decimal removed,
            @Nullable Decimal installed,
            ReadingChecks checks,
            Change why,
            boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            CorrectedExchange corrected =
                    ExchangeCorrections.correct(connection, usagePoint, day, removed, installed, why);
            if (corrected.isNew()) {
                Revalidation.ofMeters(connection, Map.of(usagePoint, day), checks, why.at(), Beside.EXCHANGES);
            }
            return corrected;
        });
    }
}
