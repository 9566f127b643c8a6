package org.taswiya.deliver.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.ChargeLine;

/// A price behind a bill that no source states yet, so that the bill must not look sure of it.
///
/// @param block 1-based; zero for a charge without blocks
/// @param why the reason for the value, as the book states it
public record PlaceholderPrice(String component, int block, Decimal price, Unit unit, String why) {

    /// All of a bill, each once: those of its lines, and those by which earlier bills are priced again.
    static List<PlaceholderPrice> of(
            DraftBill bill, AgreementInput agreement, Function<ChargeLine, Optional<String>> placeholderOf) {
        List<ChargeLine> lines = new ArrayList<>();
        for (BilledPeriod period : agreement.billed()) {
            if (period.amounts() == null) {
                lines.addAll(new PeriodPrices(
                                agreement.tariff(), agreement.households(), agreement.askedFor(), new SharedPrices())
                        .of(period.range())
                        .rate(Fraction.of(period.usage()))
                        .lines());
            }
        }
        for (BillSegment segment : bill.segments()) {
            lines.addAll(segment.rating().lines());
        }
        Set<PlaceholderPrice> found = new LinkedHashSet<>();
        for (ChargeLine line : lines) {
            placeholderOf
                    .apply(line)
                    .ifPresent(why -> found.add(
                            new PlaceholderPrice(line.component(), line.block(), line.price(), line.unit(), why)));
        }
        return List.copyOf(found);
    }

    /// The placeholder among these that is the price of a line; null when that one is sure.
    public static @Nullable PlaceholderPrice among(List<PlaceholderPrice> placeholders, ChargeLine line) {
        for (PlaceholderPrice placeholder : placeholders) {
            if (placeholder.component.equals(line.component())
                    && placeholder.block == line.block()
                    && placeholder.price.equals(line.price())) {
                return placeholder;
            }
        }
        return null;
    }
}
