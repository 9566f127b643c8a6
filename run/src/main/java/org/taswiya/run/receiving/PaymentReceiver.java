package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.receivables.PaymentReason;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.PaymentRow;
import org.taswiya.store.receivables.AccountsSeen;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.store.run.BatchTransaction;

/// Takes payments of banks and collectors into the books, each once under the name that its source gives it.
final class PaymentReceiver implements BatchReceiver {
    private final LocalDate on;
    private final PaymentLimits limits;

    /// @param limits above which a row comes back, also before its account is known
    PaymentReceiver(LocalDate on, PaymentLimits limits) {
        this.on = on;
        this.limits = limits;
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        receive(transaction, rows, tally, look(transaction.connection(), rows));
    }

    /// What the books have of what rows are about.
    AccountsSeen look(Connection connection, List<AcceptedRow> rows) throws SQLException {
        return AccountsSeen.look(
                connection, rows.stream().map(PaymentReceiver::payment).toList());
    }

    /// @param seen of these rows, now or before
    void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally, AccountsSeen seen)
            throws SQLException {
        PaymentBatch batch = PaymentBatch.begin(transaction.connection(), transaction::change, on, seen);
        for (AcceptedRow row : rows) {
            switch (batch.take(payment(row), StampDuty.NONE, limits)) {
                case PaymentAnswer.Taken taken when taken.isNew() -> tally.added();
                case PaymentAnswer.Taken _ -> tally.unchanged();
                case PaymentAnswer.Refused(var reason, var found) ->
                    tally.reject(row, reason(reason), field(reason), reason.code() + ": " + found);
            }
        }
        batch.send();
    }

    private static Payment payment(AcceptedRow row) {
        return ((PaymentRow) row.row()).payment();
    }

    private static RowReason reason(PaymentReason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> RowReason.UNKNOWN_ACCOUNT;
            case FUTURE_DAY -> RowReason.FUTURE_DATE;
            case DAY_BEFORE_ACCOUNT -> RowReason.BEFORE_ACCOUNT;
            case UNKNOWN_ITEM -> RowReason.UNKNOWN_ITEM;
            case KEY_OF_ANOTHER -> RowReason.OTHER_VALUE;
            case ABOVE_LIMIT -> RowReason.ABOVE_LIMIT;
            case AMOUNT_NOT_ABOVE_ZERO -> RowReason.BAD_NUMBER;
            case NAMED_TWICE, OTHER_ACCOUNTS_ITEM, ALREADY_CLOSED, CANCELLED_ITEM, DAY_BEFORE_ITEM ->
                RowReason.NOT_PAYABLE;
            case UNKNOWN_RECEIPT, ALREADY_REVERSED, DAY_BEFORE_PAYMENT ->
                throw new IllegalArgumentException(reason + " is of reversals, not of payments");
        };
    }

    private static SourceField field(PaymentReason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> SourceField.ACCOUNT_REFERENCE;
            case FUTURE_DAY, DAY_BEFORE_ACCOUNT -> SourceField.AT;
            case KEY_OF_ANOTHER -> SourceField.REFERENCE;
            case AMOUNT_NOT_ABOVE_ZERO, ABOVE_LIMIT -> SourceField.AMOUNT;
            case UNKNOWN_ITEM,
                    NAMED_TWICE,
                    OTHER_ACCOUNTS_ITEM,
                    ALREADY_CLOSED,
                    CANCELLED_ITEM,
                    DAY_BEFORE_ITEM,
                    UNKNOWN_RECEIPT,
                    ALREADY_REVERSED,
                    DAY_BEFORE_PAYMENT -> SourceField.BILL;
        };
    }
}
