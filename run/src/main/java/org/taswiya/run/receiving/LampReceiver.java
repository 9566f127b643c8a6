package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.LampGroupRow;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.agreement.LampInventories;
import org.taswiya.store.bill.Known;
import org.taswiya.store.input.StandingLamps;
import org.taswiya.store.run.BatchTransaction;

/// Takes lamps without a meter into the inventories of agreements. A later entry of the same place, type and first day
/// corrects the one before, which stays in the books; one of no lamps takes it back.
final class LampReceiver implements BatchReceiver {
    private static final String BETWEEN = "\n";

    /// The entries of the agreements that a batch names, and what is written of it.
    private static final class Entries {
        private final Map<String, LampGroup> standing = new HashMap<>();
        private final Set<String> once = new HashSet<>();
        private final Map<String, List<LampGroup>> written = new TreeMap<>();
        private final Map<String, LocalDate> first = new TreeMap<>();
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Set<String> named = rows.stream().map(row -> of(row).agreement()).collect(Collectors.toSet());
        Map<String, LocalDate> begun = AgreementFacts.begun(transaction.connection(), named);
        Entries entries = new Entries();
        StandingLamps.of(transaction.connection(), named, Known.ALL)
                .forEach((agreement, all) -> all.forEach(one -> entries.standing.put(key(agreement, one), one)));
        for (AcceptedRow row : rows) {
            if (begun.containsKey(of(row).agreement())) {
                take(row, entries, tally);
            } else {
                tally.reject(
                        row,
                        RowReason.UNKNOWN_AGREEMENT,
                        SourceField.AGREEMENT_REFERENCE,
                        "agreement " + of(row).agreement() + " is not known");
            }
        }
        if (!entries.written.isEmpty()) {
            LampInventories.add(transaction.connection(), transaction.change(), entries.written, entries.first);
        }
    }

    private static void take(AcceptedRow row, Entries entries, BatchTally tally) {
        String agreement = of(row).agreement();
        LampGroup lamps = of(row).lamps();
        String key = key(agreement, lamps);
        LampGroup before = entries.standing.get(key);
        LampInventories.Written becomes = LampInventories.written(before, lamps);
        if (becomes == LampInventories.Written.UNCHANGED) {
            tally.unchanged();
        } else if (!entries.once.add(key)) {
            tally.reject(
                    row,
                    RowReason.OTHER_VALUE,
                    SourceField.COUNT,
                    "found other " + lamps.type() + " at " + lamps.place() + " from " + lamps.from()
                            + " before it in the file: give one of them another type or place");
        } else {
            entries.standing.put(key, lamps);
            entries.written.computeIfAbsent(agreement, _ -> new ArrayList<>(4)).add(lamps);
            entries.first.merge(
                    agreement,
                    LampInventories.firstChanged(before, lamps),
                    (one, other) -> one.isBefore(other) ? one : other);
            if (becomes == LampInventories.Written.ADDED) {
                tally.added();
            } else {
                tally.superseding();
            }
        }
    }

    private static String key(String agreement, LampGroup lamps) {
        return String.join(
                BETWEEN, agreement, lamps.place(), lamps.type(), lamps.from().toString());
    }

    private static LampGroupRow of(AcceptedRow row) {
        return (LampGroupRow) row.row();
    }
}
