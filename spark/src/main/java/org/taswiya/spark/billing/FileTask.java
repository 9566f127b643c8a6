package org.taswiya.spark.billing;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;
import org.taswiya.spark.input.AccountColumns;
import org.taswiya.spark.input.AccountReader;
import org.taswiya.spark.input.AccountReader.ReadAccount;
import org.taswiya.spark.input.WithheldTable;
import org.taswiya.store.run.Withheld;

/// Bills the accounts of a file.
///
/// @param input the folder of the input
/// @param names the file of each partition
record FileTask(
        Broadcast<Terms> terms,
        Broadcast<SerializableConfiguration> shared,
        OutputFolder folder,
        String input,
        List<String> names)
        implements Serializable {

    FileTask {
        names = List.copyOf(names);
    }

    Iterator<RangeTally> bill(int partition, Iterator<ColumnarBatch> batches) throws IOException {
        Rules rules = Rules.of(terms.value());
        Configuration configuration = shared.value().value();
        String range = names.get(partition);
        AccountColumns.require(configuration, new Path(new Path(input, "accounts"), range));
        AccountReader reader = new AccountReader(rules.cycle(), rules.policy(), rules::tariff);
        try (RangeBilling billing = new RangeBilling(rules, folder, range, configuration)) {
            Path withheld = new Path(new Path(input, "withheld"), range);
            if (withheld.getFileSystem(configuration).exists(withheld)) {
                for (Withheld agreement : WithheldTable.read(configuration, withheld)) {
                    billing.withheld(agreement);
                }
            }
            while (batches.hasNext()) {
                ColumnarBatch batch = batches.next();
                AccountReader.Batch accounts = reader.in(batch);
                for (int row = 0; row < batch.numRows(); row++) {
                    bill(accounts.read(row), billing);
                }
            }
            return List.of(billing.finish()).iterator();
        }
    }

    private static void bill(ReadAccount account, RangeBilling billing) throws IOException {
        for (Withheld agreement : account.withheld()) {
            billing.withheld(agreement);
        }
        billing.account(account.account());
    }
}
