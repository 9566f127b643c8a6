package org.taswiya.intake.urdb;

/// What became of a field of a record.
///
/// @param name as the record writes it
/// @param why for a field that is not supported, what it would need; else empty
public record RateField(String name, Use use, String why) {

    /// How a field counts.
    public enum Use {
        /// It is in the price.
        PRICED,
        /// It says something that no price depends on.
        INFORMATION,
        /// It is about money and left out of the price.
        NOT_SUPPORTED,
        /// Nothing is known of such a field.
        UNKNOWN
    }
}
