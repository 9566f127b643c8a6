package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.run.receiving.ReadingReceiver.Placed;
import org.taswiya.store.run.BatchTransaction;

/// Readings of a batch that are placed and judged, ready to be taken one by one.
///
/// @param placed those whose meter is known, in the order of their rows
/// @param isCounted whether a reading is all of its row; else the tally is told only of what is rejected
record PreparedReadings(List<Placed> placed, ReadingDesk desk, BatchTally tally, boolean isCounted) {

    /// The usage points that they are of, and those whose readings were judged anew beside them.
    Set<String> points() {
        Set<String> points = new HashSet<>(placed.size() * 2);
        points.addAll(desk.judgedAnew());
        placed.forEach(reading -> points.add(reading.usagePoint()));
        return points;
    }

    /// Looks again at what the books have of some usage points.
    void lookAgain(Connection connection, Set<String> points, CarriedRegisters carried) throws SQLException {
        desk.lookAgain(connection, points, carried.of(points));
    }

    /// Says what is known of the registers now that all is written.
    void carry(CarriedRegisters carried) {
        desk.carry(carried, placed);
    }

    /// Takes them, each as if it had come alone after those before it, and writes them.
    ///
    /// @return the rows that are rejected, which the tally is told
    Set<AcceptedRow> write(BatchTransaction transaction) throws SQLException {
        Set<AcceptedRow> rejected = new HashSet<>();
        for (Placed reading : placed) {
            if (!desk.take(reading, tally, isCounted)) {
                rejected.add(reading.row());
            }
        }
        desk.write(transaction);
        return rejected;
    }
}
