package org.taswiya.store.rounds;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// One meter to be read, with what a reader needs to find it and to notice a misread.
///
/// @param position in the order of the walk
/// @param register which of the device's; null where it has one alone
/// @param digits whole digits of the dial; null when unknown
/// @param lastDay of the last actual reading before the round; null when there is none
/// @param stop on which days, and by which suspensions, it is not to be read after all
/// @param reread that it is read again, and why; null where it is an order as any other
public record RoundOrder(
        int position,
        String usagePoint,
        String address,
        String area,
        String serial,
        @Nullable String register,
        @Nullable Integer digits,
        int decimals,
        String unit,
        @Nullable LocalDate lastDay,
        @Nullable Decimal lastValue,
        Stop stop,
        @Nullable OrderedReread reread) {}
