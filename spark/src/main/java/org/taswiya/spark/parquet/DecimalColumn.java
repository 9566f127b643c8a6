package org.taswiya.spark.parquet;

import org.taswiya.core.quantity.Decimal;

/// Takes exact decimals, each as a whole number and its scale in a column of its own: nothing is lost, both are read
/// and written as they are, and the scales of a column are nearly always the same and take no room.
///
/// @param unscaled the whole number; the decimal is it over 10^scale
public record DecimalColumn(BigColumn unscaled, WholeColumn scale) {

    public void put(Decimal value) {
        unscaled.put(value.unscaled());
        scale.put(value.scale());
    }

    /// No value where one may be missing.
    public void none() {
        unscaled.none();
        scale.none();
    }
}
