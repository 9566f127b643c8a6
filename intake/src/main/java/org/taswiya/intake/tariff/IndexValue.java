package org.taswiya.intake.tariff;

import java.time.YearMonth;
import org.taswiya.core.quantity.Decimal;

/// What an index was published to be in a month.
///
/// @param index its name
public record IndexValue(String index, YearMonth month, Decimal value) {}
