package org.taswiya.core.validation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be found about a reading that came in, in the order in which it is looked for. The code is what answers and
/// reports show.
public enum FindingReason {
    /// In another unit than the register counts.
    UNIT,
    /// More than the dial can show, or below zero.
    DIALS,
    /// Finer than the register shows.
    DECIMALS,
    /// Of a day to come.
    FUTURE,
    /// Of a day on which the meter was not in place.
    NOT_IN_PLACE,
    /// A later reading is known that it contradicts.
    REVERSED,
    /// That day has been read before.
    DUPLICATE,
    /// Lower than the reading before, and nothing explains it.
    NEGATIVE,
    /// Lower than the reading before because the dial passed its highest value.
    ROLLOVER,
    /// Lower than the reading before as if the dial had begun anew: an exchange or a reset that is not recorded.
    UNRECORDED_EXCHANGE,
    /// Lower than an estimate that was too high, but not than the last value that somebody read.
    OVER_ESTIMATE,
    /// Digits changed places, one was taken for another, or the point or the multiplier is wrong.
    MISREAD,
    /// Nothing used where somebody lives.
    ZERO_USE,
    /// Something used where nobody lives or nobody has an agreement.
    INACTIVE_USE,
    /// Far above the meter's own daily average.
    HIGH_USE,
    /// Far below it.
    LOW_USE,
    /// The average to compare with rests on estimates for too many days.
    REFERENCE_ESTIMATED,
    /// One interval of a day stands out.
    SPIKE,
    /// The year far above the mean of three years.
    YEAR_HIGH,
    /// The year far below it.
    YEAR_LOW,
    /// Intervals, or the bands of a device, do not add up to what the register shows.
    SUM,
    /// Another register of the device was not read that day.
    MISSING_SIBLING,
    /// Nobody has read the meter for long.
    PROLONGED_ESTIMATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FindingReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
