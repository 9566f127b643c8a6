package org.taswiya.intake.bank;

/// Why a file is not taken, and where in it.
///
/// @param line from one on
/// @param found what was found, and what was expected
public record BankRefusal(long line, BankFault fault, String found) {
    /// For example `line 12: finer-than-currency: found ...`.
    @Override
    public String toString() {
        return "line " + line + ": " + fault.code() + ": " + found;
    }
}
