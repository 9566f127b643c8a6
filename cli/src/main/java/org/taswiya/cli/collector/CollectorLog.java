package org.taswiya.cli.collector;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.server.simulator.Simulated;

/// A simulated collector's log as the file that is reconciled.
final class CollectorLog {
    private CollectorLog() {}

    static List<String> lines(Simulated simulated, Clock clock) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<String> lines = new ArrayList<>(List.of("transaction,account,amount,day"));
        for (Simulated.Entry entry : simulated.log()) {
            if (entry.isPaid()) {
                lines.add(entry.transaction() + "," + entry.account() + "," + entry.amount() + "," + day);
            }
        }
        return lines;
    }
}
