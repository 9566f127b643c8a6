package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.intake.source.AcceptedRow;
import org.taswiya.intake.source.RowReason;
import org.taswiya.intake.source.SourceField;
import org.taswiya.intake.source.SourceRow.OpeningRow;
import org.taswiya.store.receivables.OpeningItems;
import org.taswiya.store.receiving.RecordsThere;
import org.taswiya.store.run.BatchTransaction;

/// Takes open items and credits of the old system into the books, each booked once on the day of the import.
final class OpeningReceiver implements BatchReceiver {
    private final LocalDate on;

    OpeningReceiver(LocalDate on) {
        this.on = on;
    }

    @Override
    public void receive(BatchTransaction transaction, List<AcceptedRow> rows, BatchTally tally) throws SQLException {
        Connection connection = transaction.connection();
        Set<String> named =
                rows.stream().map(row -> item(row).customerAccount()).collect(Collectors.toSet());
        Set<String> accounts = RecordsThere.accounts(connection, named).keySet();
        Map<OpeningItems.Key, OpeningItem> known = OpeningItems.of(connection, named);
        List<OpeningItem> added = new ArrayList<>();
        for (AcceptedRow row : rows) {
            OpeningItem item = item(row);
            OpeningItem there = known.get(OpeningItems.Key.of(item));
            if (!accounts.contains(item.customerAccount())) {
                String found = "account " + item.customerAccount() + " is not known";
                tally.reject(row, RowReason.UNKNOWN_ACCOUNT, SourceField.ACCOUNT_REFERENCE, found);
            } else if (item.issuedOn() != null && item.issuedOn().isAfter(on)) {
                String found = "found " + item.issuedOn() + ", a day after " + on;
                tally.reject(row, RowReason.FUTURE_DATE, SourceField.ISSUED, found);
            } else if (there == null) {
                known.put(OpeningItems.Key.of(item), item);
                added.add(item);
                tally.added();
            } else if (there.equals(item)) {
                tally.unchanged();
            } else {
                tally.reject(row, RowReason.OTHER_VALUE, SourceField.REFERENCE, Differences.words(item, there));
            }
        }
        if (!added.isEmpty()) {
            OpeningItems.add(connection, transaction.change(), on, added);
        }
    }

    private static OpeningItem item(AcceptedRow row) {
        return ((OpeningRow) row.row()).item();
    }
}
