package org.taswiya.intake.bounce;

/// Thrown inside the reader, caught where the mail ends to be read.
final class BounceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BounceFault fault;
    private final String found;

    BounceRefused(BounceFault fault, String found) {
        super(found, null, false, false);
        this.fault = fault;
        this.found = found;
    }

    BounceReading.Refused reading() {
        return new BounceReading.Refused(fault, found);
    }
}
