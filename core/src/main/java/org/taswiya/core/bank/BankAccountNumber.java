package org.taswiya.core.bank;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// The number of an account at a bank: an IBAN whose check digits fit (ISO 13616, modulo 97). A Moroccan RIB of 24
/// digits, whose key fits, is kept as the IBAN that it is the end of.
///
/// @param iban capital letters and digits, without spaces
public record BankAccountNumber(String iban) {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int RIB_DIGITS = 24;
    private static final int MOROCCAN_LENGTH = 28;

    public BankAccountNumber {
        if (!isIban(iban)) {
            throw new IllegalArgumentException("'" + iban + "' is no IBAN");
        }
    }

    /// Reads an IBAN or a RIB, in groups or not.
    ///
    /// @return empty when the text is neither, or the check digits do not fit
    public static Optional<BankAccountNumber> parse(String text) {
        String plain = text.replaceAll("[ \\u00A0\\u202F-]", "").toUpperCase(Locale.ROOT);
        if (plain.matches("[0-9]{" + RIB_DIGITS + "}")) {
            return isRib(plain) ? Optional.of(new BankAccountNumber(withCheck("MA", plain))) : Optional.empty();
        }
        return isIban(plain) ? Optional.of(new BankAccountNumber(plain)) : Optional.empty();
    }

    private static boolean isIban(String text) {
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")) {
            return false;
        }
        boolean fits = remainder(text.substring(4) + text.substring(0, 4)) == 1;
        return fits && (!text.startsWith("MA") || text.length() == MOROCCAN_LENGTH && isRib(text.substring(4)));
    }

    /// Of 24 digits the last two are the key: the whole is a multiple of 97.
    private static boolean isRib(String digits) {
        return digits.matches("[0-9]+") && new BigInteger(digits).mod(MODULUS).signum() == 0;
    }

    private static String withCheck(String country, String rest) {
        int check = 98 - remainder(rest + country + "00");
        return country + (check < 10 ? "0" : "") + check + rest;
    }

    /// Letters count from ten on.
    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValueExact();
    }

    /// Enough to tell it from others, too little to use it: `MA64...7812`.
    public static String masked(String number) {
        return number.length() < 10 ? "..." : number.substring(0, 4) + "..." + number.substring(number.length() - 4);
    }

    @Override
    public String toString() {
        return iban;
    }
}
