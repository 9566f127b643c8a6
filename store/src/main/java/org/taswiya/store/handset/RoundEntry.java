package org.taswiya.store.handset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.metering.Visit.Place;
import org.taswiya.core.quantity.Decimal;

/// What a reader typed before one meter.
///
/// @param id made on the handset
/// @param saidAt when, by the clock of the handset
/// @param value what the dial shows; null where nobody could read it
/// @param remark what was found; null when nothing was amiss
/// @param place where the reader stood; null when that is not known
/// @param exchange the meter that took its place while the reader was there; null where it still hangs
/// @param hasPhoto whether a picture follows
public record RoundEntry(
        UUID id,
        long round,
        String usagePoint,
        Instant saidAt,
        @Nullable Decimal value,
        @Nullable Remark remark,
        @Nullable Place place,
        @Nullable SeenExchange exchange,
        boolean hasPhoto) {

    /// @param value what the new meter showed when it was put in
    public record SeenExchange(String serial, Decimal value) {
        public SeenExchange {
            if (!serial.matches("[A-Za-z0-9./-]{1,40}")) {
                throw new IllegalArgumentException("'" + serial + "' is no number of a meter");
            }
            requireDial(value);
        }
    }

    public RoundEntry {
        if (value == null && remark == null) {
            throw new IllegalArgumentException("Entry " + id + " says nothing: neither a value nor a remark");
        }
        if (value == null && exchange != null) {
            throw new IllegalArgumentException("Entry " + id + " has a new meter and no last value of the old one");
        }
        if (value != null) {
            requireDial(value);
        }
    }

    private static void requireDial(Decimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("No dial shows " + value);
        }
    }

    /// By which the same entry is told from another one of the same id.
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
