package org.taswiya.spark.billing;

import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;

/// The columns of the settlement that a bill rests on.
final class SettlementColumns {
    private final Group part;
    private final DecimalColumn usage;
    private final BigColumn trueUp;
    private final BigColumn writtenOff;
    private final BigColumn monthWise;
    private final BigColumn lump;
    private final BigColumn cheapest;
    private final BigColumn dearest;

    SettlementColumns(Group part) {
        this.part = part;
        this.usage = part.decimal("usage", "scale");
        this.trueUp = part.big("trueUp");
        this.writtenOff = part.big("writtenOff");
        this.monthWise = part.big("monthWise");
        this.lump = part.big("lump");
        this.cheapest = part.big("cheapest");
        this.dearest = part.big("dearest");
    }

    void absent() {
        part.absent();
    }

    void write(Settled settled) {
        Proof proof = settled.proof();
        part.there();
        usage.put(settled.usage());
        trueUp.put(settled.trueUp().total().minorUnits());
        writtenOff.put(settled.writtenOff().total().minorUnits());
        monthWise.put(proof.monthWise().minorUnits());
        lump.put(proof.lump().minorUnits());
        cheapest.put(proof.cheapest().total().minorUnits());
        dearest.put(proof.dearest().total().minorUnits());
    }
}
