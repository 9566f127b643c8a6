package org.taswiya.spark.input;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;

/// The columns of periods that were billed before.
final class BilledColumns {
    private final Group list;
    private final Column from;
    private final Column to;
    private final DecimalColumn usage;
    private final Column quality;
    private final Group amounts;
    private final Column net;
    private final Column tax;
    private final Parts components;
    private final Parts taxes;

    BilledColumns(Group list) {
        this.list = list;
        this.from = list.column("from");
        this.to = list.column("to");
        this.usage = DecimalColumn.of(list, "usage", "scale");
        this.quality = list.column("quality");
        this.amounts = list.part("amounts");
        this.net = amounts.column("net");
        this.tax = amounts.column("tax");
        this.components = new Parts(amounts.list("components"));
        this.taxes = new Parts(amounts.list("taxes"));
    }

    void write(int first, List<BilledPeriod> periods) {
        list.each(first, periods, (repetition, period) -> {
            from.day(repetition, period.range().from());
            to.day(repetition, period.range().to());
            usage.put(repetition, period.usage());
            quality.word(repetition, period.quality().code());
            write(repetition, period.amounts());
        });
    }

    private void write(int repetition, @Nullable Amounts billed) {
        if (billed == null) {
            amounts.absent(repetition);
            return;
        }
        net.big(repetition, billed.net().minorUnits());
        tax.big(repetition, billed.tax().minorUnits());
        components.write(repetition, billed.components());
        taxes.write(repetition, billed.taxes());
    }

    /// What a sum consists of, where that is known.
    private static final class Parts {
        private final Group list;
        private final Column code;
        private final Column amount;

        Parts(Group list) {
            this.list = list;
            this.code = list.column("code");
            this.amount = list.column("amount");
        }

        void write(int first, @Nullable SortedMap<String, Money> parts) {
            if (parts == null) {
                list.unknown(first);
                return;
            }
            list.each(first, parts.entrySet(), (int repetition, Map.Entry<String, Money> part) -> {
                code.word(repetition, part.getKey());
                amount.big(repetition, part.getValue().minorUnits());
            });
        }
    }
}
