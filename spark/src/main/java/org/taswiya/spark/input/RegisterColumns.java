package org.taswiya.spark.input;

import java.util.List;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.metering.Register;
import org.taswiya.spark.input.AgreementColumns.ExchangeColumns;
import org.taswiya.spark.input.AgreementColumns.ReadingColumns;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of the registers of a device that count by time band.
final class RegisterColumns {
    private final Group registers;
    private final WordColumn band;
    private final WholeColumn digits;
    private final WholeColumn decimals;
    private final DecimalColumn multiplier;
    private final WordColumn unit;
    private final ReadingColumns readings;
    private final ExchangeColumns exchanges;
    private final HistoryColumns history;

    RegisterColumns(Group registers) {
        this.registers = registers;
        this.band = registers.word("band");
        this.digits = registers.whole("digits");
        this.decimals = registers.whole("decimals");
        this.multiplier = registers.decimal("multiplier", "multiplierScale");
        this.unit = registers.word("unit");
        this.readings = new ReadingColumns(registers.list("readings"));
        this.exchanges = new ExchangeColumns(registers.list("exchanges"));
        this.history = new HistoryColumns(registers.part("history"));
    }

    void write(List<BandRegister> all) {
        registers.each(all, this::write);
    }

    private void write(BandRegister one) {
        band.put(one.band());
        Register register = one.register();
        Integer known = register.digits();
        if (known == null) {
            digits.none();
        } else {
            digits.put(known);
        }
        decimals.put(register.decimals());
        multiplier.put(register.multiplier());
        unit.put(register.unit().symbol());
        readings.write(one.readings());
        exchanges.write(one.exchanges());
        history.write(one.history());
    }
}
