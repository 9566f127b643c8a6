package org.taswiya.core.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number of a national identity card, of a residence permit or of a passport: capital letters and digits.
///
/// @param digits to be shown to nobody who has not asked for it
public record IdentityNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4,20}");

    public IdentityNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("An identity number has 4 to 20 letters and digits");
        }
    }

    /// Reads one as it is typed.
    ///
    /// @return empty when it can be none
    public static Optional<IdentityNumber> parse(String text) {
        String plain = text.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches() ? Optional.of(new IdentityNumber(plain)) : Optional.empty();
    }

    /// Wherever a number is shown by accident, in a log or a failure, it is not shown.
    @Override
    public String toString() {
        return "identity number";
    }
}
