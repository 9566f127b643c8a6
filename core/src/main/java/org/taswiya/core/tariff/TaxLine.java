package org.taswiya.core.tariff;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;

/// One tax on a rated period.
///
/// @param rate the share of the base; null for a levy, which has blocks instead
/// @param base what is taxed: money, or for a levy a volume
/// @param baseUnit the unit of a volume; null when the base is money
public record TaxLine(
        String code,
        @Nullable Decimal rate,
        Fraction base,
        @Nullable Unit baseUnit,
        Money amount) {}
