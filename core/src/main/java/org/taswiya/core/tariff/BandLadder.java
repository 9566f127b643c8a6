package org.taswiya.core.tariff;

import java.util.List;

/// The prices of one time band.
///
/// @param band the code of the time band
/// @param basis what its bounds are counted for
/// @param tiers from the lowest, the last one open, all progressive; the bounds are of all usage of the period, not of
///     that in the band alone
public record BandLadder(String band, BoundBasis basis, List<BlockTier> tiers) {
    /// How many time bands a charge may have, in whatever form they are told: one a day of a year.
    public static final int MOST = 366;

    public BandLadder {
        tiers = List.copyOf(tiers);
    }
}
