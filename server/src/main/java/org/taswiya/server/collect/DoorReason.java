package org.taswiya.server.collect;

import java.util.Locale;

/// Why something is turned away before the books see it. The code is what answers show.
enum DoorReason {
    /// Not signed, or not by a key that is good, or what came is not what was signed.
    BAD_SIGNATURE(401),
    /// Signed at another time than now.
    OUT_OF_TIME(401),
    /// The collector may not do this.
    NO_RIGHT(403),
    UNKNOWN_PATH(404),
    UNKNOWN_ACCOUNT(404),
    UNKNOWN_BILL(404),
    UNKNOWN_TRANSACTION(404),
    /// The bill was cancelled, or cannot be made again as it was.
    NO_COPY(409),
    WRONG_METHOD(405),
    TOO_LARGE(413),
    /// Not the JSON that is expected.
    BAD_MESSAGE(400),
    /// Not an amount in a text, with two decimals.
    BAD_AMOUNT(400),
    /// Too many wait already; nothing was done.
    BUSY(503),
    /// Whether it was done is not known; the same message again is safe.
    FAILED(503);

    private final int status;

    DoorReason(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    int retryAfterSeconds() {
        return status == 503 ? 1 : 0;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
