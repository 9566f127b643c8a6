package org.taswiya.spark.billing;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.TextColumn;
import org.taswiya.spark.parquet.WholeFile;
import org.taswiya.spark.parquet.WidenedFile;

/// Adds the numbers to a staged file of bills. So every bill is made and written once, although its number is known
/// only when the bills of all ranges before have been counted.
final class NumberedFile {
    private final BigColumn serial;
    private final TextColumn number;
    private long last;

    private NumberedFile(WidenedFile file, long before) {
        this.serial = file.row().big("serial");
        this.number = file.row().text("number");
        this.last = before;
    }

    /// Numbers the bills of a range and puts its file in place.
    ///
    /// @param before the number of the last bill before
    static void write(Configuration configuration, OutputFolder folder, String range, long before) throws IOException {
        Path staged = folder.staged(range);
        WholeFile whole = new WholeFile(configuration, folder.passing(), folder.bills(range));
        try {
            try (WidenedFile file =
                    new WidenedFile(configuration, staged, whole.passing(), BillWriter.NUMBERS, BillWriter.BILLS)) {
                file.write(new NumberedFile(file, before)::fill);
            }
            whole.appear();
        } finally {
            whole.discard();
        }
        staged.getFileSystem(configuration).delete(staged, false);
    }

    private void fill() {
        last++;
        serial.put(last);
        number.put(new BillNumber(last).toString());
    }
}
