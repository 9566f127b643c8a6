package org.taswiya.spark.billing;

import java.io.IOException;
import org.taswiya.core.tariff.ChargeRate;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.Table;
import org.taswiya.spark.parquet.TableWriter;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// Writes charge rates as rows of `rates.sql`.
final class RateTable {
    /// One row for each rate that a line of the range names.
    static final Table TABLE = Table.stated(RateTable.class, "rates.sql");

    private final TableWriter writer;
    private final BigColumn number;
    private final WordColumn component;
    private final WholeColumn block;
    private final WordColumn unit;
    private final DecimalColumn price;
    private final DecimalColumn taxRate;
    private final WordColumn clause;

    RateTable(TableWriter writer) {
        this.writer = writer;
        Group row = writer.row();
        this.number = row.big("rate");
        this.component = row.word("component");
        this.block = row.whole("block");
        this.unit = row.word("unit");
        this.price = row.decimal("price", "priceScale");
        this.taxRate = row.decimal("taxRate", "taxRateScale");
        this.clause = row.word("clause");
    }

    void write(ChargeRate rate, long ofRate) throws IOException {
        number.put(ofRate);
        component.put(rate.component());
        block.put(rate.block());
        unit.put(rate.unit().symbol());
        price.put(rate.price());
        taxRate.put(rate.taxRate());
        clause.put(rate.clause());
        writer.endRow();
    }
}
