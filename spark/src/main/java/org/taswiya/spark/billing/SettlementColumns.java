package org.taswiya.spark.billing;

import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;

/// The columns of the settlement that a bill rests on.
final class SettlementColumns {
    private final Group part;
    private final DecimalColumn usage;
    private final Column trueUp;
    private final Column writtenOff;
    private final Column monthWise;
    private final Column lump;
    private final Column cheapest;
    private final Column dearest;

    SettlementColumns(Group part) {
        this.part = part;
        this.usage = DecimalColumn.of(part, "usage", "scale");
        this.trueUp = part.column("trueUp");
        this.writtenOff = part.column("writtenOff");
        this.monthWise = part.column("monthWise");
        this.lump = part.column("lump");
        this.cheapest = part.column("cheapest");
        this.dearest = part.column("dearest");
    }

    void absent() {
        part.absent(0);
    }

    void write(Settled settled) {
        Proof proof = settled.proof();
        usage.put(0, settled.usage());
        trueUp.big(0, settled.trueUp().total().minorUnits());
        writtenOff.big(0, settled.writtenOff().total().minorUnits());
        monthWise.big(0, proof.monthWise().minorUnits());
        lump.big(0, proof.lump().minorUnits());
        cheapest.big(0, proof.cheapest().total().minorUnits());
        dearest.big(0, proof.dearest().total().minorUnits());
    }
}
