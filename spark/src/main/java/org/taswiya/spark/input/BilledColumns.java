package org.taswiya.spark.input;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.DecimalColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WholeColumn;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of periods that were billed before.
final class BilledColumns {
    private final Group list;
    private final WholeColumn from;
    private final WholeColumn to;
    private final DecimalColumn usage;
    private final WordColumn quality;
    private final Group amounts;
    private final BigColumn net;
    private final BigColumn tax;
    private final Parts components;
    private final Parts taxes;

    BilledColumns(Group list) {
        this.list = list;
        this.from = list.whole("from");
        this.to = list.whole("to");
        this.usage = list.decimal("usage", "scale");
        this.quality = list.word("quality");
        this.amounts = list.part("amounts");
        this.net = amounts.big("net");
        this.tax = amounts.big("tax");
        this.components = new Parts(amounts.list("components"));
        this.taxes = new Parts(amounts.list("taxes"));
    }

    void write(List<BilledPeriod> periods) {
        list.each(periods, period -> {
            from.put(period.range().from());
            to.put(period.range().to());
            usage.put(period.usage());
            quality.put(Qualities.code(period.quality()));
            write(period.amounts());
        });
    }

    private void write(@Nullable Amounts billed) {
        if (billed == null) {
            amounts.absent();
            return;
        }
        amounts.there();
        net.put(billed.net().minorUnits());
        tax.put(billed.tax().minorUnits());
        components.write(billed.components());
        taxes.write(billed.taxes());
    }

    /// What a sum consists of, where that is known.
    private static final class Parts {
        private final Group list;
        private final WordColumn code;
        private final BigColumn amount;

        Parts(Group list) {
            this.list = list;
            this.code = list.word("code");
            this.amount = list.big("amount");
        }

        void write(@Nullable SortedMap<String, Money> parts) {
            if (parts == null) {
                list.unknown();
                return;
            }
            list.each(parts.entrySet(), part -> {
                code.put(part.getKey());
                amount.put(part.getValue().minorUnits());
            });
        }
    }
}
