package org.taswiya.spark.input;

import java.util.List;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.MoneyByCode;
import org.taswiya.spark.input.Vectors.Decimals;
import org.taswiya.spark.input.Vectors.Lists;

/// Makes periods that were billed before of the columns of a batch.
final class BilledVectors {
    private final Lists lists;
    private final ColumnVector from;
    private final ColumnVector to;
    private final Decimals usage;
    private final Words<UsageQuality>.Column quality;
    private final ColumnVector amounts;
    private final ColumnVector net;
    private final ColumnVector tax;
    private final Parts components;
    private final Parts taxes;

    BilledVectors(Lists lists, AccountWords words) {
        this.lists = lists;
        this.from = lists.field(0);
        this.to = lists.field(1);
        this.usage = new Decimals(lists.field(2), lists.field(3));
        this.quality = words.qualities().in(lists.field(4));
        this.amounts = lists.field(5);
        this.net = amounts.getChild(0);
        this.tax = amounts.getChild(1);
        this.components = new Parts(Lists.of(amounts.getChild(2)), words);
        this.taxes = new Parts(Lists.of(amounts.getChild(3)), words);
    }

    List<BilledPeriod> list(int of) {
        return lists.list(
                of,
                at -> new BilledPeriod(
                        Days.range(from.getInt(at), to.getInt(at)),
                        usage.get(at),
                        quality.get(at),
                        amounts.isNullAt(at) ? null : amounts(at)));
    }

    private Amounts amounts(int at) {
        return new Amounts(
                Money.ofMinor(net.getLong(at)), Money.ofMinor(tax.getLong(at)), components.get(at), taxes.get(at));
    }

    /// What a sum consists of.
    private static final class Parts {
        private final Lists lists;
        private final Words<String>.Column code;
        private final ColumnVector amount;

        Parts(Lists lists, AccountWords words) {
            this.lists = lists;
            this.code = words.codes().in(lists.field(0));
            this.amount = lists.field(1);
        }

        @Nullable MoneyByCode get(int of) {
            if (lists.isUnknown(of)) {
                return null;
            }
            MoneyByCode.Sums sums = new MoneyByCode.Sums();
            int end = lists.first(of) + lists.count(of);
            for (int at = lists.first(of); at < end; at++) {
                sums.add(code.get(at), Money.ofMinor(amount.getLong(at)));
            }
            return sums.toMoneyByCode();
        }
    }
}
