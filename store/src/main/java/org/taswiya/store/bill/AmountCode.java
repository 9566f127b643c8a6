package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.store.copy.CopiedRows;

/// What an amount of a segment is of: a component, or a tax.
public record AmountCode(boolean isTax, String code) {
    /// How the name of a tax begins in the database.
    private static final String TAX = "tax:";

    /// All there are, the one numbered one first.
    public static List<AmountCode> all(Connection connection) throws SQLException {
        List<AmountCode> codes = new ArrayList<>();
        CopiedRows.each(
                connection,
                "select is_tax, code from amount_code order by id",
                row -> codes.add(new AmountCode(row.bool(), row.text())));
        return codes;
    }

    /// As the database has it.
    String name() {
        return isTax ? TAX + code : code;
    }
}
