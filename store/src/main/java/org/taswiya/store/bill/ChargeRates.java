package org.taswiya.store.bill;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeRate;
import org.taswiya.store.Rows;
import org.taswiya.store.ledger.Dictionary;

/// The table of charge rates, which lines name by number.
final class ChargeRates {
    private static final List<String> COLUMNS = List.of("component", "block", "unit", "price", "tax_rate", "clause");

    private ChargeRates() {}

    static Dictionary<ChargeRate> dictionary() {
        return new Dictionary<>("charge_rate", COLUMNS, ChargeRates::of, ChargeRates::set);
    }

    private static ChargeRate of(ResultSet row) throws SQLException {
        return new ChargeRate(
                row.getString("component"),
                row.getInt("block"),
                Unit.ofSymbol(row.getString("unit")).orElseThrow(),
                Rows.decimal(row, "price"),
                Rows.decimal(row, "tax_rate"),
                row.getString("clause"));
    }

    private static void set(PreparedStatement insert, ChargeRate rate) throws SQLException {
        insert.setString(1, rate.component());
        insert.setInt(2, rate.block());
        insert.setObject(3, rate.unit().symbol(), Types.OTHER);
        insert.setBigDecimal(4, rate.price().toBigDecimal());
        insert.setBigDecimal(5, rate.taxRate().toBigDecimal());
        insert.setString(6, rate.clause());
    }
}
