package org.taswiya.spark.billing;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.RowBuffer;
import org.taswiya.spark.parquet.WholeFile;
import org.taswiya.spark.parquet.WidenedFile;

/// Adds the numbers to a staged file of bills. So every bill is made and written once, although its number is known
/// only when the bills of all ranges before have been counted.
final class NumberedFile {
    private long last;
    private @Nullable Column serial;
    private @Nullable Column number;

    private NumberedFile(long before) {
        this.last = before;
    }

    /// Numbers the bills of a range and puts its file in place.
    ///
    /// @param before the number of the last bill before
    static void write(Configuration configuration, OutputFolder folder, String range, long before) throws IOException {
        Path staged = folder.staged(range);
        WholeFile whole = new WholeFile(configuration, folder.passing(), folder.bills(range));
        try {
            WidenedFile.write(
                    configuration,
                    staged,
                    whole.passing(),
                    BillWriter.NUMBERS,
                    BillWriter.BILLS,
                    new NumberedFile(before)::number);
            whole.appear();
        } finally {
            whole.discard();
        }
        staged.getFileSystem(configuration).delete(staged, false);
    }

    private void number(RowBuffer row) {
        if (serial == null || number == null) {
            serial = row.row().column("serial");
            number = row.row().column("number");
        }
        last++;
        serial.big(0, last);
        number.text(0, new BillNumber(last).toString());
    }
}
