package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.ExchangeRow;
import org.taswiya.run.receiving.ExchangeBooking.Became;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.run.receiving.ReadingReceiver.Names;
import org.taswiya.store.run.BatchTransaction;
import org.taswiya.store.validation.Revalidation;
import org.taswiya.store.validation.Revalidation.Beside;

/// Takes exchanges of files into the books ([ExchangeBooking]). A meter that was set back ends and begins on the day,
/// under its own serial.
final class ExchangeReceiver implements BatchReceiver {
    /// What a reset calls what an exchange calls otherwise: nothing was removed or installed.
    private static final Map<SourceField, SourceField> OF_RESETS = Map.of(
            SourceField.REMOVED_SERIAL, SourceField.SERIAL,
            SourceField.REMOVED, SourceField.LAST_VALUE,
            SourceField.INSTALLED, SourceField.FIRST_VALUE);

    private final LocalDate on;
    private final boolean isCorrecting;
    private final @Nullable ReadingChecks checks;

    /// @param isCorrecting whether a person has looked at the values, so that nobody doubts them, and they take the
    ///     place of what was written down before
    /// @param checks by which values are judged, and readings judged anew beside them; null where none are
    ExchangeReceiver(LocalDate on, boolean isCorrecting, @Nullable ReadingChecks checks) {
        this.on = on;
        this.isCorrecting = isCorrecting;
        this.checks = checks;
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Connection connection = transaction.connection();
        Names names = new Names();
        List<ExchangeRow> exchanges =
                rows.stream().map(row -> (ExchangeRow) row.row()).toList();
        exchanges.forEach(of -> {
            names.add(of.usagePoint(), null);
            names.add(null, of.installed().serial());
        });
        List<String> points =
                exchanges.stream().map(ExchangeRow::usagePoint).distinct().toList();
        ExchangeScreen screen =
                isCorrecting || checks == null ? null : ExchangeScreen.of(connection, checks, on, exchanges);
        ExchangeBooking booking = new ExchangeBooking(connection, on, names.lookUp(connection), points, screen);
        for (AcceptedRow row : rows) {
            ExchangeRow of = (ExchangeRow) row.row();
            switch (booking.take(of)) {
                case Became.Added _ -> tally.added();
                case Became.Unchanged _ when isCorrecting && !booking.isInForce(of) -> correct(booking, row, of, tally);
                case Became.Unchanged _ -> tally.unchanged();
                case Became.Rejected(var wrong)
                when isCorrecting && wrong.reason() == RowReason.OTHER_VALUE -> correct(booking, row, of, tally);
                case Became.Rejected(var wrong) -> reject(row, of, wrong, tally);
            }
        }
        if (booking.isAdding()) {
            booking.write(connection, transaction.change());
        }
        booking.writeCorrected(connection, transaction.why());
        Revalidation.ofMeters(
                connection, booking.first(), checks, transaction.why().at(), Beside.EXCHANGES);
    }

    /// What the dials showed that day is what the last correction says.
    private static void correct(ExchangeBooking booking, AcceptedRow row, ExchangeRow of, BatchTally tally) {
        Wrong wrong = booking.correct(of);
        if (wrong == null) {
            tally.superseding();
        } else {
            reject(row, of, wrong, tally);
        }
    }

    private static void reject(AcceptedRow row, ExchangeRow of, Wrong wrong, BatchTally tally) {
        tally.reject(row, wrong.reason(), asSent(of, wrong.field()), wrong.found());
    }

    /// The field by the name that it has in the row.
    private static SourceField asSent(ExchangeRow of, SourceField field) {
        boolean isReset = of.installed().serial() == null;
        return isReset ? OF_RESETS.getOrDefault(field, field) : field;
    }
}
