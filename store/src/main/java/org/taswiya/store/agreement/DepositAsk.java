package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.receivables.DepositReason;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.BooksTransaction;

/// Asks for the deposit of an agreement that runs and has none: of who came before the utility asked, or was let in
/// without.
public final class DepositAsk {
    private DepositAsk() {}

    /// What came of it.
    public sealed interface Answer {}

    /// It is owed now.
    public record Asked(StoredDeposit deposit) implements Answer {}

    /// It is not, and nothing was written.
    ///
    /// @param found what was found, and what to do
    public record Refused(DepositReason reason, String found) implements Answer {}

    /// @param on the day on which it is asked
    /// @param today after which nothing is written down
    public static Answer ask(
            Database database,
            String agreement,
            LocalDate on,
            LocalDate today,
            DepositRules rules,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            new EntryRows().begin(connection); // nobody else asks between the look and the claim
            Optional<StoredAgreement> stored = Agreements.of(connection, agreement);
            if (stored.isEmpty()) {
                return new BooksTransaction.Done<Answer>(
                        new Refused(DepositReason.UNKNOWN_AGREEMENT, "there is no agreement " + agreement), false);
            }
            Refused refused = refusal(connection, stored.get(), on, today);
            if (refused != null) {
                return new BooksTransaction.Done<Answer>(refused, false);
            }
            Deposits.claim(
                    connection,
                    agreement,
                    stored.get().agreement().account(),
                    stored.get().service(),
                    on,
                    rules,
                    change);
            return Deposits.of(connection, agreement)
                    .map(deposit -> new BooksTransaction.Done<Answer>(new Asked(deposit), true))
                    .orElseGet(() -> new BooksTransaction.Done<Answer>(
                            new Refused(
                                    DepositReason.NOTHING_TO_ASK,
                                    "deposits.yaml has no amount for the class of the customer and "
                                            + stored.get().service()),
                            false));
        });
    }

    private static @Nullable Refused refusal(
            Connection connection, StoredAgreement stored, LocalDate on, LocalDate today) throws SQLException {
        String agreement = stored.agreement().reference();
        LocalDate to = stored.agreement().to();
        if (to != null) {
            return new Refused(DepositReason.AGREEMENT_ENDED, agreement + " ends on " + to);
        }
        if (on.isBefore(stored.agreement().from()) || on.isAfter(today)) {
            return new Refused(
                    DepositReason.NOT_ON_ITS_DAYS,
                    on + " is not from " + stored.agreement().from() + " to today, " + today);
        }
        return Deposits.of(connection, agreement)
                .map(there ->
                        new Refused(DepositReason.ASKED_ALREADY, there.number() + " was asked on " + there.claimedOn()))
                .orElse(null);
    }
}
