package org.taswiya.core.lighting;

import java.math.BigDecimal;

/// When lamps are switched.
///
/// @param horizon what counts as dusk and dawn
/// @param onAfter minutes after dusk at which they go on; below zero before it
/// @param offBefore minutes before dawn at which they go off; below zero after it
public record SwitchRule(Horizon horizon, int onAfter, int offBefore) {

    /// How far from overhead the middle of the sun is.
    public enum Horizon {
        /// Sunset and sunrise: the upper rim on the horizon, with the light that the air bends.
        SUNSET("90.833"),
        /// Civil dusk and dawn: six degrees below.
        CIVIL("96");

        private final BigDecimal zenith;

        Horizon(String zenith) {
            this.zenith = new BigDecimal(zenith);
        }

        BigDecimal zenith() {
            return zenith;
        }
    }
}
