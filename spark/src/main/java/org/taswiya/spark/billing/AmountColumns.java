package org.taswiya.spark.billing;

import java.util.Map;
import java.util.SortedMap;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.Column;
import org.taswiya.spark.parquet.Group;

/// The columns of what a bill's amounts consist of.
final class AmountColumns {
    private final Group list;
    private final Column isTax;
    private final Column code;
    private final Column amount;

    AmountColumns(Group list) {
        this.list = list;
        this.isTax = list.column("isTax");
        this.code = list.column("code");
        this.amount = list.column("amount");
    }

    void write(Amounts amounts) {
        SortedMap<String, Money> components = amounts.components();
        SortedMap<String, Money> taxes = amounts.taxes();
        if (components == null || taxes == null) {
            list.unknown(0);
        } else if (components.isEmpty() && taxes.isEmpty()) {
            list.empty(0);
        } else {
            int repetition = write(0, components, false);
            write(repetition, taxes, true);
        }
    }

    private int write(int first, SortedMap<String, Money> parts, boolean tax) {
        int repetition = first;
        for (Map.Entry<String, Money> part : parts.entrySet()) {
            isTax.flag(repetition, tax);
            code.word(repetition, part.getKey());
            amount.big(repetition, part.getValue().minorUnits());
            repetition = list.following();
        }
        return repetition;
    }
}
