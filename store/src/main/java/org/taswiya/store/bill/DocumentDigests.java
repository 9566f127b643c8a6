package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.CopyRows;

/// The digests of bill documents as they were first written.
public final class DocumentDigests {
    private DocumentDigests() {}

    /// Keeps the digests of bills that stand already in this transaction.
    public static void save(Connection connection, SortedMap<BillNumber, String> digests) throws SQLException {
        CopyRows rows = new CopyRows("bill_document", "bill", "digest");
        digests.forEach((bill, digest) -> rows.row().bigint(bill.serial()).text(digest));
        rows.send(connection);
    }

    /// Of several bills; those without a document have none.
    ///
    /// @param range condition of a number, as it follows a column
    static Map<Long, String> read(Connection connection, String range) throws SQLException {
        Map<Long, String> digests = new HashMap<>();
        CopiedRows.each(
                connection,
                "select bill, digest from bill_document where bill" + range,
                row -> digests.put(row.whole(), row.text()));
        return digests;
    }
}
