package org.taswiya.spark.billing;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.taswiya.spark.input.BooksReader;
import org.taswiya.store.input.AccountRange;

/// Bills a range of the accounts in PostgreSQL.
///
/// @param url with user and password
record BooksTask(
        Broadcast<Terms> terms,
        Broadcast<SerializableConfiguration> shared,
        OutputFolder folder,
        String url,
        String range,
        AccountRange accounts)
        implements Serializable {

    RangeTally bill() throws IOException {
        Rules rules = Rules.of(terms.value());
        BooksReader reader = new BooksReader(
                url,
                rules.cycle(),
                rules.policy(),
                rules::tariff,
                rules.checks().differ());
        try (RangeBilling billing =
                new RangeBilling(rules, folder, range, shared.value().value())) {
            reader.read(accounts, billing);
            return billing.finish();
        }
    }

    /// Not the password.
    @Override
    public String toString() {
        return range;
    }
}
