package org.taswiya.spark.billing;

import org.taswiya.core.metering.Estimate;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;

/// The columns of the estimate that a bill rests on.
final class EstimateColumns {
    private final Group part;
    private final Column from;
    private final Column to;
    private final DecimalColumn usage;
    private final Column method;
    private final Column onEstimates;
    private final Group basis;
    private final Column basisFrom;
    private final Column basisTo;
    private final DecimalColumn basisUsage;
    private final Column basisQuality;

    EstimateColumns(Group part) {
        this.part = part;
        this.from = part.column("from");
        this.to = part.column("to");
        this.usage = DecimalColumn.of(part, "usage", "scale");
        this.method = part.column("method");
        this.onEstimates = part.column("onEstimates");
        this.basis = part.list("basis");
        this.basisFrom = basis.column("from");
        this.basisTo = basis.column("to");
        this.basisUsage = DecimalColumn.of(basis, "usage", "scale");
        this.basisQuality = basis.column("quality");
    }

    void absent() {
        part.absent(0);
    }

    void write(Estimate estimate) {
        from.day(0, estimate.range().from());
        to.day(0, estimate.range().to());
        usage.put(0, estimate.quantity());
        method.word(0, estimate.method().code());
        onEstimates.flag(0, estimate.onEstimates());
        basis.each(0, estimate.basis(), (repetition, past) -> {
            basisFrom.day(repetition, past.range().from());
            basisTo.day(repetition, past.range().to());
            basisUsage.put(repetition, past.quantity());
            basisQuality.word(repetition, past.quality().code());
        });
    }
}
