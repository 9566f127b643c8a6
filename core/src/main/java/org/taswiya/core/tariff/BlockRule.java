package org.taswiya.core.tariff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;

/// How often the published bounds of blocks count in one period.
///
/// @param perHousehold whether bounds are multiplied by the households behind a shared meter
/// @param persons whose number adds to the bounds; null where they hang on nobody
/// @param meterSizes size of the meter to how many times bounds count with it; empty where they hang on none
public record BlockRule(
        boolean perHousehold, BlockSpan span, @Nullable Persons persons, SortedMap<Decimal, Decimal> meterSizes) {

    public BlockRule {
        meterSizes = Collections.unmodifiableSortedMap(new TreeMap<>(meterSizes));
    }

    /// Bounds of a month that hang on no more than the households.
    public static BlockRule monthly(boolean perHousehold) {
        return new BlockRule(perHousehold, new BlockSpan.Month(), null, Collections.emptySortedMap());
    }

    /// Persons of one household, or of each behind a shared meter.
    ///
    /// @param least fewer count as so many
    /// @param most more count as so many
    /// @param ifUnknown how many count where nobody told; null where that is refused
    public record Persons(int least, int most, @Nullable Integer ifUnknown) {}

    /// Whether bounds are published for a month and hang on nothing that is told.
    public boolean isMonthly() {
        return span instanceof BlockSpan.Month && !isTold();
    }

    /// Whether bounds are known only with what is told of the period.
    boolean isTold() {
        return persons != null || !meterSizes.isEmpty() || span instanceof BlockSpan.Year;
    }

    /// What has to be told.
    Set<Determinant> determinants() {
        Set<Determinant> asked = EnumSet.noneOf(Determinant.class);
        if (persons != null && persons.ifUnknown() == null) {
            asked.add(Determinant.PERSONS);
        }
        if (!meterSizes.isEmpty()) {
            asked.add(Determinant.METER_SIZE);
        }
        if (span instanceof BlockSpan.Year) {
            asked.add(Determinant.USED_THIS_YEAR);
        }
        return asked;
    }

    /// What counts where it is told and need not be.
    Set<Determinant> optionalDeterminants() {
        return persons != null && persons.ifUnknown() != null ? Set.of(Determinant.PERSONS) : Set.of();
    }
}
