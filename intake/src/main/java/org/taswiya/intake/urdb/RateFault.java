package org.taswiya.intake.urdb;

/// One fault of a record.
///
/// @param place the path of the field, such as `energyratestructure[2][0].max`; empty for the record itself
/// @param found what stands there
/// @param expected what should
public record RateFault(String place, String found, String expected) {

    /// `place: found ..., expected ...`
    @Override
    public String toString() {
        return (place.isEmpty() ? "" : place + ": ") + "found " + found + ", expected " + expected;
    }
}
