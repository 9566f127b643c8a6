package org.taswiya.spark.billing;

import org.taswiya.core.estimation.Estimate;
import org.taswiya.spark.input.Qualities;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.FlagColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of the estimate that a bill rests on.
final class EstimateColumns {
    private final Group part;
    private final WholeColumn from;
    private final WholeColumn to;
    private final DecimalColumn usage;
    private final DecimalColumn low;
    private final DecimalColumn high;
    private final FlagColumn isMeasured;
    private final WordColumn method;
    private final FlagColumn onEstimates;
    private final FlagColumn instructed;
    private final Group basis;
    private final WholeColumn basisFrom;
    private final WholeColumn basisTo;
    private final DecimalColumn basisUsage;
    private final WordColumn basisQuality;

    EstimateColumns(Group part) {
        this.part = part;
        this.from = part.whole("from");
        this.to = part.whole("to");
        this.usage = part.decimal("usage", "scale");
        this.low = part.decimal("low", "lowScale");
        this.high = part.decimal("high", "highScale");
        this.isMeasured = part.flag("isMeasured");
        this.method = part.word("method");
        this.onEstimates = part.flag("onEstimates");
        this.instructed = part.flag("instructed");
        this.basis = part.list("basis");
        this.basisFrom = basis.whole("from");
        this.basisTo = basis.whole("to");
        this.basisUsage = basis.decimal("usage", "scale");
        this.basisQuality = basis.word("quality");
    }

    void absent() {
        part.absent();
    }

    void write(Estimate estimate) {
        part.there();
        from.put(estimate.range().from());
        to.put(estimate.range().to());
        usage.put(estimate.quantity());
        low.put(estimate.low());
        high.put(estimate.high());
        isMeasured.put(estimate.isMeasured());
        method.put(estimate.method().code());
        onEstimates.put(estimate.onEstimates());
        instructed.put(estimate.instructed());
        basis.each(estimate.basis(), past -> {
            basisFrom.put(past.range().from());
            basisTo.put(past.range().to());
            basisUsage.put(past.quantity());
            basisQuality.put(Qualities.code(past.quality()));
        });
    }
}
