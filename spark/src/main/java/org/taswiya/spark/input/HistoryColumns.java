package org.taswiya.spark.input;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of the history of an agreement. Two years of it are two dozen usages, which nearly always follow on each
/// other, have the same decimals, and were read: so their elements have two columns, and what is the same is said once.
final class HistoryColumns {
    private final Group history;
    private final WholeColumn from;
    private final WholeColumn scale;
    private final WordColumn qualities;
    private final Group steps;
    private final WholeColumn to;
    private final BigColumn usage;

    HistoryColumns(Group history) {
        this.history = history;
        this.from = history.whole("from");
        this.scale = history.whole("scale");
        this.qualities = history.word("qualities");
        this.steps = history.list("usages");
        this.to = steps.whole("to");
        this.usage = steps.big("usage");
    }

    /// @throws ArithmeticException when usages need more than 18 digits to be written with the same decimals
    void write(List<Usage> usages) {
        if (usages.isEmpty()) {
            history.absent();
            return;
        }
        history.there();
        int decimals =
                usages.stream().mapToInt(of -> of.quantity().scale()).max().orElseThrow();
        StringBuilder letters = new StringBuilder();
        LocalDate day = usages.getFirst().range().from();
        from.put(day);
        scale.put(decimals);
        steps.begin();
        for (Usage of : usages) {
            if (!of.range().from().equals(day)) {
                steps.element();
                to.put(of.range().from());
                usage.none();
                letters.append(Qualities.NONE);
            }
            steps.element();
            to.put(of.range().to());
            usage.put(of.quantity().steps(decimals));
            letters.append(Qualities.letter(of.quality()));
            day = of.range().to();
        }
        if (usages.stream().allMatch(of -> of.quality() == UsageQuality.ACTUAL)) {
            qualities.none();
        } else {
            qualities.put(letters.toString());
        }
    }
}
