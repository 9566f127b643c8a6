package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.SubMeterRow;
import org.taswiya.run.receiving.PlaceCheck.Wrong;
import org.taswiya.store.collective.SubMeter;
import org.taswiya.store.collective.SubMeters;
import org.taswiya.store.collective.SubMeters.Obstacle;
import org.taswiya.store.run.BatchTransaction;

/// Puts meters behind main meters, one by one: whether one can stand there depends on those before it.
final class SubMeterReceiver implements BatchReceiver {

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Connection connection = transaction.connection();
        for (AcceptedRow row : rows) {
            SubMeterRow of = (SubMeterRow) row.row();
            SubMeter meter = new SubMeter(of.usagePoint(), of.main(), of.share(), of.from(), of.to());
            if (SubMeters.stands(connection, meter)) {
                tally.unchanged();
                continue;
            }
            Optional<Wrong> wrong = SubMeters.obstacle(connection, meter).map(SubMeterReceiver::wrong);
            if (wrong.isPresent()) {
                tally.reject(
                        row,
                        wrong.get().reason(),
                        wrong.get().field(),
                        wrong.get().found());
            } else {
                SubMeters.insert(connection, meter, transaction.change());
                tally.added();
            }
        }
    }

    private static Wrong wrong(Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case UNKNOWN_SUB -> new Wrong(RowReason.UNKNOWN_USAGE_POINT, SourceField.POINT, obstacle.found());
            case UNKNOWN_MAIN -> new Wrong(RowReason.UNKNOWN_USAGE_POINT, SourceField.BEHIND, obstacle.found());
            case OTHER_SERVICE -> new Wrong(RowReason.OTHER_UNIT, SourceField.POINT, obstacle.found());
            case OTHER -> new Wrong(RowReason.OTHER_VALUE, SourceField.FROM, obstacle.found());
            case TAKEN -> new Wrong(RowReason.OVERLAP, SourceField.POINT, obstacle.found());
        };
    }
}
