package org.taswiya.store.receivables;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.Database;

/// Takes payments, one at a time.
public final class Payments {
    private Payments() {}

    /// Takes a payment, or says why not. Killed at any moment, all of it stands or nothing; told again under the same
    /// name, it is answered with what was done the first time.
    ///
    /// @param duty what arises when it is paid in cash
    /// @param today after which nothing can have been received
    /// @param isTrial whether nothing is stored; the receipt's number is then the one that the next payment gets
    public static PaymentAnswer take(
            Database database, Payment payment, StampDuty duty, LocalDate today, Change why, boolean isTrial) {
        return take(database, payment, duty, PaymentLimits.NONE, today, why, isTrial);
    }

    /// The same, when it is not above a limit.
    public static PaymentAnswer take(
            Database database,
            Payment payment,
            StampDuty duty,
            PaymentLimits limits,
            LocalDate today,
            Change why,
            boolean isTrial) {
        return BooksTransaction.make(database, why, isTrial, (connection, change) -> {
            PaymentBatch batch = PaymentBatch.begin(connection, () -> change, today, List.of(payment));
            PaymentAnswer answer = batch.take(payment, duty, limits);
            batch.send();
            return new BooksTransaction.Done<>(answer, answer instanceof PaymentAnswer.Taken taken && taken.isNew());
        });
    }
}
