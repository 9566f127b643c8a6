package org.taswiya.core.adjustment;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What one part of a bill has of it, with all taxes: the measure by which an adjustment of it is divided.
///
/// @param account of the revenue, or of a tax that bears no other
/// @param rate of the value added tax in it; null where none is told
public record BilledShare(LedgerAccount account, @Nullable Decimal rate, Money gross) {}
