package org.taswiya.store.billing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.store.Rows;

/// What a line charges for a unit. Millions of lines share a few of them, so they are kept apart, once.
///
/// @param unit its symbol
record ChargeRate(String component, int block, String unit, Decimal price, Decimal taxRate, String clause) {
    private static final List<String> COLUMNS = List.of("component", "block", "unit", "price", "tax_rate", "clause");

    static ChargeRate of(ChargeLine line) {
        return new ChargeRate(
                line.component(), line.block(), line.unit().symbol(), line.price(), line.taxRate(), line.clause());
    }

    static Dictionary<ChargeRate> dictionary() {
        return new Dictionary<>("charge_rate", COLUMNS, ChargeRate::of, (insert, rate) -> rate.set(insert));
    }

    private static ChargeRate of(ResultSet row) throws SQLException {
        return new ChargeRate(
                row.getString("component"),
                row.getInt("block"),
                row.getString("unit"),
                Rows.decimal(row, "price"),
                Rows.decimal(row, "tax_rate"),
                row.getString("clause"));
    }

    private void set(PreparedStatement insert) throws SQLException {
        insert.setString(1, component);
        insert.setInt(2, block);
        insert.setObject(3, unit, Types.OTHER);
        insert.setBigDecimal(4, price.toBigDecimal());
        insert.setBigDecimal(5, taxRate.toBigDecimal());
        insert.setString(6, clause);
    }
}
