package org.taswiya.core.billing;

import java.util.Optional;

/// A bill's number: ten digits and two check letters.
///
/// The letters tell any one wrong digit and any two digits changed for each other, because the serial number is taken
/// modulo a prime that divides no such difference.
///
/// @param serial 1 to 9,999,999,999, without gaps
public record BillNumber(long serial) implements Comparable<BillNumber> {

    private static final long SERIAL_MAX = 9_999_999_999L;

    /// The largest prime below 26 x 26.
    private static final int CHECK_PRIME = 673;

    private static final int LETTERS = 26;

    public BillNumber {
        if (serial < 1 || serial > SERIAL_MAX) {
            throw new IllegalArgumentException("Serial " + serial + " is outside 1 to " + SERIAL_MAX);
        }
    }

    /// Reads a number with its check letters.
    ///
    /// @return empty when the text has another form or the letters do not fit the digits
    public static Optional<BillNumber> parse(String text) {
        if (!text.matches("[0-9]{10}[A-Z]{2}") || text.startsWith("0000000000")) {
            return Optional.empty();
        }
        BillNumber number = new BillNumber(Long.parseLong(text.substring(0, 10)));
        return number.toString().equals(text) ? Optional.of(number) : Optional.empty();
    }

    @Override
    public int compareTo(BillNumber other) {
        return Long.compare(serial, other.serial);
    }

    /// For example `0000000042BQ`.
    @Override
    public String toString() {
        String digits = "0".repeat(10 - Long.toString(serial).length()) + serial;
        int check = (int) (serial % CHECK_PRIME);
        return digits + (char) ('A' + check / LETTERS) + (char) ('A' + check % LETTERS);
    }
}
