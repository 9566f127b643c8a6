package org.taswiya.spark.input;

import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Unit;
import org.taswiya.spark.input.AgreementVectors.ExchangeVectors;
import org.taswiya.spark.input.AgreementVectors.ReadingVectors;
import org.taswiya.spark.input.Vectors.Decimals;
import org.taswiya.spark.input.Vectors.Lists;

/// Makes the registers of a device that count by time band of the columns of a batch.
final class RegisterVectors {
    private final Lists registers;
    private final Words<String>.Column band;
    private final ColumnVector digits;
    private final ColumnVector decimals;
    private final Decimals multiplier;
    private final Words<Unit>.Column unit;
    private final ReadingVectors readings;
    private final ExchangeVectors exchanges;
    private final HistoryVectors history;

    RegisterVectors(Lists registers, AccountWords words) {
        this.registers = registers;
        this.band = words.codes().in(registers.field(0));
        this.digits = registers.field(1);
        this.decimals = registers.field(2);
        this.multiplier = new Decimals(registers.field(3), registers.field(4));
        this.unit = words.units().in(registers.field(5));
        this.readings = new ReadingVectors(Lists.of(registers.field(6)), words);
        this.exchanges = new ExchangeVectors(Lists.of(registers.field(7)));
        this.history = new HistoryVectors(registers.field(8));
    }

    List<BandRegister> list(int of) {
        return registers.list(
                of,
                at -> new BandRegister(
                        band.get(at),
                        new Register(
                                digits.isNullAt(at) ? null : digits.getInt(at),
                                decimals.getInt(at),
                                multiplier.get(at),
                                unit.get(at)),
                        readings.list(at),
                        exchanges.list(at, unit.get(at)),
                        history.list(at)));
    }
}
