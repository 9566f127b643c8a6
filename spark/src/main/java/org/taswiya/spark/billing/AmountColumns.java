package org.taswiya.spark.billing;

import java.util.Map;
import java.util.SortedMap;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.quantity.Money;
import org.taswiya.spark.parquet.BigColumn;
import org.taswiya.spark.parquet.FlagColumn;
import org.taswiya.spark.parquet.Group;
import org.taswiya.spark.parquet.WordColumn;

/// The columns of what a bill's amounts consist of.
final class AmountColumns {
    private final Group list;
    private final FlagColumn isTax;
    private final WordColumn code;
    private final BigColumn amount;

    AmountColumns(Group list) {
        this.list = list;
        this.isTax = list.flag("isTax");
        this.code = list.word("code");
        this.amount = list.big("amount");
    }

    void write(Amounts amounts) {
        SortedMap<String, Money> components = amounts.components();
        SortedMap<String, Money> taxes = amounts.taxes();
        if (components == null || taxes == null) {
            list.unknown();
        } else if (components.isEmpty() && taxes.isEmpty()) {
            list.empty();
        } else {
            list.begin();
            write(components, false);
            write(taxes, true);
        }
    }

    private void write(SortedMap<String, Money> parts, boolean tax) {
        for (Map.Entry<String, Money> part : parts.entrySet()) {
            list.element();
            isTax.put(tax);
            code.put(part.getKey());
            amount.put(part.getValue().minorUnits());
        }
    }
}
