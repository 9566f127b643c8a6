package org.taswiya.intake.billing;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.RefusalReason;

/// What was billed before, read from the list `billed`.
public final class BilledFields {

    private BilledFields() {}

    /// Periods with their usage, on an estimate unless the line states another quality, and their amounts if it does.
    public static List<BilledPeriod> billed(JsonFields fields) {
        return fields.objects("billed").stream()
                .map(field -> new BilledPeriod(
                        field.dateRange(),
                        field.quantity("usage"),
                        MeteringFields.billedQuality(field),
                        amounts(field)))
                .toList();
    }

    /// Net, tax and total come all or none, and the parts with them must sum to them.
    private static @Nullable Amounts amounts(JsonFields field) {
        Optional<Money> net = field.optionalMoney("net");
        Optional<Money> tax = field.optionalMoney("tax");
        Optional<Money> total = field.optionalMoney("total");
        SortedMap<String, Money> components = parts(field, "byComponent");
        SortedMap<String, Money> taxes = parts(field, "byTax");
        if (net.isEmpty() && tax.isEmpty() && total.isEmpty() && components == null && taxes == null) {
            return null;
        }
        if (net.isEmpty() || tax.isEmpty() || total.isEmpty()) {
            String missing = net.isEmpty() ? "net" : tax.isEmpty() ? "tax" : "total";
            throw field.refuse(
                    RefusalReason.INCOMPLETE_BILLED, missing, "missing; state net, tax and total, or none of them");
        }
        requireSum(field, "total", net.get().plus(tax.get()), total.get());
        requireSum(field, "byComponent", sum(components), components == null ? null : net.get());
        requireSum(field, "byTax", sum(taxes), taxes == null ? null : tax.get());
        return new Amounts(net.get(), tax.get(), components, taxes);
    }

    private static @Nullable SortedMap<String, Money> parts(JsonFields field, String name) {
        return field.optionalObject(name)
                .map(parts -> {
                    SortedMap<String, Money> amounts = new TreeMap<>();
                    parts.names().forEach(code -> amounts.put(code, parts.money(code)));
                    return amounts;
                })
                .orElse(null);
    }

    private static Money sum(@Nullable SortedMap<String, Money> parts) {
        return parts == null ? Money.ZERO : parts.values().stream().reduce(Money.ZERO, Money::plus);
    }

    private static void requireSum(JsonFields field, String name, Money sum, @Nullable Money stated) {
        if (stated != null && !sum.equals(stated)) {
            throw field.refuse(
                    RefusalReason.BAD_NUMBER, name, "parts sum to " + sum + ", but " + stated + " is stated");
        }
    }
}
