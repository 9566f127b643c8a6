package org.taswiya.run.receiving;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.store.population.PopulationRows;
import org.taswiya.store.receiving.RecordsThere.Agreement;
import org.taswiya.store.run.BatchTransaction;

/// Records that a batch adds. Where there are none, no change is written down.
final class AddedRecords {
    private final List<Consumer<PopulationRows>> records = new ArrayList<>();

    void add(Customer customer) {
        records.add(rows -> rows.add(customer));
    }

    void add(CustomerAccount account) {
        records.add(rows -> rows.add(account));
    }

    void add(Premise premise) {
        records.add(rows -> rows.add(premise));
    }

    void add(UsagePoint point) {
        records.add(rows -> rows.add(point));
    }

    void add(Agreement agreement) {
        records.add(rows -> rows.add(agreement.agreement(), agreement.billedFrom()));
    }

    void addVacancy(String premise, LocalDate from, @Nullable LocalDate to) {
        records.add(rows -> rows.addVacancy(premise, from, to));
    }

    void write(BatchTransaction transaction) throws SQLException {
        if (!records.isEmpty()) {
            PopulationRows rows = new PopulationRows(transaction.change());
            records.forEach(record -> record.accept(rows));
            rows.send(transaction.connection());
        }
    }
}
