package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

/// A bill that the old system issued for one agreement. Nothing of it is booked here: what was not paid of it came as
/// an open item.
///
/// @param agreement ours, for which it was
/// @param reference in the old system; an agreement has no two under one
/// @param range the days billed
/// @param usage of all these days, in the unit of the agreement's tariff, zero or more
/// @param quality estimated or actual
/// @param net without tax; below zero for a credit
/// @param tax all taxes together, as they were rounded there
public record FormerBill(
        String agreement,
        String reference,
        DateRange range,
        LocalDate issuedOn,
        Decimal usage,
        UsageQuality quality,
        Money net,
        Money tax) {
    /// Under this name stands what no component or tax of ours can take.
    private static final String UNITEMISED = "unitemised";

    public FormerBill {
        if (usage.signum() < 0 || quality == UsageQuality.CUSTOMER) {
            throw new IllegalArgumentException(
                    "Bill " + reference + " of usage " + usage + ", " + quality + ", is not of what was used");
        }
    }

    public Money total() {
        return net.plus(tax);
    }

    public boolean isEstimated() {
        return quality == UsageQuality.ESTIMATED;
    }

    /// What it came to, by component and tax. The old system states sums alone: their parts are those that our tariff
    /// gives for the same usage, and what the sums differ by is in the largest part. So net, tax and total deducted are
    /// theirs to the last minor unit.
    ///
    /// @param prices of a tariff that covers its days; where that asks for what nobody knows of them, all of the bill
    ///     is in no part
    public Amounts amounts(PeriodPrices prices) {
        if (prices.lack(range) != null) {
            return Amounts.itemised(parts(null, net), parts(null, tax));
        }
        Amounts ours = Amounts.of(prices.of(range).rate(Fraction.of(usage)));
        return Amounts.itemised(parts(ours.components(), net), parts(ours.taxes(), tax));
    }

    private static Map<String, Money> parts(@Nullable SortedMap<String, Money> ours, Money whole) {
        SortedMap<String, Money> parts = new TreeMap<>();
        Money rest = whole;
        String largest = UNITEMISED;
        Money most = Money.ZERO;
        if (ours != null) {
            for (Map.Entry<String, Money> part : ours.entrySet()) {
                parts.put(part.getKey(), part.getValue());
                rest = rest.minus(part.getValue());
                if (part.getValue().compareTo(most) > 0) {
                    largest = part.getKey();
                    most = part.getValue();
                }
            }
        }
        if (!rest.isZero()) {
            parts.merge(largest, rest, Money::plus);
        }
        return parts;
    }
}
