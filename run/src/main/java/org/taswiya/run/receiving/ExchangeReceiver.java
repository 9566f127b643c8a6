package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.ExchangeRow;
import org.taswiya.run.receiving.ExchangeBooking.Became;
import org.taswiya.run.receiving.ReadingReceiver.Names;
import org.taswiya.store.run.BatchTransaction;

/// Takes exchanges of files into the books ([ExchangeBooking]). A meter that was set back ends and begins on the day,
/// under its own serial.
final class ExchangeReceiver implements BatchReceiver {
    /// What a reset calls what an exchange calls otherwise: nothing was removed or installed.
    private static final Map<SourceField, SourceField> OF_RESETS = Map.of(
            SourceField.REMOVED_SERIAL, SourceField.SERIAL,
            SourceField.REMOVED, SourceField.LAST_VALUE,
            SourceField.INSTALLED, SourceField.FIRST_VALUE);

    private final LocalDate on;

    ExchangeReceiver(LocalDate on) {
        this.on = on;
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Names names = new Names();
        rows.forEach(row -> names.add(((ExchangeRow) row.row()).usagePoint(), null));
        List<String> points = rows.stream()
                .map(row -> ((ExchangeRow) row.row()).usagePoint())
                .distinct()
                .toList();
        ExchangeBooking booking =
                new ExchangeBooking(transaction.connection(), on, names.lookUp(transaction.connection()), points);
        for (AcceptedRow row : rows) {
            ExchangeRow of = (ExchangeRow) row.row();
            switch (booking.take(of)) {
                case Became.Added _ -> tally.added();
                case Became.Unchanged _ -> tally.unchanged();
                case Became.Rejected(var wrong) ->
                    tally.reject(row, wrong.reason(), asSent(of, wrong.field()), wrong.found());
            }
        }
        if (booking.isWriting()) {
            booking.write(transaction.connection(), transaction.change());
        }
    }

    /// The field by the name that it has in the row.
    private static SourceField asSent(ExchangeRow of, SourceField field) {
        boolean isReset = of.installed().serial() == null;
        return isReset ? OF_RESETS.getOrDefault(field, field) : field;
    }
}
