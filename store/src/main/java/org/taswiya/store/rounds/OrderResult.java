package org.taswiya.store.rounds;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.quantity.Decimal;

/// What became of one order.
///
/// @param position in the order of the walk
/// @param at the day of the reading; null where there is none
/// @param value what the register showed; null where nobody read it
/// @param remark what a reader found amiss, whether a value came of it or not; null when nothing
/// @param stop on which days nobody was to read, read or not
/// @param reread that it was to be read again, and why: then only what came in after that was ordered answers it; null
///     where it was an order as any other
public record OrderResult(
        int position,
        String usagePoint,
        String address,
        String area,
        OrderOutcome outcome,
        @Nullable LocalDate at,
        @Nullable Decimal value,
        @Nullable Remark remark,
        Stop stop,
        @Nullable OrderedReread reread) {}
