package org.taswiya.core.tariff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.ChargeLine.DayShare;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;

/// The days of a period during which a levy stays the same.
///
/// @param months the number of months that the period counts as
/// @param share of the period's days; null when the run is the whole period
record LevyRun(
        String code,
        LevyVersion version,
        Fraction months,
        @Nullable DayShare share) {

    Fraction unrounded(Fraction volume) {
        Fraction whole = version.amount(volume, months);
        return share == null ? whole : whole.times(share.toFraction());
    }

    /// The volumes at which the levy jumps or changes its slope: exemption, tiers, and where the cap is reached.
    void addBends(List<Fraction> bends) {
        bends.add(months.times(version.exemptUpTo()));
        for (LevyTier tier : version.tiers()) {
            if (tier.upTo() != null) {
                bends.add(months.times(tier.upTo()));
            }
        }
        Fraction capped = cappedFrom();
        if (capped != null) {
            bends.add(capped);
        }
    }

    private @Nullable Fraction cappedFrom() {
        if (version.cap() == null) {
            return null;
        }
        Fraction left = months.times(version.cap());
        Fraction lower = Fraction.ZERO;
        for (LevyTier tier : version.tiers()) {
            Fraction rate = Fraction.of(tier.rate());
            if (tier.upTo() != null) {
                Fraction upper = months.times(tier.upTo());
                Fraction full = upper.minus(lower).times(rate);
                if (full.compareTo(left) < 0) {
                    left = left.minus(full);
                    lower = upper;
                    continue;
                }
            }
            return rate.signum() == 0 ? null : lower.plus(left.dividedBy(rate));
        }
        return null;
    }
}
